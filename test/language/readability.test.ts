import { describe, expect, test } from 'vitest'
import { abbreviationMeaning } from '../../src/language/abbreviations.ts'
import { measureReadability } from '../../src/language/readability.ts'
import { letterOf } from './cut.ts'

const measure = (text: string) => measureReadability(letterOf(text).sentences, text)

describe('what counts', () => {
  test.each([
    ['words and sentences', 'Du får hjælp. Det er godt.', { words: 6, sentences: 2, longWords: 0 }],
    ['seven letters are long', 'Kommune seksal', { words: 2, longWords: 1 }],
    ['only letters', "a-b'c-d'e-f kommune,", { words: 2, longWords: 1 }],
    ['numbers are no words', 'Du får 500 kr. den 03-03-2026.', { words: 4, longWords: 0 }],
    [
      'a reference is one short word',
      'Efter servicelovens § 100, stk. 1, nr. 3, får du hjælp.',
      { words: 5, longWords: 0, sentences: 1 },
    ],
    ['an act too', 'Forvaltningsloven gælder.', { words: 2, longWords: 0 }],
    ['addresses are short', 'Se www.furesoe.dk og post@furesoe.dk', { words: 4, longWords: 0 }],
    ['a colon before a capital ends a sentence', 'Vi har set på det: Du får hjælp.', { sentences: 2 }],
    ['another colon does not', 'Du skal sende: brev og regning.', { sentences: 1 }],
    ['a sentence of numbers is none', 'Ring nu. 12 34 56 78.', { sentences: 1, words: 2 }],
  ])('%s', (_, text, expected) => expect(measure(text)).toMatchObject(expected))
  test('abbreviations can be written out', () => {
    const text = 'Vi ser evt. her.'
    expect(measureReadability(letterOf(text).sentences, text, abbreviationMeaning)).toMatchObject({
      words: 4,
      longWords: 1,
    })
  })
})

test('lix', () => {
  const result = measure('Kommunen giver dig hjælp. Du skal betale resten selv.')
  expect(result).toMatchObject({ words: 9, sentences: 2, longWords: 1, averageSentence: 4.5, band: 'very-easy' })
  expect(result.lix).toBeCloseTo(4.5 + 100 / 9)
})

test('nothing to measure', () => expect(measure('***\n123')).toMatchObject({ words: 0, lix: 0, averageSentence: 0 }))

test.each([
  [1, 'very-easy'],
  [6, 'medium'],
  [20, 'very-difficult'],
])('%i long words of 20', (long, band) => {
  const text = `${'kommune '.repeat(long)}${'hjælp '.repeat(20 - long)}`.trim()
  expect(measure(text).band).toBe(band === 'medium' ? 'difficult' : band === 'very-easy' ? 'easy' : band)
})
