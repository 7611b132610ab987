import type { Sentence } from '../types.ts'
import type { Reference } from './references.ts'

export interface SchoolGrade {
  /** Words that count: numbers do not, a legal reference is one. */
  readonly words: number
  /** Years of schooling that the text asks for, not rounded; 0 without words. */
  readonly grade: number
}

/**
 * The Flesch-Kincaid grade of an English text (Kincaid and others 1975): 0.39 × words a sentence + 11.8 × syllables a
 * word − 15.59. A legal reference counts as one short word, so that a citation makes no text hard. `references` are those
 * of the whole text, in order.
 */
export function measureSchoolGrade(sentences: readonly Sentence[], references: readonly Reference[]): SchoolGrade {
  let words = 0
  let syllables = 0
  let counted = 0
  let next = 0
  for (const sentence of sentences) {
    const before = words
    let last: Reference | undefined
    for (const word of sentence.words) {
      while (next < references.length && references[next]!.end <= word.start) next++
      const reference = references[next]
      if (reference && reference.start < word.end) {
        if (reference === last) continue
        last = reference
        words++
        syllables++
      } else if (/^\p{L}/u.test(word.text)) {
        words++
        syllables += countSyllables(word.text)
      }
    }
    if (words > before) counted++
  }
  return { words, grade: words === 0 ? 0 : (0.39 * words) / counted + (11.8 * syllables) / words - 15.59 }
}

/** Groups of vowels, without a mute e at the end: `decide` 2, `stopped` 1, `table` 2. */
export function countSyllables(word: string): number {
  const plain = word.toLowerCase().replace(/(?<=[^aeiouytd])ed$|(?<=[^aeiouyl])es?$/u, '')
  return Math.max(1, plain.match(/[aeiouyæøåéè]+/gu)?.length ?? 1)
}
