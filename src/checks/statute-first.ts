import { defineCheck } from './check.ts'
import { phraseOption } from './option-schemas.ts'

/**
 * The law before the message: the first sentence of the letter, or one that says what is decided, begins with one of
 * the `openers` and a legal reference.
 */
export const statuteFirst = defineCheck(
  (z) => z.strictObject({ openers: z.array(phraseOption(z)).min(1) }),
  function* ({ letter, reading, view, prose }, { openers }) {
    const decisions = reading.elements.decision ?? []
    for (const [at, { sentence, index }] of prose.entries()) {
      const decides = decisions.some(({ start }) => sentence.start <= start && start < sentence.end)
      if (at > 0 && !decides) continue
      const opener = view.find(openers, index)
      const reference = view.within(view.references, index)[0]
      if (!opener || !reference || opener.start !== sentence.words[0]?.start) continue
      const last = sentence.words[Math.min(8, sentence.words.length - 1)]
      if (!last || reference.start > last.start || reference.end >= sentence.end) continue
      const span = { start: sentence.start, end: reference.end }
      yield { span, values: { words: letter.text.slice(span.start, span.end) } }
    }
  },
)
