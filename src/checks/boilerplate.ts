import { defineCheck } from './check.ts'
import { sentenceAt } from './place.ts'

/** An empty reason is marked unless a fact or a consideration stands in the same sentence or the one after. */
export const boilerplate = defineCheck(
  (z) => z.strictObject({}),
  function* ({ letter, reading, view }) {
    const substance = [...(reading.elements.facts ?? []), ...(reading.elements['main-considerations'] ?? [])]
    for (const { start, end, text } of reading.elements.boilerplate ?? []) {
      const at = view.sentenceAt(start)
      const near = letter.sentences.slice(Math.max(0, at - 1), at + 3)
      const first = near[0]
      const last = near.at(-1)
      const filled = first && last && substance.some((other) => other.start >= first.start && other.start < last.end)
      if (!filled) yield { span: sentenceAt(letter, { start, end }) ?? { start, end }, values: { words: text } }
    }
  },
)
