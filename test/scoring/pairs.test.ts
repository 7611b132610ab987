import { readFileSync } from 'node:fs'
import { load } from 'js-yaml'
import { expect, test } from 'vitest'
import { lintText } from '../../src/lint-text.ts'
import type { Severity } from '../../src/types.ts'

/** Passages before and after rewriting: the language rules say more of the first, and give no warning for the second. */
interface Pair {
  readonly before: string
  readonly after: string
}

const weights: Record<Severity, number> = { error: 3, warning: 3, suggestion: 1 }
const pairs = load(readFileSync(new URL('pairs.yml', import.meta.url), 'utf8')) as Pair[]

test.each(pairs)('$after', async ({ before, after }) => {
  const [worse, better] = await Promise.all([measure(before), measure(after)])
  expect(worse.points).toBeGreaterThan(better.points)
  expect(worse.lix).toBeGreaterThan(better.lix)
  expect(better.warnings).toEqual([])
})

async function measure(text: string) {
  const letter = `Kære Mette Sørensen\n\n${text}\n`
  const { violations, readability } = await lintText(letter, { format: 'markdown', language: 'da' })
  const language = violations.filter(({ ruleId }) => /^(?:plain|tone)\//u.test(ruleId))
  const sum = language.reduce((points, { severity }) => points + weights[severity], 0)
  return {
    points: (100 * sum) / readability.words,
    lix: readability.lix,
    warnings: language.filter(({ severity }) => severity !== 'suggestion').map(({ ruleId }) => ruleId),
  }
}
