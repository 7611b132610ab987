import { findReferences } from '../language/references.ts'
import { defineCheck } from './check.ts'
import { proseSentences } from './prose.ts'

/** Sentences with more than `suggestion` or `warning` words. A legal reference counts as one word. */
export const sentenceLength = defineCheck(
  (z) => z.strictObject({ suggestion: z.int().positive(), warning: z.int().positive() }),
  function* ({ letter, reading }, { suggestion, warning }) {
    const references = findReferences(letter.text)
    for (const sentence of proseSentences(letter, reading)) {
      if (sentence.words.length <= suggestion) continue
      const cited = references.filter((reference) => reference.start >= sentence.start && reference.end <= sentence.end)
      const inside = sentence.words.filter((word) => cited.some((span) => word.start >= span.start && word.end <= span.end))
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
