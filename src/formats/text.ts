import type { LetterDocument } from '../types.ts'
import { assertTextLength } from './decode.ts'
import {
  looksLikeCapitalHeading,
  looksLikeColonHeading,
  looksLikeHeading,
  looksLikeLetterPart,
} from './heading-line.ts'
import { endsMidSentence, meantBreaks, type Wrapping, wrappingOf } from './lines.ts'
import { textListMarker } from './list-marker.ts'
import { type Line, meantLines, writeLines } from './paragraph.ts'
import { type SourceLine, sourceLines, withLineFeeds } from './source-lines.ts'
import { TextBuilder } from './text-builder.ts'

/** A line without the `>` before it. */
interface TextLine {
  /** Where the file's line begins. */
  readonly from: number
  readonly start: number
  readonly text: string
  /** White space before the text, in characters, after the `>`. */
  readonly indent: number
  readonly quoted: boolean
}

type Kind = 'paragraph' | 'heading' | 'item'

/** Lines that make one block. `depth` as in `Block`. */
interface TextBlock {
  readonly kind: Kind
  readonly depth: number
  readonly lines: readonly TextLine[]
}

/**
 * Reads a letter in plain text. Blank lines part paragraphs, and so does an indented line after a full one. Underlined
 * lines are headings; so are lines in capitals and short lines of their own, where nothing says otherwise. Lines that
 * begin with a bullet or number are list items, and lines that begin with `>` are the words of somebody else.
 *
 * Throws `input-too-large`.
 */
export function readText(source: string): LetterDocument {
  assertTextLength(source)
  const builder = new TextBuilder()
  const work = withLineFeeds(source)
  let wrapping: Wrapping | undefined
  const file = { source: work, wrapping: () => (wrapping ??= wrappingOf(work)) }
  for (const block of blocksOf(groupsOf(work), file.wrapping)) {
    const lines = block.lines.map((line) => builderLine(line))
    const quoted = block.lines[0]?.quoted ?? false
    writeLines(builder, { kind: block.kind, depth: block.depth, quoted }, lines, meantLines(lines, file))
  }
  return {
    format: 'text',
    text: builder.text(),
    source,
    blocks: builder.blocks,
    segments: builder.segments,
    marks: builder.marks,
    notes: [],
    frontMatter: Object.create(null),
  }
}

function builderLine(line: TextLine): Line {
  return { pieces: [{ text: line.text, from: line.start, strong: false }], breakAt: line.from - 1, hard: false }
}

/** Lines with no blank line between them, all quoted or none. */
function groupsOf(source: string): TextLine[][] {
  const groups: TextLine[][] = []
  let last: TextLine | undefined
  for (const line of sourceLines(source, source.startsWith('\uFEFF') ? 1 : 0)) {
    const next = textLine(source, line)
    if (next && last && next.quoted === last.quoted) groups.at(-1)?.push(next)
    else if (next) groups.push([next])
    last = next
  }
  return groups
}

/** A line that speaks to klarbrev is no text: `<!-- klarbrev-ignore … -->`. */
const remark = /^<!--\s*klarbrev-[^>]*-->$/u
const quoteMarks = /(?:>[ \t]?)+/y

function textLine(source: string, line: SourceLine): TextLine | undefined {
  quoteMarks.lastIndex = line.textStart
  const marks = quoteMarks.exec(source)?.[0].length ?? 0
  let start = line.textStart + marks
  while (start < line.textEnd && /[ \t]/.test(source[start] ?? '')) start++
  if (start >= line.textEnd || remark.test(source.slice(start, line.textEnd))) return undefined
  const indent = marks > 0 ? start - line.textStart - marks : start - line.from
  return { from: line.from, start, text: source.slice(start, line.textEnd), indent, quoted: marks > 0 }
}

