import path from 'node:path'
import { globSync } from 'tinyglobby'
import { describe, expect, test } from 'vitest'
import { checks } from '../src/checks/index.ts'
import { lint } from '../src/lint.ts'
import { parseLetter } from '../src/lint-text.ts'
import { pack } from '../src/pack.ts'
import type { Example, Rule } from '../src/rules/rule.ts'
import { type DocumentMark, jurisdictions } from '../src/types.ts'

/** Every rule does what its own examples say. A new rule is one file; its test is here already. */

describe.each(Object.values(pack))('the rules in $language', ({ language, rules, law }) => {
  test('each has an id of its own', () => {
    const ids = rules.map(({ id }) => id)
    expect([...new Set(ids)]).toEqual(ids)
  })

  test('each stands in the file that its id names, and each file is in the pack', () => {
    const files = globSync('*/*.yml', { cwd: path.join('rules', language), ignore: ['reading/*', 'law/*', 'words/*'] })
    const ids = files.map((file) => file.replaceAll(path.sep, '/').replace(/\.yml$/u, ''))
    expect(rules.map(({ id }) => id).sort()).toEqual(ids.sort())
  })

  describe.each([...rules])('$id', (rule) => {
    test('has a source and a check', () => {
      expect(rule.sources.filter((source) => source.trim() !== '')).not.toEqual([])
      expect(Object.keys(checks)).toContain(rule.check)
    })

    test.each(jurisdictions.filter((one) => rule.when.some((when) => when.jurisdiction?.includes(one) ?? true)))(
      'has a source under a letter that follows the law of %s',
      (own) => {
        const foreign = law.jurisdictions.flatMap(({ id, sources = [] }) =>
          own === 'other' || id === own ? [] : sources,
        )
        const others = rule.sources.filter((source) => !foreign.some((beginning) => source.startsWith(beginning)))
        expect(others).not.toEqual([])
      },
    )

    test.each(numbered(rule.examples.bad))('finds something in bad example $number', async ({ example }) => {
      const words = await wordsFound(rule, example)
      if (example.found) expect(words).toEqual(example.found)
      else expect(words).not.toEqual([])
    })

    test.each(numbered(rule.examples.good))('finds nothing in good example $number', async ({ example }) => {
      expect(await wordsFound(rule, example)).toEqual([])
    })
  })
})

function numbered(examples: readonly Example[]): { number: number; example: Example }[] {
  return examples.map((example, index) => ({ number: index + 1, example }))
}

/** The words that a rule marks in an example, read as the example says, with all rules at work. */
async function wordsFound(rule: Rule, example: Example): Promise<string[]> {
  const { text, kind, outcome, area, jurisdiction, date, authority, marks = [] } = example
  const parsed = await parseLetter(text, { format: 'markdown', language: rule.language })
  const letter = { ...parsed, marks: marks.map((mark) => placeMark(parsed.text, mark)) }
  const violations = lint(letter, pack[rule.language].rules, {
    ...(kind && { kind }),
    ...(outcome && { outcome }),
    ...(area && { area }),
    ...(jurisdiction && { jurisdiction }),
    ...(date && { date }),
    ...(authority && { authority }),
  })
  return violations.filter(({ ruleId }) => ruleId === rule.id).map(({ excerpt }) => excerpt)
}

function placeMark(text: string, { words, ...mark }: NonNullable<Example['marks']>[number]): DocumentMark {
  const start = words === '' ? text.length : text.indexOf(words)
  expect(start).toBeGreaterThanOrEqual(0)
  return { ...mark, start, end: start + words.length }
}
