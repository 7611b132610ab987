import { findDates } from '../language/dates.ts'
import { findPeriods } from '../language/periods.ts'
import { matchEvery, matchPhrase, type WordLine } from '../language/phrase.ts'
import { compileList, wordLine } from '../reading/view.ts'
import type { Sentence, Span } from '../types.ts'
import { defineCheck } from './check.ts'
import { isQuoted, proseSentences } from './prose.ts'

/**
 * Marks phrases in the authority's own prose; at most one in a sentence. A sentence with an `unless` phrase is passed
 * over, and so are quotations. `whenAddressed`: only in letters that speak to their reader with one of these words.
 * `outside`: parts of the letter to leave alone.
 */
export const phrases = defineCheck(
  (z) =>
    z.strictObject({
      phrases: z.array(z.string()).min(1),
      unless: z.array(z.string()).default([]),
      whenAddressed: z.array(z.string()).optional(),
      outside: z.array(z.string()).default([]),
      suggestions: z.array(z.string()).optional(),
    }),
  function* ({ letter, reading }, options) {
    const sentences = proseSentences(letter, reading, { outside: options.outside })
    if (options.whenAddressed && !speaksToReader(sentences, options.whenAddressed)) return
    const mentions = { date: () => findDates(letter.text), period: () => findPeriods(letter.text) }
    for (const sentence of sentences) {
      const line = wordLine(sentence, mentions)
      const span = phraseIn(sentence, line, options.phrases)
      if (!span || compileList(options.unless).some((phrase) => matchPhrase(phrase, line))) continue
      yield {
        span,
        values: { words: letter.text.slice(span.start, span.end) },
        ...(options.suggestions ? { suggestions: options.suggestions } : {}),
      }
    }
  },
)

function speaksToReader(sentences: readonly Sentence[], words: readonly string[]): boolean {
  const known = new Set(words)
  return sentences.some((sentence) => sentence.words.some((word) => known.has(word.text.toLowerCase())))
}

/** The first match of a phrase that does not stand in quotation marks. */
function phraseIn(sentence: Sentence, line: WordLine, list: readonly string[]): Span | undefined {
  for (const phrase of compileList(list)) {
    for (const { first, last } of matchEvery(phrase, line)) {
      const span = { start: sentence.words[first]!.start, end: sentence.words[last - 1]!.end }
      if (!isQuoted(sentence.text, span.start - sentence.start)) return span
    }
  }
  return undefined
}
