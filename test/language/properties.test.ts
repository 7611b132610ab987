import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findPostcodes, findStreetAddresses } from '../../src/language/addresses.ts'
import { findMoney, findQuantities } from '../../src/language/amounts.ts'
import { findCaseNumbers, findCprNumbers, findEmails, findPhones, findUrls } from '../../src/language/contacts.ts'
import { findDates } from '../../src/language/dates.ts'
import { findMonths, findPeriods, findWeeks } from '../../src/language/periods.ts'
import { findReferences } from '../../src/language/references.ts'
import { sentenceCutter } from '../../src/language/sentences.ts'
import { documentOf } from './cut.ts'

const finders = {
  findDates,
  findPeriods,
  findWeeks,
  findMonths,
  findReferences,
  findMoney,
  findQuantities,
  findPhones,
  findEmails,
  findUrls,
  findCaseNumbers,
  findCprNumbers,
  findPostcodes,
  findStreetAddresses,
}
const scraps = [
  'Du',
  'servicelovens',
  '§',
  '§§',
  '100',
  'stk. 1',
  ',',
  '.',
  ' ',
  '\u00a0',
  '\n',
  '3. marts 2026',
  'den',
  '4 uger',
  'uge 12',
  'i maj',
  'lov om',
  'jf.',
  'kr.',
  '500',
  '»',
  '«',
  '"',
  '(',
  ')',
  '👍',
  'æ',
  'tlf. 72 35 40 00',
  'a@b.dk',
  'www.x.dk',
  '24/5678',
  '010190-1234',
  '3500 Værløse',
  'Skovvej 4',
  'mv.',
  'H.C.',
  '!',
  '?',
  '…',
  'Act 2000',
  'section 4',
  '-',
  '2.',
  'th.',
  '\ud83d',
  '\udc4d',
]
const texts = fc.oneof(
  fc.array(fc.constantFrom(...scraps), { maxLength: 40 }).map((parts) => parts.join('')),
  fc.array(fc.constantFrom(...scraps), { maxLength: 30 }).map((parts) => parts.join(' ')),
  fc.string({ unit: 'binary', maxLength: 80 }),
)

/** Whether an offset stands between the two halves of a character. */
function splitsCharacter(text: string, offset: number): boolean {
  return /^[\ud800-\udbff][\udc00-\udfff]$/.test(text.slice(offset - 1, offset + 1)) && offset > 0
}

describe.each(Object.entries(finders))('%s', (_, find) => {
  test('spans are in order, not empty, inside the text and split no character', () => {
    fc.assert(
      fc.property(texts, (text) => {
        let last = 0
        for (const { start, end } of find(text)) {
          expect(start).toBeGreaterThanOrEqual(last)
          expect(end).toBeGreaterThan(start)
          expect(end).toBeLessThanOrEqual(text.length)
          expect(splitsCharacter(text, start) || splitsCharacter(text, end)).toBe(false)
          last = start
        }
      }),
      { numRuns: 300 },
    )
  })
  test('twice the text holds twice as much', () => {
    const text =
      'Du har 4 uger fra den 3. marts 2026, jf. servicelovens § 100. Betal 500 kr. (8 %) i maj 2026 eller uge 12. Tlf. 72 35 40 00, a@b.dk, www.x.dk, sag 24/5678, 010190-1234, Skovvej 4, 3500 Værløse.\n\n'
    const once = find(text.repeat(50)).length
    expect(once).toBeGreaterThanOrEqual(50)
    expect(find(text.repeat(100))).toHaveLength(2 * once)
  })
})

const hostile = [
  'a',
  '1',
  '§',
  '.',
  'a.',
  'a|',
  'a) ',
  '! ',
  'lov-',
  'lov om a ',
  '§ 1, ',
  '1.',
  '123 ',
  '1 ',
  'a@',
  'kr. ',
  '1/1 ',
  'A. ',
  'Act of ',
  '(',
  '\n',
  'I. ',
  'bekendtgørelse om ',
  'a.dk',
]
const cutters = { da: await sentenceCutter('da'), en: await sentenceCutter('en') }

describe('hostile text of 50,000 characters comes to an end', () => {
  test.each(hostile)('%j', (seed) => {
    const text = seed.repeat(50_000 / seed.length)
    for (const find of Object.values(finders)) expect(find(text).length).toBeLessThanOrEqual(text.length)
    for (const cut of Object.values(cutters)) expect(cut(documentOf(text)).length).toBeLessThanOrEqual(text.length)
  })
})

describe.each(Object.entries(cutters))('sentences, %s', (_, cut) => {
  test('sentences and words slice back, are in order and lose no letter', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const document = documentOf(text)
        let last = 0
        let kept = ''
        for (const sentence of cut(document)) {
          expect(sentence.start).toBeGreaterThanOrEqual(last)
          expect(text.slice(sentence.start, sentence.end)).toBe(sentence.text)
          expect(sentence.text.trim()).toBe(sentence.text)
          expect(sentence.start).toBeGreaterThanOrEqual(document.blocks[sentence.block]?.start ?? Number.NaN)
          expect(sentence.end).toBeLessThanOrEqual(document.blocks[sentence.block]?.end ?? Number.NaN)
          expect(splitsCharacter(text, sentence.start) || splitsCharacter(text, sentence.end)).toBe(false)
          for (const word of sentence.words) {
            expect(text.slice(word.start, word.end)).toBe(word.text)
            expect(word.start).toBeGreaterThanOrEqual(sentence.start)
            expect(word.end).toBeLessThanOrEqual(sentence.end)
            expect(word.text).toMatch(/[\p{L}\p{M}\p{Nd}]/u)
          }
          kept += sentence.text
          last = sentence.end
        }
        const letters = (value: string) => value.replace(/[^\p{L}\p{Nd}]|[\u{10000}-\u{10ffff}]/gu, '')
        expect(letters(kept)).toBe(letters(text))
      }),
      { numRuns: 400 },
    )
  })
  test('twice the text holds twice the sentences and words', () => {
    const text = 'Du kan klage inden 4 uger efter § 4, stk. 2. Har du spørgsmål? Ring til os kl. 10-14.\n'
    const count = (times: number) => {
      const sentences = cut(documentOf(text.repeat(times).trimEnd()))
      return [sentences.length, sentences.flatMap(({ words }) => words).length]
    }
    const [sentences = 0, words = 0] = count(40)
    expect(count(80)).toEqual([2 * sentences, 2 * words])
  })
})
