import { readFileSync } from 'node:fs'
import { globSync } from 'tinyglobby'
import { describe, expect, test } from 'vitest'
import { pieceFilter } from '../../src/language/piece-filter.ts'
import { pack } from '../../src/pack.ts'
import { patternNeeds } from '../../src/rules/pattern-needs.ts'

test.each([
  ['TODO', ['TODO']],
  ['(?<!\\p{L})(?:TODO|FIXME)[^\\n]{0,80}', ['TODO', 'FIXME']],
  ['[Hh]usk at (?:slette|rette)', ['Husk at slette', 'Husk at rette', 'husk at slette', 'husk at rette']],
  ['\\( ?\\)', ['()', '( )']],
  ['\\p{L} +,', [' ,']],
  ['\\.{6,}', ['......']],
  ['a(?:bc)+d', ['abc']],
  ['(?<=§ ?\\d+)stk\\.', ['stk.']],
  ['nr\\. ?(?=[,;])', ['nr.,', 'nr.;', 'nr. ,', 'nr. ;']],
  ['(a|b)\\1', ['a', 'b']],
  ['§§? ?5', ['§5', '§ 5']],
  ['\\p{L}+|abc', []],
  ['(?:abc)?', []],
  ['(?<!abc)\\d*', []],
  ['abc|', []],
])('%s needs one of %j', (pattern, needs) => {
  expect(patternNeeds(pattern)).toEqual(needs)
})

describe('the patterns of the rules', () => {
  const patterns = [...pack.da.rules, ...pack.en.rules].flatMap(({ id, check, options, examples }) =>
    check === 'pattern'
      ? (options as { patterns: readonly string[] }).patterns.map((pattern) => ({ id, pattern, examples }))
      : [],
  )
  const letters = globSync(['rules/{da,en}/**/*.yml', 'fixtures/**/*.md', 'test/scoring/**/*.md']).map((file) =>
    readFileSync(file, 'utf8'),
  )

  test('match only where something that they need stands', () => {
    let matches = 0
    for (const { pattern } of patterns) {
      const needs = patternNeeds(pattern)
      for (const letter of letters) {
        if (needs.length === 0 || letter.search(new RegExp(pattern, 'u')) < 0) continue
        matches += 1
        expect([pattern, needs.some((need) => letter.includes(need))]).toEqual([pattern, true])
        expect([pattern, needs.some(pieceFilter(letter))]).toEqual([pattern, true])
      }
    }
    expect(matches).toBeGreaterThan(100)
  })
})
