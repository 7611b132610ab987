import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compilePhrase, foldWord, matchEvery, matchPhrase } from '../../src/language/phrase.ts'
import { emptyIndex, indexPhrases } from '../../src/language/phrase-index.ts'
import { phraseFinder } from '../../src/reading/phrase-finder.ts'
import { readKeys } from '../../src/reading/phrase-keys.ts'
import type { Sentence } from '../../src/types.ts'

const vocabulary = ['du', 'kan', 'klage', 'klagefrist', 'nævnet', 'miljønævnet', 'ikke', '7']
const piece = fc.constantFrom(
  'du',
  'kan',
  '(kan|ikke)',
  'klage*',
  '*nævnet',
  '*frist*',
  '*',
  'ikke?',
  '...2',
  '^',
  '{number}',
  '(du kan|nævnet)',
)
const phrase = fc.array(piece, { minLength: 1, maxLength: 4 }).map((pieces) => pieces.join(' '))
const text = fc.array(fc.constantFrom(...vocabulary), { minLength: 1, maxLength: 12 })

/** Sentences of these words, one after the other in a letter. */
function sentencesOf(texts: readonly string[][]): Sentence[] {
  let start = 0
  return texts.map((list, block) => {
    const begin = start
    const words = list.map((word) => {
      const span = { text: word, start, end: start + word.length }
      start = span.end + 1
      return span
    })
    return { start: begin, end: start - 1, text: list.join(' '), words, block }
  })
}

test('a finder finds what every phrase finds when it is tried everywhere', () => {
  fc.assert(
    fc.property(
      fc.array(phrase, { minLength: 1, maxLength: 5 }),
      fc.array(text, { minLength: 1, maxLength: 6 }),
      (list, texts) => {
        const sentences = sentencesOf(texts)
        const indexed = [...list]
        const phrases = new Map(list.map((source) => [source, compilePhrase(source)]))
        const vocabulary = { names: ['Amt', ''], reading: { own: [['no phrase ('], indexed] } }
        const unknown = readKeys({}, emptyIndex)
        const known = readKeys(vocabulary, indexPhrases(vocabulary, phrases))
        // The first finder does not know the list, the second does; the third has it from an index.
        for (const [asked, keys] of [
          [list, unknown],
          [list, unknown],
          [indexed, known],
        ] as const) {
          const { find, findAll } = phraseFinder(sentences, { date: () => [], period: () => [] }, keys)
          for (const [sentence, { words }] of sentences.entries()) {
            const line = {
              words: words.map((word) => foldWord(word.text)),
              classEnd: (name: string, at: number) =>
                name === 'number' && words[at]?.text === '7' ? at + 1 : undefined,
            }
            const compiled = list.map(compilePhrase)
            const span = (match: { first: number; last: number }) => ({
              start: words[match.first]!.start,
              end: words[match.last - 1]!.end,
            })
            const first = compiled.map((one) => matchPhrase(one, line)).find((match) => match !== undefined)
            expect(find(asked, sentence)).toEqual(first && span(first))
            expect(findAll(asked, sentence)).toEqual(compiled.flatMap((one) => matchEvery(one, line)).map(span))
          }
        }
      },
    ),
    { numRuns: 500 },
  )
})
