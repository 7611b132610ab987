import { defineCheck } from './check.ts'
import { patternOption } from './option-schemas.ts'

/**
 * Marks what regular expressions match anywhere in the letter, letterhead and tables included, for example what a
 * template has left behind. Write edges as `(?<![\p{L}])`: `\b` knows no æøå.
 */
export const pattern = defineCheck(
  (z) =>
    z.strictObject({
      patterns: z
        .array(
          patternOption(z)
            .max(500)
            .refine((value) => !value.includes('\\b'), '\\b knows no æøå'),
        )
        .min(1),
    }),
  function* ({ letter }, { patterns }) {
    const taken: { start: number; end: number }[] = []
    for (const compiled of compile(patterns)) {
      for (const match of letter.text.matchAll(compiled)) {
        const span = { start: match.index, end: match.index + match[0].length }
        if (match[0] === '' || taken.some((other) => other.start < span.end && span.start < other.end)) continue
        taken.push(span)
        yield { span, values: { words: match[0] } }
      }
    }
  },
)

const known = new WeakMap<readonly string[], readonly RegExp[]>()

/** The patterns of a rule, compiled once. */
function compile(patterns: readonly string[]): readonly RegExp[] {
  let compiled = known.get(patterns)
  if (!compiled) {
    compiled = patterns.map((source) => new RegExp(source, 'gu'))
    known.set(patterns, compiled)
  }
  return compiled
}
