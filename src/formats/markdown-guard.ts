import { limits } from '../limits.ts'
import type { SourceLine } from './source-lines.ts'

/** Says whether the lines from `first` up to `last`, with no blank line among them, are too complex for remark. */
export type IsTooComplex = (first: number, last: number) => boolean

/**
 * remark needs time that grows with the square of some things. What no letter has so many of is refused here, in one
 * pass, before remark sees it. Measured with remark-parse 11: 0.06 µs for a mark and a character of its block, 80 µs
 * for a line and for each list or quote around it, and quadratic time for lines that go on lazily after a quote or
 * list (500: 8 ms), for underlines of headings (200: 8 ms) and for link definitions.
 */
const lazyLines = 500
const underlines = 200
const definitions = 200
/** Marks times characters, over all blocks with more marks than prose has. */
const inlineWork = 5_000_000
const usualMarks = 20
/** Lines, and the lists and quotes around them but for the outermost. */
const lineWork = 4_000
const lineWorkPerCharacter = 0.015

interface Line {
  readonly text: string
  readonly quotes: number
  /** Columns at which the text of each list item that begins on this line stands. */
  readonly items: readonly { readonly column: number; readonly content: number }[]
  readonly indent: number
  readonly content: string
}

/**
 * A guard for one file. Lines must be shown in order, as work adds up over the file. `together` says that the file is
 * parsed in one go, so that underlines add up too.
 */
export function complexityGuard(source: string, lines: readonly SourceLine[], together: boolean): IsTooComplex {
  let openItems: readonly number[] = []
  let inline = 0
  let work = 0
  let underlined = 0
  let defined = 0

  return (first, last) => {
    let complex = false
    let marks = 0
    let length = 0
    let lazy = 0
    let lineUnits = 0
    let inlineUnits = 0
    if (!together) underlined = 0
    for (let index = first; index < last; index++) {
      const { from, end } = lines[index] as SourceLine
      const line = readLine(source, from, end)
      if (line === undefined) {
        complex = true
        continue
      }
      openItems = itemsAround(line, openItems, index === first)
      const depth = openItems.length
      lineUnits += Math.max(1, line.quotes + depth)
      lazy = isBare(line) && index > first ? lazy + 1 : 0
      if (/^[ \t>]*(?:=+|-+)[ \t\r]*$/.test(line.text)) complex ||= ++underlined > underlines
      if (line.content.startsWith('[') && line.content.includes(']:')) complex ||= ++defined > definitions
      if (beginsBlock(line)) {
        inlineUnits += inlineCost(marks, length)
        marks = length = 0
      }
      marks += line.content.match(/\*\*?|__?|`+|[[\]<]/g)?.length ?? 0
      length += end - from + 1
      complex ||= line.quotes > limits.quoteDepth || depth > limits.listDepth
      complex ||= marks > limits.blockMarks || lazy > lazyLines
    }
    inlineUnits += inlineCost(marks, length)
    complex ||= inline + inlineUnits > inlineWork
    complex ||= work + lineUnits > lineWork + source.length * lineWorkPerCharacter
    if (complex) return true
    inline += inlineUnits
    work += lineUnits
    return false
  }
}

function inlineCost(marks: number, length: number): number {
  return Math.max(0, marks - usualMarks) * length
}

/** A line that may go on lazily with what is in a quote or list. */
function isBare(line: Line): boolean {
  return line.indent === 0 && line.items.length === 0 && line.quotes === 0
}

/** Columns of the list items that a line stands in. A blank line before the first line ends what it is not indented for. */
function itemsAround(line: Line, open: readonly number[], afterBlank: boolean): readonly number[] {
  if (line.items.length === 0) return afterBlank ? open.filter((column) => column <= line.indent) : open
  let items: readonly number[] = open
  for (const { column, content } of line.items) items = [...items.filter((outer) => outer <= column), content]
  return items
}

/** A bullet or a heading begins a block of text of its own, whatever stood before. */
function beginsBlock(line: Line): boolean {
  const [item] = line.items
  return (
    (item !== undefined && item.column < 4 && line.content !== '') ||
    (line.indent < 4 && /^#{1,6}[ \t]/.test(line.content))
  )
}

const rule = /^[ \t]*([-*_])(?:[ \t]*\1){2,}[ \t\r]*$/
const itemMarker = /(?:[-+*]|\d{1,9}[.)])(?=[ \t\r]|$)/y

/** Undefined for a line with more markers than any limit allows. */
function readLine(source: string, from: number, end: number): Line | undefined {
  const text = source.slice(from, end)
  const items: { column: number; content: number }[] = []
  let quotes = 0
  let column = 0
  let indent = 0
  let at = 0
  const isRule = rule.test(text)
  for (;;) {
    for (; text[at] === ' ' || text[at] === '\t'; at++) column += text[at] === '\t' ? 4 - (column % 4) : 1
    const last = items.at(-1)
    if (last && last.content < 0) last.content = column
    if (quotes === 0 && items.length === 0) indent = column
    itemMarker.lastIndex = at
    const marker = isRule ? undefined : itemMarker.exec(text)?.[0]
    if (text[at] === '>') {
      quotes++
      at++
      column++
    } else if (marker) {
      items.push({ column, content: -1 })
      at += marker.length
      column += marker.length
    } else {
      return { text, quotes, items, indent, content: text.slice(at) }
    }
    if (quotes > limits.quoteDepth || items.length > limits.listDepth) return undefined
  }
}
