/**
 * Makes Markdown short before remark reads it.
 *
 * remark looks at every character several times; that is most of the time a letter costs. But a letter is mostly plain
 * words, and plain words have no say in how Markdown is understood. So each run of plain characters is replaced by the
 * single letter `x`, and a map leads from the short text back to the file. What remark finds is the same as without:
 *
 * - A run begins and ends with a letter or digit, so the neighbours of `*` and `_` keep their kind (the flanking rules).
 *   Only at the end of a line may it end with a full stop or the like.
 * - A run never holds a mark (`\`, backtick, `*`, `_`, brackets, `&`, `|`, `~`), a tab or a line ending. Hard breaks,
 *   escapes, entities, table pipes and closing `#`s stay as they are.
 * - Indentation and every marker at the start of a line (`>`, `-`, `1.`, `#`) stay. `x` is never a marker itself, nor
 *   can it be part of an underline, a fence or a table's second row, which hold no letters.
 * - Near `](` only single words are replaced, since a space decides whether something is the address of a link.
 * - Where there is HTML, whose names matter, and in files with link definitions, whose labels are compared with each
 *   other, nothing is replaced.
 *
 * Two things are replaced always, since Markdown would read them as something they are not in a letter: a merge field
 * in angle brackets (HTML to Markdown) and an ordinal such as the `3.` of "3. marts 2026" (a list to Markdown).
 */

import { ordinalLength } from './list-marker.ts'
import { angleField, type IsMergeField } from './merge-field.ts'

/** What may be replaced: nothing but fields and ordinals, single words, or runs of words. */
export type Shortening = 'none' | 'words' | 'runs'

export interface ShortText {
  readonly text: string
  /** Where a character of the short text stands in the file. */
  readonly toSource: (offset: number) => number
}

/** The letter that stands for a run. */
const standIn = 'x'

/** In the middle of a file this is white space to remark, but at the start of what it reads it would vanish. */
const byteOrderMark = '\uFEFF'
const noBreakSpace = '\u00A0'

const marker = /[ \t]*(?:>|(?:[-+*]|\d{1,9}[.)]|#{1,6})(?=[ \t\r\n]|$))/y
const blank = /[ \t]*/y

const kept = String.raw`&(?:#[xX]?)?[\p{L}\p{N}]{1,40};`
const inner = String.raw`[^\n\r\t\\\x60*_[\]<>&|~]`
const content: Readonly<Record<Shortening, RegExp>> = {
  none: new RegExp(`(?<field>${angleField.source})`, 'gu'),
  words: new RegExp(`${kept}|(?<field>${angleField.source})|(?<run>[\\p{L}\\p{N}][\\p{L}\\p{N}\\p{M}]*)`, 'gu'),
  runs: new RegExp(
    `${kept}|(?<field>${angleField.source})|(?<run>[\\p{L}\\p{N}](?:${inner}*(?:[\\p{L}\\p{N}\\p{M}]|[.,:;?](?=\\r?$)))?)`,
    'gmu',
  ),
}

/** How far a piece of Markdown may be shortened. `<` before what becomes an `x` would begin a tag. */
export function possibleShortening(markdown: string, isField: IsMergeField): Shortening {
  if (markdown.includes('<') && /<[\p{L}\p{N}/!?]/u.test(withoutFields(markdown, isField))) return 'none'
  return markdown.includes('](') ? 'words' : 'runs'
}

/** Shortens the whole lines of `source` between two offsets. */
export function shorten(
  source: string,
  from: number,
  to: number,
  shortening: Shortening,
  isField: IsMergeField,
): ShortText {
  const markdown = source.slice(from, to)
  const parts: string[] = []
  /** Offsets in the short text at which the distance to the file changes, and the offsets in the file they stand for. */
  const shortOffsets = [0]
  const sourceOffsets = [from]
  let done = 0
  let length = 0
  for (const { start, end, text = standIn } of standIns(markdown, shortening, isField)) {
    parts.push(markdown.slice(done, start), text)
    length += start - done + 1
    shortOffsets.push(length)
    sourceOffsets.push(from + end)
    done = end
  }
  parts.push(markdown.slice(done))
  return { text: parts.join(''), toSource: (offset) => mapBack(offset, shortOffsets, sourceOffsets) }
}

/** Characters to be replaced, by `x` unless `text` says otherwise. */
interface Range {
  readonly text?: string
  readonly start: number
  readonly end: number
}

function* standIns(markdown: string, shortening: Shortening, isField: IsMergeField): Generator<Range> {
  const first = markdown.startsWith(byteOrderMark) ? 1 : 0
  if (first > 0) yield { start: 0, end: 1, text: noBreakSpace }
  for (let at = first; at < markdown.length; ) {
    const feed = markdown.indexOf('\n', at)
    const end = feed < 0 ? markdown.length : feed
    const start = contentStart(markdown, at)
    yield* standInsOfLine(markdown, start, end, shortening, isField)
    at = end + 1
  }
}

function* standInsOfLine(
  markdown: string,
  start: number,
  end: number,
  shortening: Shortening,
  isField: IsMergeField,
): Generator<Range> {
  const ordinal = shortening === 'runs' ? 0 : ordinalLength(markdown, start)
  if (ordinal > 0) yield { start, end: start + ordinal }
  const from = start + ordinal
  for (const match of markdown.slice(from, end).matchAll(content[shortening])) {
    const { field, run } = match.groups ?? {}
    if (run === undefined && !(field !== undefined && isField(field))) continue
    yield { start: from + match.index, end: from + match.index + match[0].length }
  }
}

/** Where the text of a line begins, after indentation and markers. An ordinal is no marker. */
function contentStart(markdown: string, from: number): number {
  let at = from
  for (;;) {
    blank.lastIndex = at
    const next = at + (blank.exec(markdown)?.[0].length ?? 0)
    if (ordinalLength(markdown, next) > 0) return next
    marker.lastIndex = at
    const length = marker.exec(markdown)?.[0].length ?? 0
    if (length === 0) return next
    at += length
  }
}

function mapBack(offset: number, shortOffsets: readonly number[], sourceOffsets: readonly number[]): number {
  let low = 0
  let high = shortOffsets.length
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if ((shortOffsets[middle] ?? 0) <= offset) low = middle
    else high = middle
  }
  return (sourceOffsets[low] ?? 0) + offset - (shortOffsets[low] ?? 0)
}

const anyField = new RegExp(angleField.source, 'gu')

function withoutFields(markdown: string, isField: IsMergeField): string {
  return markdown.replace(anyField, (tag) => (isField(tag) ? '' : tag))
}
