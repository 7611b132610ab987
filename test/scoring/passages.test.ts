import { readFileSync } from 'node:fs'
import { load } from 'js-yaml'
import { expect, test } from 'vitest'
import { lintText } from '../../src/lint-text.ts'
import type { ElementName } from '../../src/types.ts'
import { describeTallies, type Tried, tallyEach, totalOf } from './tally.ts'

/** Recall and precision of the elements of complaint guidance on passages of our own, each in a refusal of its own. */
interface Passage {
  readonly text: string
  readonly has: readonly (keyof typeof elements)[]
  readonly bare?: boolean
}

const elements = {
  body: 'complaint-body',
  procedure: 'complaint-procedure',
  deadline: 'complaint-deadline',
  start: 'complaint-deadline-start',
  reassessment: 'reassessment',
  limits: 'review-limits',
  court: 'court-deadline',
  none: 'no-complaint',
} satisfies Record<string, ElementName>

const goals = { recall: 0.97, precision: 0.97 }

test('complaint guidance in passages', async () => {
  const text = readFileSync(new URL('passages/complaint.yml', import.meta.url), 'utf8')
  const tried = await Promise.all((load(text) as Passage[]).map(tryOut))
  const tallies = tallyEach(Object.keys(elements), tried)
  console.log(describeTallies('complaint guidance in passages', tallies))
  const { recall, precision } = totalOf(tallies)
  expect(recall).toBeGreaterThanOrEqual(goals.recall)
  expect(precision).toBeGreaterThanOrEqual(goals.precision)
})

async function tryOut(passage: Passage): Promise<Tried> {
  const options = { format: 'markdown', language: 'da', kind: 'decision', outcome: 'refusal' } as const
  const { reading } = await lintText(letterWith(passage), options)
  const found = Object.entries(elements).flatMap(([name, element]) => (reading.elements[element]?.length ? [name] : []))
  return { name: passage.text, has: new Set(passage.has), found: new Set(found) }
}

function letterWith({ text, bare }: Passage): string {
  const heading = bare ? '' : '## Klage\n\n'
  return `Kære Mette Sørensen\n\nVi giver dig afslag på en elscooter.\n\nLægen skriver, at du kan gå 400 meter. Derfor opfylder du ikke kravet i servicelovens § 113.\n\n${heading}${text}\n\nVenlig hilsen\n\nAnne Holm\n`
}
