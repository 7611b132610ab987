import { defineCheck } from './check.ts'

/**
 * Marks what regular expressions match anywhere in the letter, letterhead and tables included, for example what a
 * template has left behind. Write edges as `(?<![\p{L}])`: `\b` knows no æøå.
 */
export const pattern = defineCheck(
  (z) => z.strictObject({ patterns: z.array(z.string().max(500).refine((value) => !value.includes('\\b'), '\\b knows no æøå')).min(1) }),
  function* ({ letter }, { patterns }) {
    const taken: { start: number; end: number }[] = []
    for (const source of patterns) {
      for (const match of letter.text.matchAll(new RegExp(source, 'gu'))) {
        const span = { start: match.index, end: match.index + match[0].length }
        if (match[0] === '' || taken.some((other) => other.start < span.end && span.start < other.end)) continue
        taken.push(span)
        yield { span, values: { words: match[0] } }
      }
    }
  },
)
