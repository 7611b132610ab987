import { limits } from '../limits.ts'
import { ordinalLength } from './list-marker.ts'
import { complexityGuard } from './markdown-guard.ts'
import { isBlank, type SourceLine } from './source-lines.ts'

/**
 * Consecutive lines of a Markdown file that can be understood without the rest of it.
 *
 * - `plain`: a paragraph (or a `#` heading and the paragraph under it) without a single mark. It needs no parser.
 * - `marked`: for remark.
 * - `complex`: too complex for remark, taken as plain text.
 */
export interface Part {
  readonly kind: 'plain' | 'marked' | 'complex'
  /** Indexes of lines, `last` exclusive. Plain and complex parts have no blank lines. */
  readonly first: number
  readonly last: number
}

/**
 * Cuts a Markdown file at blank lines. A blank line and then text that is neither indented nor a list item ends every
 * list, quote and table, so what follows does not depend on what came before. Only a code fence, some HTML and link
 * definitions reach further: a file that may have those stays in one part, apart from what is too complex.
 */
export function markdownParts(source: string, lines: readonly SourceLine[], split = true): Part[] {
  const together = !split || reachesFar(source)
  const isTooComplex = complexityGuard(source, lines, together)
  const parts: Part[] = []
  for (const { first, last } of chunks(lines)) {
    const plain = isPlain(source, lines, first, last)
    const kind = plain && !together ? 'plain' : !isTooComplex(first, last) ? 'marked' : plain ? 'plain' : 'complex'
    const before = parts.at(-1)
    if (
      kind === 'marked' &&
      before?.kind === 'marked' &&
      (together || mayBelongToList(source, lines[first] as SourceLine))
    ) {
      parts[parts.length - 1] = { ...before, last }
    } else {
      parts.push({ kind, first, last })
    }
  }
  return parts
}

/** Runs of lines with no blank line among them. */
function* chunks(lines: readonly SourceLine[]): Generator<{ first: number; last: number }> {
  let first = 0
  for (let index = 0; index <= lines.length; index++) {
    const line = lines[index]
    if (line && !isBlank(line)) continue
    if (index > first) yield { first, last: index }
    first = index + 1
  }
}

/** Marks that mean something inside a line, and `<`, `&` and `](` where they may. */
const inlineMark = /[\\`*_|]|<[\p{L}\p{N}/!?<]|&#?[\p{L}\p{N}]+;|\]\(/u
/** What means something at the start of a line. An ordinal is looked at apart. */
const lineMark = /^[ \t]*(?:[#>~=]|[-+](?:[ \t\r]|$)|--|\d{1,9}[.)](?:[ \t\r]|$))/m
const numberAtStart = /^[ \t]*(?=\d{1,2}\.)/gm
const headingLine = /#{1,6}[ \t]+[^\s#][^\n]*(?:\n(?![ \t])|$)/y

function isPlain(source: string, lines: readonly SourceLine[], first: number, last: number): boolean {
  const from = (lines[first] as SourceLine).from
  const end = (lines[last - 1] as SourceLine).end
  if ((lines[first] as SourceLine).textStart > from || source[from] === '\uFEFF') return false
  const text = source.slice(from, end)
  if (inlineMark.test(text) || countBrackets(text) > limits.blockMarks) return false
  headingLine.lastIndex = 0
  const heading = text.startsWith('#') ? (headingLine.exec(text)?.[0].length ?? 0) : 0
  return !lineMark.test(withoutOrdinals(text.slice(heading)))
}

/** Brackets without an address mean nothing, but so many of them are no letter. */
function countBrackets(text: string): number {
  return text.includes('[') || text.includes(']') ? (text.match(/[[\]]/g)?.length ?? 0) : 0
}

function withoutOrdinals(text: string): string {
  if (!/\d\./.test(text)) return text
  return text.replace(numberAtStart, (space, at: number) => (ordinalLength(text, at + space.length) > 0 ? 'x' : space))
}

function mayBelongToList(source: string, line: SourceLine): boolean {
  return line.textStart > line.from || /^(?:[-+*]|\d{1,9}[.)])/.test(source.slice(line.from, line.from + 11))
}

const definition = /^[ \t\uFEFF>+*\d.)-]*\[/m
const farReachingHtml = /<(?:\?|![A-Z[]|(?:script|pre|style|textarea)(?![\w-]))/i

/** Whether a file may have something that a blank line does not end. */
function reachesFar(source: string): boolean {
  if (source.includes('```') || source.includes('~~~')) return true
  if (hasDefinitions(source)) return true
  return source.includes('<') && (farReachingHtml.test(source) || hasLongComment(source))
}

/** Whether a file may have link definitions (`[label]: address`). */
export function hasDefinitions(source: string): boolean {
  return source.includes(']:') && definition.test(source)
}

function hasLongComment(source: string): boolean {
  for (let at = source.indexOf('<!--'); at >= 0; at = source.indexOf('<!--', at + 4)) {
    const end = source.indexOf('-->', at)
    if (end < 0 || /\n[ \t\r]*\n/.test(source.slice(at, end))) return true
    at = end
  }
  return false
}
