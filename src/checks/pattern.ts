import type { Letter, Span } from '../types.ts'
import { type CheckContext, defineCheck } from './check.ts'
import { patternOption } from './option-schemas.ts'
import { isQuoted } from './prose.ts'

/**
 * Marks what regular expressions match: anywhere in the letter, letterhead and tables included, for example what a
 * template has left behind; or with `prose` only in the authority's own running text, once a sentence and not in
 * quotations. Write edges as `(?<![\p{L}])`: `\b` knows no æøå.
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
      prose: z.boolean().default(false),
    }),
  function* (context, { patterns, prose }) {
    const { letter } = context
    for (const span of prose ? inProse(context, compile(patterns)) : anywhere(letter, compile(patterns))) {
      yield { span, values: { words: letter.text.slice(span.start, span.end) } }
    }
  },
  { prose: false },
)

function* anywhere({ text }: Letter, patterns: readonly RegExp[]): Generator<Span> {
  const taken: Span[] = []
  for (const compiled of patterns) {
    for (const match of text.matchAll(compiled)) {
      const span = { start: match.index, end: match.index + match[0].length }
      if (match[0] === '' || taken.some((other) => other.start < span.end && span.start < other.end)) continue
      taken.push(span)
      yield span
    }
  }
}

function* inProse({ prose }: CheckContext, patterns: readonly RegExp[]): Generator<Span> {
  for (const { sentence } of prose) {
    const match = patterns
      .flatMap((compiled) => [...sentence.text.matchAll(compiled)])
      .find((found) => found[0] !== '' && !isQuoted(sentence.text, found.index))
    if (match) yield { start: sentence.start + match.index, end: sentence.start + match.index + match[0].length }
  }
}

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
