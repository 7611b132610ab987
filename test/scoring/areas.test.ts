import { readFileSync } from 'node:fs'
import { load } from 'js-yaml'
import { expect, test } from 'vitest'
import { parseLetter, readLetter } from '../../src/index.ts'

/**
 * Which area a letter is taken for, and whose law, when little is known of it: the unit that sends, the subject and one
 * sentence. Nothing was tuned on `set-aside`, which was written with `tuning`.
 */
const sets = [
  ['da', 'tuning', { right: 0.95, claimed: 0.03, law: 1 }],
  ['en', 'tuning', { right: 0.97, claimed: 0.03, law: 0.97 }],
  ['en', 'set-aside', { right: 0.95, claimed: 0.03, law: 0.95 }],
] as const

/** Heads by jurisdiction and area. */
type Heads = Record<string, Record<string, string[]>>

test.each(sets)('areas of letter heads: %s %s', async (language, set, goal) => {
  const read = (name: string): string => readFileSync(new URL(`areas/${language}/${name}`, import.meta.url), 'utf8')
  const template = read('letter.md')
  const wrong: string[] = []
  let count = 0
  let areas = 0
  let claimed = 0
  let laws = 0
  for (const [law, fields] of Object.entries(load(read(`${set}.yml`)) as Heads)) {
    for (const [area, head] of Object.entries(fields).flatMap(([area, heads]) => heads.map((head) => [area, head]))) {
      const found = readLetter(await parseLetter(write(template, head!), { format: 'markdown', language }))
      count += 1
      if (found.area === area) areas += 1
      else if (found.area !== 'other') claimed += 1
      if (found.jurisdiction === law) laws += 1
      if (found.area !== area || found.jurisdiction !== law)
        wrong.push(`${law} ${area}, read as ${found.jurisdiction} ${found.area}: ${head}`)
    }
  }
  const share = (some: number): string => (some / count).toFixed(3)
  console.log(
    `areas, ${language} ${set}: ${count} heads, right ${share(areas)}, wrongly claimed ${claimed}, law right ${share(laws)}`,
  )
  if (process.env['KLARBREV_REMARKS']) console.log(wrong.join('\n'))
  expect(areas / count).toBeGreaterThanOrEqual(goal.right)
  expect(claimed / count).toBeLessThanOrEqual(goal.claimed)
  expect(laws / count).toBeGreaterThanOrEqual(goal.law)
})

function write(template: string, head: string): string {
  const [unit = '', subject = '', text = ''] = head.split('|').map((part) => part.trim())
  return template.replace('{{unit}}', unit).replace('{{subject}}', subject).replace('{{text}}', text)
}
