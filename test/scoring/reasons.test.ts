import { readFileSync } from 'node:fs'
import { load } from 'js-yaml'
import { describe, expect, test } from 'vitest'
import { parseLetter } from '../../src/lint-text.ts'
import { readLetter } from '../../src/reading/read-letter.ts'
import { type ElementName, type Language, languages } from '../../src/types.ts'
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

interface Frame {
  readonly headings: Readonly<Partial<Record<ElementName, string>>>
  readonly opening: string
  /** Begins with the heading of the complaint guidance. */
  readonly end: string
}

/** The share that has to be right at least. On the set-aside third it is what was reached; the goal is 0.98. */
const least: Readonly<Record<string, number>> = {
  'da/tuning': 0.98,
  'da/set-aside': 0.82,
  'en/tuning': 0.98,
  'en/set-aside': 0.67,
}

describe.each(Object.keys(least))('passages of reasons: %s', (set) => {
  const language = languages.find((one) => set.startsWith(one))!
  const text = readFileSync(new URL(`reasons/${set}.yml`, import.meta.url), 'utf8')
  const groups = Object.entries(load(text) as Record<string, Passages>)

  test('recall and precision', async () => {
    const tallies = await Promise.all(
      groups.map(([group, passages]) => tally(language, group as ElementName, passages)),
    )
    console.log(describeTallies(`reasons: ${set}`, tallies))
    const { recall, precision } = totalOf(tallies)
    expect(recall).toBeGreaterThanOrEqual(least[set]!)
    expect(precision).toBeGreaterThanOrEqual(least[set]!)
  })
})

async function tally(language: Language, element: ElementName, { found, leftAlone }: Passages): Promise<Tally> {
  const { headings, opening, end } = frames[language]
  const hears = async (passage: string, above: string): Promise<boolean> => {
    const letter = await parseLetter(`${opening}\n\n${above}${passage}\n\n${end}`, { format: 'markdown', language })
    const limit = letter.text.indexOf(end.slice(3, end.indexOf('\n')))
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

const frames: Readonly<Record<Language, Frame>> = {
  da: {
    headings: {
      facts: 'Oplysninger i sagen',
      'main-considerations': 'Vores vurdering',
      'legal-basis': 'Regler',
      economy: 'Begrundelse',
    },
    opening: `Nordby Kommune
Torvet 1, 4000 Nordby

Mette Sørensen
Engvej 3
4000 Nordby

16. marts 2026

# Svar på din ansøgning

Kære Mette Sørensen

Vi kan desværre ikke imødekomme din ansøgning.`,
    end: `## Sådan klager du

Du kan klage til Ankestyrelsen inden 4 uger fra den dag, du fik brevet. Send klagen til os.

Venlig hilsen

Bente Dam
Sagsbehandler
`,
  },
  en: {
    headings: {
      facts: 'What we know',
      'main-considerations': 'Our assessment',
      'legal-basis': 'The rules',
      economy: 'Reasons',
    },
    opening: `Northby Council
Town Hall, Northby

Mette Sorensen
3 Meadow Lane
Northby

16 March 2026

# Your application

Dear Mette Sorensen

We are sorry to say that we have refused your application.`,
    end: `## How to appeal

You can ask for a review within one month of the day you got this letter. Write to us at the address above.

Yours sincerely

Beth Dam
Case Officer
`,
  },
}
