import { expect, it } from 'vitest'
import { formatReading } from '../../src/report/reading-report.ts'
import { approval, refusal, word } from './letters.ts'
import { makeResult } from './make-result.ts'

it.each([
  ['reading.txt', refusal, 'pretty', {}],
  ['reading-word-english.txt', word, 'pretty', { locale: 'en' }],
  ['reading.snap', refusal, 'json', { version: '1.2.3' }],
] as const)('%s', async (name, { letter, reading }, reporter, options) => {
  await expect(formatReading(letter, reading, reporter, options)).toMatchFileSnapshot(`snapshots/${name}`)
})

it('says what could not be found', () => {
  const { letter, reading } = makeResult({
    text: 'Hej.',
    reading: { outcomeFound: false, outcome: 'approval', date: undefined },
  })
  const report = formatReading(letter, reading, 'pretty')
  expect(report).toContain('Resultat  resultatet blev ikke fundet')
  expect(report).toContain('Dato      ikke fundet')
  expect(report).toContain('(standardinput)')
})

it('gives no date as null', () => {
  const { date } = JSON.parse(formatReading(approval.letter, approval.reading, 'json')).reading
  expect(date).toBeNull()
})
