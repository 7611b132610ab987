import { defineCheck } from './check.ts'

/** Sentences with more than `suggestion` or `warning` words. A legal reference counts as one word. */
export const sentenceLength = defineCheck(
  (z) => z.strictObject({ suggestion: z.int().positive(), warning: z.int().positive() }),
  function* ({ view, prose }, { suggestion, warning }) {
    for (const { sentence, index } of prose) {
      if (sentence.words.length <= suggestion) continue
      const cited = view.within(view.references, index).filter((reference) => reference.end <= sentence.end)
      const inside = sentence.words.filter((word) =>
        cited.some((span) => word.start >= span.start && word.end <= span.end),
      )
      const count = sentence.words.length - inside.length + cited.length
      if (count <= suggestion) continue
      yield {
        span: { start: sentence.start, end: sentence.end },
        values: { count, max: suggestion },
        severity: count > warning ? 'warning' : 'suggestion',
      }
    }
  },
)
