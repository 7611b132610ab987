import { defineCheck } from './check.ts'
import { phraseOption, sectionOption } from './option-schemas.ts'
import { isQuoted, type ProseSentence } from './prose.ts'

/**
 * Marks phrases in the authority's own prose; at most one in a sentence. A sentence with an `unless` phrase is passed
 * over, and so are quotations. `whenAddressed`: only in letters that greet their reader or speak to them with one of
 * these words.
 * `outside`: parts of the letter to leave alone.
 */
export const phrases = defineCheck(
  (z) =>
    z.strictObject({
      phrases: z.array(phraseOption(z)).min(1),
      unless: z.array(phraseOption(z)).default([]),
      whenAddressed: z.array(z.string()).optional(),
      outside: z.array(sectionOption(z)).default([]),
      suggestions: z.array(z.string()).optional(),
    }),
  function* ({ letter, reading, view, prose: whole }, options) {
    const prose = whole.filter(({ section }) => !options.outside.includes(section))
    const addressed = reading.elements.greeting !== undefined || !options.whenAddressed
    if (!addressed && !speaksToReader(prose, options.whenAddressed ?? [])) return
    for (const { sentence, index } of prose) {
      const span = view
        .findAll(options.phrases, index)
        .find(({ start }) => !isQuoted(sentence.text, start - sentence.start))
      if (!span || view.find(options.unless, index)) continue
      yield {
        span,
        values: { words: letter.text.slice(span.start, span.end) },
        ...(options.suggestions ? { suggestions: options.suggestions } : {}),
      }
    }
  },
  { unless: [], outside: [] },
)

function speaksToReader(prose: readonly ProseSentence[], words: readonly string[]): boolean {
  const known = new Set(words)
  return prose.some(({ sentence }) => sentence.words.some((word) => known.has(word.text.toLowerCase())))
}
