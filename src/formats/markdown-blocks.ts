import type { Definition, Heading, List, Nodes, Parents } from 'mdast'
import {
  looksLikeBoldHeading,
  looksLikeCapitalHeading,
  looksLikeColonHeading,
  looksLikeHeading,
} from './heading-line.ts'
import type { Wrapping } from './lines.ts'
import { foreignMarkerLength } from './list-marker.ts'
import { linesOfNode, type ParsedMarkdown, rawLines } from './markdown-lines.ts'
import { dropStart, type Line, lineText, meantLines, writeLines } from './paragraph.ts'
import type { BlockStart, TextBuilder } from './text-builder.ts'

/** Everything that is needed while one file is written. */
export interface Writing {
  readonly builder: TextBuilder
  readonly source: string
  readonly wrapping: () => Wrapping
  readonly tables: { count: number }
}

/** What stands around a node. */
interface Surroundings {
  readonly quoted: boolean
  /** Nesting depth of the list item around; 0 for none. */
  readonly depth: number
}

const nothingAround: Surroundings = { quoted: false, depth: 0 }

/** Writes what remark found. Trees can be deep, so this goes from node to node without recursion. */
export function writeTree(writing: Writing, parsed: ParsedMarkdown): void {
  const open: { node: Nodes; around: Surroundings }[] = [{ node: parsed.tree.root, around: nothingAround }]
  for (let next = open.pop(); next; next = open.pop()) {
    const { node, around } = next
    const inside = writeNode(writing, parsed, node, around)
    if (!inside || !('children' in node)) continue
    for (const child of node.children.toReversed()) open.push({ node: child, around: inside })
  }
}

/** Writes a paragraph that stands by itself, with the heading that may be its first line. */
export function writeOwnParagraph(writing: Writing, lines: readonly Line[]): void {
  if (lines.length > 0) writeParagraph(writing, nothingAround, lines)
}

/** Writes a node that holds text. For a node that holds other nodes, returns what surrounds them. */
function writeNode(
  writing: Writing,
  parsed: ParsedMarkdown,
  node: Nodes,
  around: Surroundings,
): Surroundings | undefined {
  switch (node.type) {
    case 'paragraph':
      writeParagraph(writing, around, linesOfNode(node, parsed))
      return undefined
    case 'heading':
      writeHeading(writing, parsed, node, around)
      return undefined
    case 'table':
      writing.tables.count++
      for (const [row, { children }] of node.children.entries()) {
        for (const [column, cell] of children.entries()) {
          const place = { table: writing.tables.count, row: row + 1, column: column + 1 }
          writeCell(writing, around, linesOfNode(cell, parsed), place)
        }
      }
      return undefined
    case 'code':
      writeIndented(writing, parsed, node, around)
      return undefined
    case 'definition':
      if (!isLink(node)) writeParagraph(writing, around, rawLines(writing.source, ...sourceRange(node, parsed)))
      return undefined
    case 'blockquote':
      return { ...around, quoted: true }
    case 'list':
      if (writeNumberedHeading(writing, parsed, node, around)) return undefined
      return { ...around, depth: around.depth + 1 }
    case 'root':
    case 'listItem':
      return around
    default:
      return undefined
  }
}

function writeCell(
  { builder }: Writing,
  { quoted }: Surroundings,
  lines: readonly Line[],
  cell: NonNullable<BlockStart['cell']>,
): void {
  writeLines(
    builder,
    { kind: 'cell', quoted, cell },
    lines,
    lines.map(() => true),
  )
}

/** A `#` heading is one whatever it says. An underlined one may be a paragraph with a ruler under it. */
function writeHeading(writing: Writing, parsed: ParsedMarkdown, node: Heading, around: Surroundings): void {
  const lines = linesOfNode(node, parsed)
  const isUnderlined = parsed.markdown[node.position?.start.offset ?? 0] !== '#'
  const text = lines.map(lineText).join(' ')
  if (isUnderlined && (lines.length > 1 || !looksLikeBoldHeading(text))) {
    writeParagraph(writing, around, lines)
  } else {
    writeLines(
      writing.builder,
      { kind: 'heading', depth: node.depth, quoted: around.quoted },
      lines,
      lines.map(() => false),
    )
  }
}

