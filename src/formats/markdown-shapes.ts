import type { List, PhrasingContent, RootContent, Text } from 'mdast'
import type { MarkdownTree, Place } from './markdown-tree.ts'

/*
 * The simplest shapes that `shorten` leaves: lines with bold words, a list with one line an item, and both under a
 * heading. Most letters have nothing else, and loading remark takes longer than reading them.
 */

/** Longer ones are left to remark. */
const longestShape = 400

interface ShapeLine {
  readonly text: string
  readonly start: number
  /** Whether the line before ends with the two spaces of a hard break. */
  readonly afterHardBreak: boolean
}

/** What was read so far. */
interface Shape {
  readonly children: RootContent[]
  readonly places: Place[]
  list: { readonly node: List; readonly marker: string } | undefined
}

/**
 * The tree that remark would give for Markdown of one of the simplest shapes; undefined for any other. May only be
 * asked about Markdown that was shortened to runs, in a file without definitions.
 */
export function simpleTree(markdown: string): MarkdownTree | undefined {
  if (markdown.length > longestShape) return undefined
  const shape: Shape = { children: [], places: [], list: undefined }
  let start = 0
  let afterHardBreak = false
  for (const line of markdown.split('\n')) {
    const text = withoutEnd(line)
    if (!addLine(shape, { text, start, afterHardBreak })) return undefined
    afterHardBreak = line.startsWith('  ', text.length)
    start += line.length + 1
  }
  return { root: { type: 'root', children: shape.children }, places: shape.places }
}

const headingMark = /^#{1,6} (?=x)/
const itemMark = /^(?:([-*+])|(\d{1,9})([.)])) (?=x|\*\*x)/
/** What may begin a line of a paragraph without being the mark of something else. */
const lineStart = /^(?:[x(»"§[]|\*\*x)/

/** Adds a line to what came before. False where the line, or what it does after those before it, is not simple. */
function addLine(shape: Shape, line: ShapeLine): boolean {
  const heading = headingMark.exec(line.text)
  const item = itemMark.exec(line.text)
  const markLength = (heading ?? item)?.[0].length ?? 0
  if (markLength === 0 && !lineStart.test(line.text)) return false
  const content = phrasing(line.text.slice(markLength), line.start + markLength, shape.places)
  if (!content) return false
  if (heading) return addHeading(shape, markLength - 1, content)
  return item ? addItem(shape, item, content) : addText(shape, line, content)
}

function addHeading({ children }: Shape, depth: number, content: PhrasingContent[]): boolean {
  if (children.length > 0) return false
  children.push({
    type: 'heading',
    depth: depth as 1 | 2 | 3 | 4 | 5 | 6,
    children: content,
    position: range(0, depth),
  })
  return true
}

function addItem(shape: Shape, mark: RegExpExecArray, content: PhrasingContent[]): boolean {
  const [, bullet, number, delimiter] = mark
  const marker = bullet ?? delimiter ?? ''
  if (!shape.list) {
    // A number other than 1 does not end a paragraph.
    if (number !== undefined && Number(number) !== 1 && shape.children.at(-1)?.type === 'paragraph') return false
    shape.list = { node: { type: 'list', ordered: number !== undefined, children: [] }, marker }
    shape.children.push(shape.list.node)
  }
  shape.list.node.children.push({ type: 'listItem', children: [{ type: 'paragraph', children: content }] })
  return shape.list.marker === marker
}

function addText({ children, list }: Shape, line: ShapeLine, content: PhrasingContent[]): boolean {
  const before = children.at(-1)
  const feed = line.start - 1
  if (before?.type !== 'paragraph') children.push({ type: 'paragraph', children: content })
  else if (line.afterHardBreak) before.children.push({ type: 'break', position: range(feed, line.start) }, ...content)
  else before.children.push({ type: 'text', value: '\n', position: range(feed, line.start) }, ...content)
  return list === undefined
}

const simpleCharacters = /^[x .,:;?!()"'/%§»«–*[\]]*$/

/**
 * Words and bold words. A `**` that opens stands at the start or after a space, and before a word; one that closes
 * stands at the end, or before a space or a stop. Then there is no doubt which is which.
 */
function phrasing(text: string, start: number, places: Place[]): PhrasingContent[] | undefined {
  if (!simpleCharacters.test(text)) return undefined
  const parts = text.split('**')
  if (parts.length % 2 === 0) return undefined
  const nodes: PhrasingContent[] = []
  let at = start
  for (const [index, part] of parts.entries()) {
    const isBold = index % 2 === 1
    if (part.includes('*') || (isBold && !isClearlyBold(parts, index))) return undefined
    const words = part === '' ? [] : [textNode(part, at, places)]
    nodes.push(...(isBold ? [{ type: 'strong' as const, children: words }] : words))
    at += part.length + 2
  }
  return nodes
}

function isClearlyBold(parts: readonly string[], index: number): boolean {
  const [before = '', words = '', after = ''] = parts.slice(index - 1, index + 2)
  const opens = before === '' ? index === 1 : before.endsWith(' ')
  const ends = after === '' ? index === parts.length - 2 : after.startsWith(' ')
  return (
    opens && words.startsWith('x') && (ends ? /[^ ]$/.test(words) : words.endsWith('x') && /^[.,:;?!)]/.test(after))
  )
}

function textNode(value: string, start: number, places: Place[]): Text {
  const end = start + value.length
  places.push({ start, end, valueEnd: value.length })
  return { type: 'text', value, position: range(start, end) }
}

/** Only offsets count: nobody asks a shortened text for its lines. */
function range(start: number, end: number): NonNullable<Text['position']> {
  return { start: { line: 1, column: 1, offset: start }, end: { line: 1, column: 1, offset: end } }
}

/** The line without the spaces and the carriage return at its end. */
function withoutEnd(line: string): string {
  let end = line.endsWith('\r') ? line.length - 1 : line.length
  while (line[end - 1] === ' ') end--
  return line.slice(0, end)
}
