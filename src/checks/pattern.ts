import type { z } from 'zod'
import { pieceFilter } from '../language/piece-filter.ts'
import type { Pack } from '../pack.ts'
import type { Rule } from '../rules/rule.ts'
import { type Letter, type MarkKind, markKinds, type Span } from '../types.ts'
import { type CheckContext, defineCheck } from './check.ts'
import { patternOption } from './option-schemas.ts'
import { isQuoted } from './prose.ts'

/**
 * Marks what regular expressions match: anywhere in the letter, letterhead and tables included, for example what a
 * template has left behind; or with `prose` only in the authority's own running text, once a sentence and not in
 * quotations. What an `except` pattern covers is something else. With `unquoted`, words between quotation marks and
 * block quotes are left alone. Words that carry one of the `marks` of a Word file are marked too, and
 * sentences in which such a mark has no words. Write edges as `(?<![\p{L}])`: `\b` knows no æøå.
 */
export const pattern = defineCheck(
  (z) =>
    z.strictObject({
      patterns: z.array(sourceOption(z)).min(1),
      except: z.array(sourceOption(z)).default([]),
      prose: z.boolean().default(false),
      unquoted: z.boolean().default(false),
      marks: z.array(z.enum(markKinds)).default([]),
    }),
  function* (context, options) {
    const { letter, view } = context
    const patterns = patternsFor(options.patterns, view.pack, view.mayHold)
    const found = options.prose ? inProse(context, patterns) : anywhere(letter, patterns, options.marks)
    for (const span of notExcused(letter, found, options)) {
      yield { span, values: { words: letter.text.slice(span.start, span.end) } }
    }
  },
  { except: [], prose: false, unquoted: false, marks: [] },
)

interface PatternOptions {
  readonly patterns: readonly string[]
  readonly except: readonly string[]
  readonly unquoted: boolean
  readonly marks: readonly MarkKind[]
}

/** What a rule of this check finds in a letter that has not been read yet. `options` are those of the rule, checked; `pack` that of the letter. */
export function findPatterns(letter: Letter, options: Rule['options'], pack: Pack): Span[] {
  const all = { ...pattern.defaults, ...options } as PatternOptions
  const patterns = patternsFor(all.patterns, pack, pieceFilter(letter.text))
  return [...notExcused(letter, anywhere(letter, patterns, all.marks), all)]
}

function* notExcused(letter: Letter, found: Iterable<Span>, options: PatternOptions): Generator<Span> {
  const { except, unquoted } = options
  let excused: readonly Span[] | undefined
  for (const span of found) {
    excused ??= except.map(compile).flatMap((other) => spansOf(letter.text, other))
    if (excused.some((other) => other.start <= span.start && span.end <= other.end)) continue
    if (unquoted && isSomebodyElses(letter, span)) continue
    yield span
  }
}

/** A pattern of a rule. */
function sourceOption(zod: typeof z) {
  return patternOption(zod)
    .max(700)
    .refine((value) => !value.includes('\\b'), '\\b knows no æøå')
}

function* anywhere(letter: Letter, patterns: readonly RegExp[], kinds: readonly MarkKind[]): Generator<Span> {
  const { text, marks } = letter
  const taken: Span[] = []
  for (const { kind, start, end } of marks) {
    if (!kinds.includes(kind) || text.slice(start, end).trim() === '') continue
    taken.push({ start, end })
    yield { start, end }
  }
  for (const compiled of patterns) {
    for (const span of spansOf(text, compiled)) {
      if (taken.some((other) => other.start < span.end && span.start < other.end)) continue
      taken.push(span)
      yield span
    }
  }
  for (const mark of marks) {
    if (!kinds.includes(mark.kind) || mark.start !== mark.end) continue
    const sentence = letter.sentences.find(({ start, end }) => start <= mark.start && mark.start <= end)
    // A line of an address may well lack something.
    if (!sentence || sentence.words.length < fewestWords) continue
    const span = { start: sentence.start, end: sentence.end }
    if (taken.some((other) => other.start < span.end && span.start < other.end)) continue
    taken.push(span)
    yield span
  }
}

/** Shorter sentences are lines of a letterhead. */
const fewestWords = 5

function* inProse({ letter, prose }: CheckContext, all: readonly RegExp[]): Generator<Span> {
  // Most patterns stand nowhere in the letter: one look at all of it is quicker than one at each sentence.
  const patterns = all.filter((compiled) => letter.text.search(compiled) >= 0)
  if (patterns.length === 0) return
  for (const { sentence } of prose) {
    const match = patterns
      .flatMap((compiled) => [...sentence.text.matchAll(compiled)])
      .find((found) => found[0] !== '' && !isQuoted(sentence.text, found.index))
    if (match) yield { start: sentence.start + match.index, end: sentence.start + match.index + match[0].length }
  }
}

/** Where a pattern matches something. */
function spansOf(text: string, pattern: RegExp): Span[] {
  const spans: Span[] = []
  pattern.lastIndex = 0
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    const end = match.index + match[0].length
    if (match[0] === '') pattern.lastIndex = afterCharacter(text, end)
    else spans.push({ start: match.index, end })
  }
  return spans
}

/** The place after the character that begins at `at`. */
function afterCharacter(text: string, at: number): number {
  return at + ((text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1)
}

/** Between quotation marks, or in a block quote. */
function isSomebodyElses({ blocks, text }: Letter, { start, end }: Span): boolean {
  const block = blocks.find((other) => other.start <= start && end <= other.end)
  return block !== undefined && (block.quoted || isQuoted(text.slice(block.start, block.end), start - block.start))
}

/** The patterns that may match in a text: all but those that need something that it doesn't hold. */
function patternsFor(
  patterns: readonly string[],
  { patternNeeds }: Pack,
  mayHold: (piece: string) => boolean,
): readonly RegExp[] {
  const compiled: RegExp[] = []
  for (const source of patterns) {
    if (!Object.hasOwn(patternNeeds, source) || patternNeeds[source]!.some(mayHold)) compiled.push(compile(source))
  }
  return compiled
}

const known = new Map<string, RegExp>()

/** A pattern, compiled once. */
function compile(source: string): RegExp {
  let compiled = known.get(source)
  if (!compiled) {
    compiled = new RegExp(source, 'gu')
    known.set(source, compiled)
  }
  return compiled
}
