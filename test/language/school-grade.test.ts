import { expect, test } from 'vitest'
import { parseLetter } from '../../src/index.ts'
import { findReferences } from '../../src/language/references.ts'
import { countSyllables, measureSchoolGrade } from '../../src/language/school-grade.ts'

test.each([
  ['cat', 1],
  ['decide', 2],
  ['stopped', 1],
  ['wanted', 2],
  ['table', 2],
  ['municipality', 6],
])('%s has %i syllables', (word, count) => {
  expect(countSyllables(word)).toBe(count)
})

const gradeOf = async (text: string): Promise<number> => {
  const letter = await parseLetter(text, { format: 'text', language: 'en' })
  return measureSchoolGrade(letter.sentences, findReferences(letter.text)).grade
}

test('short words in short sentences ask for little schooling, long ones for much', async () => {
  expect(await gradeOf('You can call us. We will help you with the form.')).toBeLessThan(3)
  expect(
    await gradeOf(
      'The administration subsequently considered representations concerning eligibility, notwithstanding documentation previously submitted regarding accommodation.',
    ),
  ).toBeGreaterThan(18)
})

test('a citation makes no text hard', async () => {
  const plain = await gradeOf('We use the rule. You can call us.')
  const cited = await gradeOf('We use section 116(1) of the Act on Social Services. You can call us.')
  expect(cited - plain).toBeLessThan(1)
})