/** Where the reader is: what a block is depends on what came before and comes after. */
interface Place {
  readonly previous: readonly TextLine[] | undefined
  readonly next: readonly TextLine[] | undefined
  /** After "Venlig hilsen" stand names, not headings. */
  readonly afterClosing: boolean
  /** Indents of the items around, if the group before ended in a list. */
  readonly openItems: readonly number[]
}

function* blocksOf(groups: readonly (readonly TextLine[])[], wrapping: () => Wrapping): Generator<TextBlock> {
  let afterClosing = false
  let openItems: readonly number[] = []
  for (const [index, group] of groups.entries()) {
    const place = { previous: groups[index - 1], next: groups[index + 1], afterClosing, openItems }
    const { blocks, open } = blocksOfGroup(group, place, wrapping)
    openItems = open
    afterClosing ||= group.some((line) => closing.test(line.text))
    yield* blocks
  }
}

const closing =
  /^(?:(?:med|de) )?(?:venlig|bedste|mange|kærlig)\p{L}* hilsen|^(?:mvh|yours|(?:kind|best) regards)(?!\p{L})/iu
const greeting = /^(?:kære|hej|goddag|dear|hello|hi)(?![\p{L}\p{N}])/iu
const underline = /^(?:={3,}|-{3,})$/
/** A ruler across the page, or a line to sign on. */
const ruler = /^(?:[-=_*~•.–—] ?){3,}$/

function blocksOfGroup(
  group: readonly TextLine[],
  place: Place,
  wrapping: () => Wrapping,
): { blocks: TextBlock[]; open: readonly number[] } {
  const blocks: TextBlock[] = []
  let paragraph: TextLine[] = []
  let item: { readonly depth: number; readonly indent: number; readonly lines: TextLine[] } | undefined
  let open = (group[0]?.indent ?? 0) > 0 || (group[0] && markerOf(group[0])) ? place.openItems : []

  const flush = (): void => {
    if (item) blocks.push({ kind: 'item', depth: item.depth, lines: item.lines })
    else if (paragraph.length > 0) blocks.push(...paragraphBlocks(paragraph, group, place))
    paragraph = []
    item = undefined
  }

  for (const [index, line] of group.entries()) {
    const before = group[index - 1]
    const marker = markerOf(line)
    if (ruler.test(line.text)) {
      const heading = underline.test(line.text) && !item ? underlinedLine(paragraph, line) : undefined
      if (heading) paragraph.pop()
      flush()
      if (heading) blocks.push({ kind: 'heading', depth: line.text.startsWith('=') ? 1 : 2, lines: [heading] })
      open = []
    } else if (marker && mayBeginItem(marker.number, before, item !== undefined)) {
      flush()
      open = [...open.filter((indent) => indent < line.indent), line.indent]
      item = { depth: open.length, indent: line.indent, lines: [dropMarker(line, marker.length)] }
    } else if (item && (line.indent > item.indent || goesOn(before, line, wrapping))) {
      item.lines.push(line)
    } else if (!item && index === 0 && open.length > 0 && line.indent > (open[0] ?? 0)) {
      // An indented paragraph after a list belongs to its last item.
      item = { depth: open.length, indent: line.indent - 1, lines: [line] }
    } else {
      if (item || beginsParagraph(line, before, group[index + 1])) flush()
      if (line.indent === 0) open = []
      paragraph.push(line)
    }
  }
  flush()
  return { blocks, open }
}

function markerOf(line: TextLine): ReturnType<typeof textListMarker> {
  return textListMarker(line.text, 0)
}

function dropMarker(line: TextLine, length: number): TextLine {
  return { ...line, start: line.start + length, text: line.text.slice(length) }
}

/** A number in the middle of a sentence may come to stand at the start of a line: "senest den / 14. Husk". */
function mayBeginItem(number: number | undefined, before: TextLine | undefined, inList: boolean): boolean {
  return (
    number === undefined ||
    before === undefined ||
    inList ||
    number === 1 ||
    (/[.:;!?]$/.test(before.text) && !endsMidSentence(before.text))
  )
}

