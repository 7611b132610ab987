import { findPatterns } from './checks/pattern.ts'
import { pack } from './pack.ts'
import type { PlaceholderWords } from './rules/vocabulary.ts'
import type { DocumentMark, Letter, Placeholder, PlaceholderType, Span } from './types.ts'

/** In a template whatever stands in square brackets is a hole, unless it is a link or said to be a quotation. */
const bracketed = /\[(?!sic\]|red\.)[^[\]\n]{1,200}\](?!\()/giu

/** How far to look beside a placeholder for what it stands for. */
const reach = 60

/**
 * The holes of a template, in order: what the rules for placeholders and instructions find, fields of Word that show
 * data, and unfilled content controls. Where two overlap, the first and longer one counts.
 */
export function findPlaceholders(letter: Letter): Placeholder[] {
  const found: (Span & { readonly name?: string })[] = letter.marks
    .filter(isDataMark)
    .map(({ start, end, detail }) => ({
      ...{ start, end },
      ...(detail === undefined ? {} : { name: detail }),
    }))
  for (const rule of pack[letter.language].rules) {
    if (rule.template === 'placeholders') found.push(...findPatterns(letter, rule.options, pack[letter.language]))
  }
  for (const match of letter.text.matchAll(bracketed))
    found.push({ start: match.index, end: match.index + match[0].length })
  const holes: (Span & { readonly name?: string })[] = []
  for (const hole of found.sort((a, b) => a.start - b.start || b.end - a.end)) {
    if (hole.end > hole.start && hole.start >= (holes.at(-1)?.end ?? 0)) holes.push(hole)
  }
  return holes.map(({ start, end, name }) => ({ start, end, types: typesOf(letter, { start, end }, name ?? '') }))
}

function isDataMark({ kind, detail = '', start, end }: DocumentMark): boolean {
  return (
    end > start &&
    (kind === 'placeholder' ||
      (kind === 'field' && /^(?:MERGEFIELD|DOCPROPERTY|DOCVARIABLE|FILLIN|ASK)\b/iu.test(detail)))
  )
}

function typesOf({ text, language }: Letter, { start, end }: Span, name: string): PlaceholderType[] {
  const inside = `${text.slice(start, end)} ${name}`
  const before = text.slice(Math.max(0, start - reach), start)
  const after = text.slice(end, end + reach)
  const words = Object.entries(pack[language].words.placeholders) as [PlaceholderType, PlaceholderWords][]
  const told = words.filter(([, type]) => matches(type.inside, inside)).map(([type]) => type)
  if (told.some((type) => definite.has(type))) return told
  const near = words.filter(([, type]) => matches(type.before, before) || matches(type.after, after))
  const types = [...new Set([...told, ...near.map(([type]) => type)])]
  return types.length > 0 ? types : ['any']
}

/** Holes that say this of themselves are nothing else, wherever they stand. */
const definite: ReadonlySet<PlaceholderType> = new Set(['contact', 'address', 'law', 'amount', 'guidance'])

const compiled = new WeakMap<readonly string[], readonly RegExp[]>()

function matches(patterns: readonly string[], text: string): boolean {
  let known = compiled.get(patterns)
  if (!known) {
    known = patterns.map((pattern) => new RegExp(pattern, 'iu'))
    compiled.set(patterns, known)
  }
  return known.some((pattern) => pattern.test(text))
}
