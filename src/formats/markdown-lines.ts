import type { InlineCode, Nodes, Parents, Text } from 'mdast'
import type { MarkdownTree } from './markdown-tree.ts'
import type { Line, Piece } from './paragraph.ts'

/** A tree and what it was parsed from. */
export interface ParsedMarkdown {
  readonly tree: MarkdownTree
  /** What remark read. */
  readonly markdown: string
  /** The file, and where in it a character of `markdown` stands. */
  readonly source: string
  readonly toSource: (offset: number) => number
  /** Labels of definitions that are no links ("[Navn]: Hansen"): what refers to them is text. */
  readonly textLabels: ReadonlySet<string>
}

interface Writer {
  readonly text: (text: string, from: number, strong: boolean) => void
  readonly lineBreak: (at: number, hard: boolean) => void
  /** Something that is no text was left out here. */
  readonly leaveOut: () => void
  readonly lines: () => Line[]
}

interface Frame {
  readonly nodes: readonly Nodes[]
  readonly strong: boolean
  next: number
}

/** The lines of a paragraph, heading or table cell: its text without marks, each piece with its place in the file. */
export function linesOfNode(block: Parents, parsed: ParsedMarkdown): Line[] {
  const writer = lineWriter()
  const frames: Frame[] = [{ nodes: block.children, strong: false, next: 0 }]
  let strongTags = 0
  for (let frame = frames.at(-1); frame; frame = frames.at(-1)) {
    const node = frame.nodes[frame.next++]
    if (!node) {
      frames.pop()
      continue
    }
    const strong = frame.strong || strongTags > 0
    if (node.type === 'text' || node.type === 'inlineCode') writePlaces(node, parsed, writer, strong)
    else if (node.type === 'break') writer.lineBreak(lineFeedIn(node, parsed), true)
    else if (node.type === 'html') strongTags = Math.max(0, strongTags + writeHtml(node, parsed, writer))
    else if (refersToText(node, parsed)) writeRaw(node, parsed, writer, strong)
    else if (node.type === 'image' || node.type === 'imageReference') writer.leaveOut()
    else if ('children' in node)
      frames.push({ nodes: node.children, strong: strong || node.type === 'strong', next: 0 })
  }
  return writer.lines()
}

/** Lines that stand in the file from one offset to another, without the quote marks and indentation before them. */
export function rawLines(source: string, from: number, to: number): Line[] {
  const writer = lineWriter()
  writeRawText(source, from, to, writer, false)
  return writer.lines()
}

function lineWriter(): Writer {
  const lines: { pieces: Piece[]; breakAt: number; hard: boolean }[] = [{ pieces: [], breakAt: 0, hard: false }]
  let leftOut = false
  return {
    text(text, from, strong) {
      const line = lines.at(-1)
      if (!line || text === '') return
      // "a <!-- b --> c" leaves one space, not two.
      const skipped = leftOut && text.startsWith(' ') && (line.pieces.at(-1)?.text.endsWith(' ') ?? true) ? 1 : 0
      leftOut = false
      if (skipped < text.length) line.pieces.push({ text: text.slice(skipped), from: from + skipped, strong })
    },
    lineBreak(at, hard) {
      const line = lines.at(-1)
      leftOut = false
      if (line?.pieces.length === 0) Object.assign(line, { breakAt: at, hard: line.hard || hard })
      else lines.push({ pieces: [], breakAt: at, hard })
    },
    leaveOut() {
      leftOut = true
    },
    lines: () => lines.filter((line) => line.pieces.length > 0),
  }
}

function startOf(node: Nodes): number {
  return node.position?.start.offset ?? 0
}

function endOf(node: Nodes): number {
  return node.position?.end.offset ?? 0
}

function lineFeedIn(node: Nodes, { markdown, toSource }: ParsedMarkdown): number {
  return toSource(Math.max(startOf(node), markdown.indexOf('\n', startOf(node))))
}

/** Writes a text or code node piece by piece. Between its pieces stand line endings and the marks of escapes. */
function writePlaces(node: Text | InlineCode, parsed: ParsedMarkdown, writer: Writer, strong: boolean): void {
  const { tree, markdown, source, toSource } = parsed
  const end = endOf(node)
  let at = startOf(node)
  let valueAt = 0
  const breakBefore = (offset: number): void => {
    const feed = markdown.slice(at, offset).indexOf('\n')
    if (feed < 0) return
    writer.lineBreak(toSource(at + feed), false)
    while (/[\r\n]/.test(node.value[valueAt] ?? '')) valueAt++
  }
  for (let index = firstPlace(tree, at); ; index++) {
    const place = tree.places[index]
    if (!place || place.end > end) break
    breakBefore(place.start)
    const from = toSource(place.start)
    const isEntity = node.type === 'text' && place.valueEnd - valueAt !== place.end - place.start
    writer.text(
      isEntity ? node.value.slice(valueAt, place.valueEnd) : source.slice(from, toSource(place.end)),
      from,
      strong,
    )
    valueAt = place.valueEnd
    at = place.end
  }
  breakBefore(end)
}

function firstPlace({ places }: MarkdownTree, offset: number): number {
  let low = 0
  let high = places.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((places[middle]?.start ?? 0) < offset) low = middle + 1
    else high = middle
  }
  return low
}

/** HTML is no text, but `<br>` breaks the line, and `<b>` makes bold as `**` does. Returns the change in bold tags. */
function writeHtml(node: Nodes, parsed: ParsedMarkdown, writer: Writer): number {
  const tag = parsed.markdown.slice(startOf(node), endOf(node))
  if (/^<br\s*\/?>$/i.test(tag)) writer.lineBreak(parsed.toSource(startOf(node)), true)
  else writer.leaveOut()
  if (/^<(?:b|strong|u)>$/i.test(tag)) return 1
  return /^<\/(?:b|strong|u)>$/i.test(tag) ? -1 : 0
}

function refersToText(node: Nodes, { textLabels }: ParsedMarkdown): boolean {
  return (node.type === 'linkReference' || node.type === 'imageReference') && textLabels.has(node.identifier)
}

function writeRaw(node: Nodes, { source, toSource }: ParsedMarkdown, writer: Writer, strong: boolean): void {
  writeRawText(source, toSource(startOf(node)), toSource(endOf(node)), writer, strong)
}

function writeRawText(source: string, from: number, to: number, writer: Writer, strong: boolean): void {
  for (let at = from; at < to; ) {
    const feed = source.indexOf('\n', at)
    const end = feed < 0 || feed > to ? to : feed
    const line = source.slice(at, end)
    const indent = at === from ? 0 : (/^[ \t>]*/.exec(line)?.[0].length ?? 0)
    writer.text(line.slice(indent).trimEnd(), at + indent, strong)
    if (end < to) writer.lineBreak(end, false)
    at = end + 1
  }
}
