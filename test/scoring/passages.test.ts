import { readFileSync } from 'node:fs'
import { load } from 'js-yaml'
import { expect, test } from 'vitest'
import { lintText } from '../../src/lint-text.ts'
import type { ElementName } from '../../src/types.ts'

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
  const names = Object.keys(elements) as (keyof typeof elements)[]
  const counts = names.map((name) => ({ name, hits: 0, missed: 0, wrong: 0 }))
  const remarks: string[] = []
  for (const passage of load(text) as Passage[]) {
    const { reading } = await lintText(letterWith(passage), {
      format: 'markdown',
      language: 'da',
      kind: 'decision',
      outcome: 'refusal',
    })
    for (const count of counts) {
      const told = (reading.elements[elements[count.name]]?.length ?? 0) > 0
      const expected = passage.has.includes(count.name)
      if (told && expected) count.hits += 1
      if (told === expected) continue
      if (expected) count.missed += 1
      else count.wrong += 1
      remarks.push(`${expected ? 'missed' : 'wrong '} ${count.name}: ${passage.text}`)
    }
  }
  const sum = (of: (count: (typeof counts)[number]) => number) => counts.reduce((total, count) => total + of(count), 0)
  const all = { name: 'all', hits: sum((c) => c.hits), missed: sum((c) => c.missed), wrong: sum((c) => c.wrong) }
  const ratio = (hits: number, other: number) => (hits + other === 0 ? 1 : hits / (hits + other))
  for (const { name, hits, missed, wrong } of [...counts, all]) {
    console.log(
      `${name.padEnd(14)} recall ${ratio(hits, missed).toFixed(3)} precision ${ratio(hits, wrong).toFixed(3)}`,
    )
  }
  if (process.env['KLARBREV_REMARKS']) console.log(remarks.sort().join('\n'))
  expect(ratio(all.hits, all.missed)).toBeGreaterThanOrEqual(goals.recall)
  expect(ratio(all.hits, all.wrong)).toBeGreaterThanOrEqual(goals.precision)
})

function letterWith({ text, bare }: Passage): string {
  const heading = bare ? '' : '## Klage\n\n'
  return `Kære Mette Sørensen\n\nVi giver dig afslag på en elscooter.\n\nLægen skriver, at du kan gå 400 meter. Derfor opfylder du ikke kravet i servicelovens § 113.\n\n${heading}${text}\n\nVenlig hilsen\n\nAnne Holm\n`
}
