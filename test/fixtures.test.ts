import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { globSync } from 'tinyglobby'
import { describe, expect, test } from 'vitest'
import { lintText } from '../src/lint-text.ts'
import { readYaml } from '../src/rules/read-yaml.ts'
import type { LetterResult } from '../src/types.ts'

/**
 * Every letter under `fixtures/` is read and reported as its labels say. The labels name the errors and warnings; the
 * whole report, with suggestions, stands beside the letter once its labels hold (`vitest -u` after a change).
 */

interface Labels {
  readonly kind: string
  readonly outcome: string
  readonly area: string
  readonly date: string | null
  readonly good: boolean
  readonly violations: readonly string[]
}

const folder = new URL('../fixtures/', import.meta.url)
const names = globSync('*/*.md', { cwd: folder })
  .map((file) => file.slice(0, -'.md'.length))
  .sort()

describe.each(names)('%s', (name) => {
  const path = (ending: string) => fileURLToPath(new URL(`${name}${ending}`, folder))
  const source = readFileSync(path('.md'), 'utf8')
  const { value } = readYaml(readFileSync(path('.labels.yml'), 'utf8'), `${name}.labels.yml`, 'config-invalid')
  const labels = value as Labels

  test('the labels agree with themselves', () => {
    expect(labels.good).toBe(labels.violations.length === 0)
  })

  test('is read and reported as labelled', async () => {
    const result = await lintText(source, { path: `${name}.md` })
    const { kind, outcome, area, date = null } = result.reading
    const grave = result.violations.filter(({ severity }) => severity !== 'suggestion')
    expect({
      reading: { kind, outcome, area, date },
      violations: [...new Set(grave.map(({ ruleId }) => ruleId))].sort(),
    }).toEqual({
      reading: { kind: labels.kind, outcome: labels.outcome, area: labels.area, date: labels.date },
      violations: [...labels.violations].sort(),
    })
    await expect(reportOf(result)).toMatchFileSnapshot(path('.report.txt'))
  })
})

/** The reading, then a line for each violation: `12:4 warning plain/officialese »såfremt«`. */
function reportOf({ reading, violations }: LetterResult): string {
  const { kind, outcome, area, date = 'no date' } = reading
  const lines = violations.map(
    ({ line, column, severity, ruleId, excerpt }) =>
      `${line}:${column} ${severity} ${ruleId} »${shorten(excerpt.replace(/\s+/gu, ' '))}«`,
  )
  return `${[[kind, outcome, area, date].join(' · '), ...lines].join('\n')}\n`
}

function shorten(words: string): string {
  return words.length > 80 ? `${words.slice(0, 60).trimEnd()} … ${words.slice(-19).trimStart()}` : words
}