/** Code in a fence is no text. Code that is merely indented is a letterhead that somebody moved to the right. */
function writeIndented(writing: Writing, parsed: ParsedMarkdown, node: Nodes, around: Surroundings): void {
  const [from, end] = sourceRange(node, parsed)
  const isFenced = /^[ \t>]*(?:`{3}|~{3})/.test(writing.source.slice(from, end))
  if (isFenced) return
  let paragraph: Line[] = []
  for (const line of rawLines(writing.source, from, end)) {
    const last = paragraph.at(-1)
    if (last && hasBlankLineBetween(writing.source, last, line)) {
      writeParagraph(writing, around, paragraph)
      paragraph = []
    }
    paragraph.push(line)
  }
  if (paragraph.length > 0) writeParagraph(writing, around, paragraph)
}

function hasBlankLineBetween(source: string, before: Line, line: Line): boolean {
  const from = before.pieces.at(-1)?.from ?? 0
  return /\n[ \t>\r]*\n/.test(source.slice(from, line.pieces[0]?.from ?? from))
}

/** "1. Begrundelse", alone between blank lines, is a list to Markdown but a heading to people. */
function writeNumberedHeading(writing: Writing, parsed: ParsedMarkdown, list: List, around: Surroundings): boolean {
  const [item, ...others] = list.children
  const [paragraph, ...rest] = item?.children ?? []
  if (!list.ordered || others.length > 0 || rest.length > 0 || paragraph?.type !== 'paragraph' || around.depth > 0)
    return false
  const lines = linesOfNode(paragraph, parsed)
  const [line] = lines
  if (!line || lines.length > 1 || !looksLikeHeading(lineText(line))) return false
  if (!isStrong(line) && lineText(line).split(/\s+/u).length > 6) return false
  writeLines(writing.builder, { kind: 'heading', depth: 2, quoted: around.quoted }, lines, [true])
  return true
}

/** Writes a paragraph or a paragraph of a list item, with the heading that may stand in its first line. */
function writeParagraph(writing: Writing, around: Surroundings, lines: readonly Line[]): void {
  const { builder } = writing
  const { quoted, depth } = around
  if (depth > 0) {
    writeLines(builder, { kind: 'item', depth, quoted }, lines, meantLines(lines, writing))
    return
  }
  const split = lines.length === 1 && headingOfOneLine(lines) ? 1 : boldHeadingLines(lines, builder.blocks.length === 0)
  if (split > 0) {
    writeLines(
      builder,
      { kind: 'heading', depth: 2, quoted },
      lines.slice(0, split),
      lines.map(() => false),
    )
    if (split < lines.length) writeParagraph(writing, around, lines.slice(split))
    return
  }
  writeItemsAndText(writing, quoted, lines)
}

function headingOfOneLine([line]: readonly Line[]): boolean {
  if (!line) return false
  const text = lineText(line)
  if (isStrong(line)) return looksLikeBoldHeading(text)
  if (line.pieces.some((piece) => piece.strong)) return false
  return looksLikeColonHeading(text) || looksLikeCapitalHeading(text)
}

/** How many lines at the start of a paragraph are a bold heading over the rest. */
function boldHeadingLines(lines: readonly Line[], isFirstBlock: boolean): number {
  const bold = lines.findIndex((line) => !isStrong(line))
  const count = bold < 0 ? lines.length : bold
  if (count === 0) return 0
  const [next, ...others] = lines.slice(count).map(lineText)
  if (next !== undefined && /^\p{Ll}/u.test(next)) return 0
  if (next === undefined) return looksLikeBoldHeading(lines.map(lineText).join(' ')) && isOneSentence(lines) ? count : 0
  if (!looksLikeHeading(lines[0] ? lineText(lines[0]) : '') || isLetterhead([next, ...others], isFirstBlock)) return 0
  return isOneSentence(lines.slice(0, count)) ? count : 1
}

/** Whether bold lines are one heading that was wrapped: each goes on with a lower-case letter. */
function isOneSentence(lines: readonly Line[]): boolean {
  return lines.slice(1).every((line) => /^\p{Ll}/u.test(lineText(line)))
}

/** Under a bold name: the lines of an address, not a paragraph with a heading. */
function isLetterhead(rest: readonly string[], isFirstBlock: boolean): boolean {
  const short = rest.every((line) => line.length <= 60 && !/[.!?]$/.test(line))
  return short && (isFirstBlock || rest.some((line) => /^(?:DK-?)?\d{4,5} \p{Lu}|, \d{4} \p{Lu}/u.test(line)))
}

/** Bold from end to end; a colon after it may be plain. */
function isStrong(line: Line): boolean {
  return (
    line.pieces.some((piece) => piece.strong) &&
    line.pieces.every((piece) => piece.strong || /^[\s:]*$/.test(piece.text))
  )
}

/** Writes a paragraph. Lines that begin with a bullet which Markdown does not know (•, a)) are items all the same. */
function writeItemsAndText(writing: Writing, quoted: boolean, lines: readonly Line[]): void {
  const markers = lines.map((line) => foreignMarkerLength(lineText(line)))
  const starts = [...markers.keys()].filter((index) => (markers[index] ?? 0) > 0)
  const [first = lines.length] = isEnumeration(lines, starts) ? starts : []
  const text = lines.slice(0, first)
  if (text.length > 0) writeLines(writing.builder, { kind: 'paragraph', quoted }, text, meantLines(text, writing))
  if (first === lines.length) return
  for (const [index, start] of starts.entries()) {
    const [marked, ...others] = lines.slice(start, starts[index + 1])
    if (!marked) continue
    const item = [dropStart(marked, markers[start] ?? 0), ...others]
    writeLines(writing.builder, { kind: 'item', depth: 1, quoted }, item, meantLines(item, writing))
  }
}

/** A dash or "a)" once is not yet a list; a bullet is. */
function isEnumeration(lines: readonly Line[], starts: readonly number[]): boolean {
  const [line] = starts.map((start) => lines[start])
  return line !== undefined && (starts.length > 1 || !/^(?:[–—]|\p{Ll}\))/u.test(lineText(line)))
}

function sourceRange(node: Nodes, { toSource }: ParsedMarkdown): [from: number, to: number] {
  return [toSource(node.position?.start.offset ?? 0), toSource(node.position?.end.offset ?? 0)]
}

/** "[Navn]: Hansen" is a link definition by its form. It is one only where it leads to what can be an address. */
function isLink({ url }: Definition): boolean {
  return /^(?:[a-z][a-z\d+.-]*:|www\.|#|$)|\/|@|\.\p{L}{2,}/iu.test(url)
}

/** Labels of definitions that are no links: what refers to them is text. */
export function textLabelsOf(root: Parents): Set<string> {
  const labels = new Map<string, boolean>()
  const open: Nodes[] = [root]
  for (let node = open.pop(); node; node = open.pop()) {
    if (node.type === 'definition' && !labels.has(node.identifier)) labels.set(node.identifier, isLink(node))
    if ('children' in node && !isLeaf(node)) for (const child of node.children.toReversed()) open.push(child)
  }
  return new Set([...labels].filter(([, link]) => !link).map(([label]) => label))
}

function isLeaf(node: Parents): boolean {
  return node.type === 'paragraph' || node.type === 'heading' || node.type === 'table'
}
