import { defineCheck } from './check.ts'
import { phraseOption, sectionOption } from './option-schemas.ts'
import { placeOf } from './place.ts'
import { isQuoted } from './prose.ts'

/**
 * The letter must hold one of these phrases, headings included. `given`: only where the letter's own running text holds
 * one of those; the first is marked. Else what is missing is marked where it belongs. With `whole: false`, the sentence
 * of the `given` phrase does not count.
 */
export const requiredPhrase = defineCheck(
  (z) =>
    z.strictObject({
      phrases: z.array(phraseOption(z)).min(1),
      given: z.array(phraseOption(z)).optional(),
      unless: z.array(phraseOption(z)).default([]),
      place: z.union([sectionOption(z), z.enum(['start', 'end'])]),
      whole: z.boolean().default(true),
    }),
  function* ({ letter, reading, view, prose }, { phrases, given, unless, place, whole }) {
    const cause =
      given &&
      prose.find(({ sentence, index }) => {
        const span = view.find(given, index)
        return span && !isQuoted(sentence.text, span.start - sentence.start) && !view.find(unless, index)
      })
    if (given && !cause) return
    const held = [...view.sentences.keys()].some(
      (index) =>
        (whole || index !== cause?.index) &&
        !letter.blocks[view.sentences[index]!.block]!.quoted &&
        view.find(phrases, index) !== undefined,
    )
    if (held) return
    const span = cause && given && view.find(given, cause.index)
    yield span
      ? { span: { start: span.start, end: span.end }, values: { words: letter.text.slice(span.start, span.end) } }
      : { span: placeOf(letter, reading, place) }
  },
  { unless: [], whole: true },
)
