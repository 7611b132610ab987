import { defineCheck } from './check.ts'
import { countWords } from './count-words.ts'

/** Sentences with more than `suggestion` or `warning` words. A legal reference counts as one word. */
export const sentenceLength = defineCheck(
  (z) => z.strictObject({ suggestion: z.int().positive(), warning: z.int().positive() }),
  function* ({ view, prose }, { suggestion, warning }) {
    for (const one of prose) {
      if (one.sentence.words.length <= suggestion) continue
      const count = countWords(view, one)
      if (count <= suggestion) continue
      yield {
        span: { start: one.sentence.start, end: one.sentence.end },
        values: { count, max: suggestion },
        severity: count > warning ? 'warning' : 'suggestion',
      }
    }
  },
)