function goesOn(before: TextLine | undefined, line: TextLine, wrapping: () => Wrapping): boolean {
  if (!before) return false
  const lines = [before, line].map(({ indent, text }) => ' '.repeat(indent) + text)
  return meantBreaks(lines, wrapping())[1] === false
}

/** A first line that is indented begins a paragraph; lines that are all indented under a first one hang from it. */
function beginsParagraph(line: TextLine, before: TextLine | undefined, after: TextLine | undefined): boolean {
  if (!before || line.indent <= before.indent || line.indent > before.indent + 12) return false
  if (after && after.indent >= line.indent) return false
  return /[.!?:]["»”)]?$/u.test(before.text) && /^["»“(]?[\p{Lu}\p{N}§]/u.test(line.text)
}

/** The line that an underline makes a heading, unless it is a ruler under an address or a paragraph. */
function underlinedLine(paragraph: readonly TextLine[], ruler: TextLine): TextLine | undefined {
  const line = paragraph.at(-1)
  if (!line || !looksLikeHeading(line.text)) return undefined
  return paragraph.length === 1 || Math.abs(line.text.length - ruler.text.length) <= 3 ? line : undefined
}

function paragraphBlocks(lines: readonly TextLine[], group: readonly TextLine[], place: Place): TextBlock[] {
  const [first, ...rest] = lines
  if (!first) return []
  const isHeading =
    rest.length > 0
      ? looksLikeCapitalHeading(first.text) && readsAsProse(rest)
      : group.length === 1
        ? isHeadingAlone(first, place)
        : looksLikeColonHeading(first.text) && group[0] === first
  if (!isHeading) return [{ kind: 'paragraph', depth: 0, lines }]
  const heading: TextBlock = { kind: 'heading', depth: 2, lines: [first] }
  return rest.length > 0 ? [heading, { kind: 'paragraph', depth: 0, lines: rest }] : [heading]
}

/** Whether a line between blank lines is a heading. When unsure it is not: names and addresses stand alone too. */
function isHeadingAlone({ text, quoted }: TextLine, { previous, next, afterClosing }: Place): boolean {
  if (quoted || afterClosing || looksLikeLetterPart(text)) return false
  if (looksLikeCapitalHeading(text) || looksLikeColonHeading(text)) return true
  if (!next || !looksLikeHeading(text) || looksLikeName(text)) return false
  const isSubject = greeting.test(next[0]?.text ?? '')
  if (isSubject || readsAsSentence.test(text)) return isSubject
  // Right below the greeting stands what the letter is about.
  const mayBeLong = previous?.length === 1 && greeting.test(previous[0]?.text ?? '')
  return (
    (mayBeLong || text.split(/\s+/u).length <= 5) &&
    (readsAsProse(next) || (next[0] !== undefined && markerOf(next[0]) !== undefined))
  )
}

/** "Du får ikke støtte" is short and has no full stop, but it is the decision, not a heading. */
const readsAsSentence = /^(?:du|vi|jeg|han|hun|you|we|they|he|she|please|tak|thank)(?!\p{L})/iu

/** "Mette Lindholm", "Furesø Kommune": every word has a capital. */
function looksLikeName(text: string): boolean {
  const words = text.split(/\s+/u)
  return (
    words.length > 1 &&
    words.every((word) => /^\p{Lu}/u.test(word) || /^(?:af|og|de|la|von|van|of|and|the|for)$/u.test(word))
  )
}

function readsAsProse(lines: readonly TextLine[]): boolean {
  const text = lines.map((line) => line.text).join(' ')
  const words = text.split(/\s+/u)
  return (
    words.length >= 5 &&
    /[.!?:]["»”)]?(?:\s|$)/u.test(text) &&
    words.filter((word) => /^\p{Ll}/u.test(word)).length > words.length / 2
  )
}
