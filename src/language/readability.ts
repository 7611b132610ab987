import type { Readability, ReadabilityBand, Sentence, Word } from '../types.ts'
import { isLetter } from './characters.ts'
import { findReferences, type Reference } from './references.ts'

/** The meaning of an abbreviation, which stands with its full stop; undefined when it is unknown. */
export type WriteOut = (abbreviation: string) => string | undefined

const LONG_WORD = 7
const bands: readonly (readonly [number, ReadabilityBand])[] = [
  [24, 'very-easy'],
  [34, 'easy'],
  [44, 'medium'],
  [54, 'difficult'],
]

/**
 * LIX (Björnsson 1968): words a sentence plus the share of long words, counted as `plain-language.md` 1.1 recommends.
 * Letters alone make a word long; numbers, dates and amounts are no words; abbreviations count as written out when
 * `writtenOut` knows them (`abbreviationMeaning`); a legal reference is one short word, a web address too; a colon
 * before a capital ends a sentence.
 * Pass the sentences of the prose: no headings, lists, tables, letterhead or signature. `text` is the letter's text, `references` the
 * references in it, where they are known.
 */
export function measureReadability(
  sentences: readonly Sentence[],
  text: string,
  writtenOut: WriteOut = () => undefined,
  references: readonly Reference[] = findReferences(text),
): Readability {
  const count = { words: 0, long: 0, sentences: 0 }
  let next = 0
  for (const sentence of sentences) {
    while (next < references.length && (references[next] as Reference).end <= sentence.start) next++
    const before = count.words
    countWords(sentence, references, next, count, writtenOut)
    if (count.words > before) count.sentences += 1 + countColons(sentence.text)
  }
  if (count.words === 0) return { words: 0, sentences: 0, longWords: 0, lix: 0, averageSentence: 0, band: 'very-easy' }
  const averageSentence = count.words / count.sentences
  const lix = averageSentence + (100 * count.long) / count.words
  return {
    words: count.words,
    sentences: count.sentences,
    longWords: count.long,
    lix,
    averageSentence,
    band: bandOf(lix),
  }
}

interface Count {
  words: number
  long: number
  sentences: number
}

function countWords(
  sentence: Sentence,
  references: readonly Reference[],
  from: number,
  count: Count,
  writtenOut: WriteOut,
): void {
  let next = from
  let counted = -1
  for (const word of sentence.words) {
    while (next < references.length && (references[next] as Reference).end <= word.start) next++
    const reference = references[next]
    if (reference && reference.start < word.end) {
      if (counted !== next) count.words++
      counted = next
    } else countWord(word, count, writtenOut)
  }
}

function countWord(word: Word, count: Count, writtenOut: WriteOut): void {
  const letters = countLetters(word.text)
  if (letters === 0) return
  const meaning = word.text.endsWith('.') ? writtenOut(word.text) : undefined
  if (meaning) {
    for (const part of meaning.split(' ')) countPlain(countLetters(part), count)
  } else countPlain(letters >= LONG_WORD && isAddressOrCode(word.text) ? 1 : letters, count)
}

/** Web and e-mail addresses and codes are never long words. */
function isAddressOrCode(word: string): boolean {
  return /[@\d]|:\/\/|\.\p{L}{2}/u.test(word)
}

function countPlain(letters: number, count: Count): void {
  count.words++
  if (letters >= LONG_WORD) count.long++
}

function countLetters(word: string): number {
  let letters = 0
  for (let at = 0; at < word.length; at++) if (isLetter(word.charCodeAt(at))) letters++
  return letters
}

/** Colons inside a sentence that part two sentences: `Vi har afgjort sagen: Du får hjælp`. */
function countColons(sentence: string): number {
  return sentence.includes(':') ? (sentence.match(/:\s+[»"”“']?\p{Lu}/gu)?.length ?? 0) : 0
}

function bandOf(lix: number): ReadabilityBand {
  return bands.find(([limit]) => Math.round(lix) <= limit)?.[1] ?? 'very-difficult'
}
