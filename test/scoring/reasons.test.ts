import { readFileSync } from 'node:fs'
import { load } from 'js-yaml'
import { describe, expect, test } from 'vitest'
import { parseLetter } from '../../src/lint-text.ts'
import { readLetter } from '../../src/reading/read-letter.ts'
import type { ElementName } from '../../src/types.ts'
import { describeTallies, type Tally, totalOf } from './tally.ts'

/**
 * Whether single passages are taken for facts, considerations, legal basis and the authority's own economy. Each passage
 * is the only reason in a refusal, once with no heading above it and once under a heading that announces what is looked
 * for. Half of them are near-misses. Nothing was tuned on `set-aside`, which was written with the others.
 */
interface Passages {
  readonly found: readonly string[]
  readonly leftAlone: readonly string[]
}

const headings: Readonly<Partial<Record<ElementName, string>>> = {
  facts: 'Oplysninger i sagen',
  'main-considerations': 'Vores vurdering',
  'legal-basis': 'Regler',
  economy: 'Begrundelse',
}

/** The share that has to be right at least. On the set-aside third it is what was reached; the goal is 0.98. */
const least = { tuning: 0.98, 'set-aside': 0.82 }

describe.each(['tuning', 'set-aside'] as const)('passages of reasons: %s', (set) => {
  const text = readFileSync(new URL(`reasons/${set}.yml`, import.meta.url), 'utf8')
  const groups = Object.entries(load(text) as Record<string, Passages>)

  test('recall and precision', async () => {
    const tallies = await Promise.all(groups.map(([group, passages]) => tally(group as ElementName, passages)))
    console.log(describeTallies(`reasons: ${set}`, tallies))
    const { recall, precision } = totalOf(tallies)
    expect(recall).toBeGreaterThanOrEqual(least[set])
    expect(precision).toBeGreaterThanOrEqual(least[set])
  })
})

async function tally(element: ElementName, { found, leftAlone }: Passages): Promise<Tally> {
  const hears = async (passage: string, above: string): Promise<boolean> => {
    const letter = await parseLetter(`${opening}\n\n${above}${passage}\n\n${end}`, {
      format: 'markdown',
      language: 'da',
    })
    const limit = letter.text.indexOf('Sådan klager du')
    return (readLetter(letter).elements[element] ?? []).some(({ start }) => start < limit)
  }
  const ask = (passages: readonly string[]): Promise<{ name: string; heard: boolean }[]> =>
    Promise.all(
      passages.flatMap((passage) =>
        ['', `## ${headings[element]}\n\n`].map(async (above) => ({
          name: `${above ? 'headed' : 'plain'}: ${passage}`,
          heard: await hears(passage, above),
        })),
      ),
    )
  const there = await ask(found)
  return {
    name: element,
    hits: there.filter(({ heard }) => heard).length,
    missed: there.filter(({ heard }) => !heard).map(({ name }) => name),
    falseAlarms: (await ask(leftAlone)).filter(({ heard }) => heard).map(({ name }) => name),
  }
}

const opening = `Nordby Kommune
Torvet 1, 4000 Nordby

Mette Sørensen
Engvej 3
4000 Nordby

16. marts 2026

# Svar på din ansøgning

Kære Mette Sørensen

Vi kan desværre ikke imødekomme din ansøgning.`

const end = `## Sådan klager du

Du kan klage til Ankestyrelsen inden 4 uger fra den dag, du fik brevet. Send klagen til os.

Venlig hilsen

Bente Dam
Sagsbehandler
`
