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

it('tells what a rule asks for apart from what was merely looked for', () => {
  const { letter, reading } = makeResult({ text: 'Hej.' })
  const report = formatReading(letter, reading, 'pretty', {}, { contact: ['letter/contact'] })
  expect(report).toMatch(/en regel beder om det her\n\n {2}kontaktoplysninger {2}letter\/contact\n/u)
  expect(JSON.parse(formatReading(letter, reading, 'json', {}, { contact: ['letter/contact'] }))).toMatchObject({
    wanted: { contact: ['letter/contact'] },
  })
})
