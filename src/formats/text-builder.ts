import type { Block, BlockKind, DocumentMark, Segment, Span, Story } from '../types.ts'

/** What a format knows about a block when it begins. */
export interface BlockStart {
  readonly kind: BlockKind
  readonly depth?: number
  readonly quoted?: boolean
  readonly story?: Story
  readonly cell?: Block['cell']
}

/**
 * A block that has begun and not ended. `text` and `tail` are what it holds so far; `start` is where it stands in the
 * letter. The tail is what came last: only there are marks joined, as cutting the whole text each time is quadratic.
 */
interface OpenBlock {
  readonly block: BlockStart
  readonly start: number
  readonly separator: number
  readonly lineStarts: number[]
  text: string
  tail: string
}

/**
 * Collects the text of a letter block by block and remembers where in the file each character came from.
 * Formats call `begin`, then `add` for every piece of text (and `lineBreak` where the author broke the line on
 * purpose), then `end`. Empty blocks leave no trace.
 */
export class TextBuilder {
  readonly blocks: Block[] = []
  readonly segments: Segment[] = []
  readonly marks: DocumentMark[] = []
  /** Ended blocks and the blank lines between them. Joined once, as joining for every block would be quadratic. */
  #ended: string[] = []
  #endedLength = 0
  #open: OpenBlock | undefined

  /** Length of the text so far: the offset of the next character. */
  get length(): number {
    return this.#open ? endOf(this.#open) : this.#endedLength
  }

  begin(block: BlockStart): void {
    this.end()
    const separator = this.blocks.length > 0 ? 2 : 0
    const start = this.#endedLength + separator
    this.#open = { block, start, separator, lineStarts: [start], text: '', tail: '' }
  }

  /**
   * Adds text that stands at `source` in the file. Soft hyphens and other characters without width are dropped, white
   * space at the start of a block too, and characters written in parts (a + ring) are joined, so that words can be
   * matched; the segments keep the way back.
   */
  add(value: string, source: number, part?: string): void {
    const open = this.#open
    if (!open) return
    const marks = leadingMarks.exec(value)?.[0].length ?? 0
    const joined = marks > 0 && this.#join(open, value.slice(0, marks)) ? marks : 0
    const text = joined > 0 ? value.slice(joined) : value
    for (const piece of isClean(text) ? [{ text, offset: 0 }] : cleanPieces(text)) {
      const skipped = open.tail === '' ? piece.text.length - piece.text.trimStart().length : 0
      const from = source + joined + piece.offset + skipped
      this.#append(open, skipped > 0 ? piece.text.slice(skipped) : piece.text, from, part)
    }
  }

  /** A line break that the author meant. `source` is where it stands in the file. */
  lineBreak(source: number, part?: string): void {
    const open = this.#open
    if (!open || open.tail === '') return
    this.#append(open, '\n', source, part)
    open.lineStarts.push(this.length)
  }

  mark(mark: DocumentMark): void {
    this.marks.push(mark)
  }

  /** Ends the block. Blocks of white space only are taken back. */
  end(): void {
    const open = this.#open
    if (!open) return
    this.#open = undefined
    const text = (open.text + open.tail).trimEnd()
    const end = open.start + text.length
    if (end < endOf(open)) this.#truncate(end)
    if (text === '') return
    if (open.separator > 0) this.#ended.push('\n\n')
    this.#ended.push(text)
    this.#endedLength = end
    const { kind, depth = 0, quoted = false, story = 'body', cell } = open.block
    const lines = linesFrom(open.lineStarts, open.start, text)
    this.blocks.push({ kind, depth, quoted, story, start: open.start, end, lines, ...(cell ? { cell } : {}) })
  }

  text(): string {
    this.end()
    this.#ended = [this.#ended.join('')]
    return this.#ended[0] ?? ''
  }

  #append(open: OpenBlock, value: string, source: number, part: string | undefined): void {
    if (value === '') return
    const start = endOf(open)
    open.text += open.tail
    open.tail = value
    this.#segment(start, start + value.length, source, part)
  }

  /**
   * Joins marks that came in an `add` of their own (a run of a Word file, an entity) with the letter before them. Says
   * whether they could be joined; the letter keeps its place in the file.
   */
  #join(open: OpenBlock, marks: string): boolean {
    const letter = lastCharacter.exec(open.tail.slice(-longestCharacter))?.[0] ?? ''
    const joined = (letter + marks).normalize('NFC')
    if (letter === '' || joined.length !== letter.length) return false
    open.text += open.tail.slice(0, -letter.length)
    open.tail = joined
    return true
  }

  #truncate(length: number): void {
    for (let last = this.segments.at(-1); last && last.end > length; last = this.segments.at(-1)) {
      this.segments.pop()
      if (last.start < length) this.segments.push({ ...last, end: length })
    }
  }

  #segment(start: number, end: number, source: number, part: string | undefined): void {
    const last = this.segments.at(-1)
    if (last && last.end === start && last.part === part && last.source + (start - last.start) === source) {
      this.segments[this.segments.length - 1] = { ...last, end }
    } else {
      this.segments.push(part === undefined ? { start, end, source } : { start, end, source, part })
    }
  }
}

/** Soft hyphen, zero-width space, word joiner, byte order mark and carriage return are dropped; a tab is a space. */
const unwanted = /[\u00AD\u200B\u2060\uFEFF\r\t]/
/** Most text is plain Latin, which is in NFC as it stands; asking that first is cheaper than normalising. */
const beyondLatin = /[^\0-\u02FF\u2010-\u2026\u20AC]/
const leadingMarks = /^\p{M}+/u
const lastCharacter = /\P{M}\p{M}*$/u
/** More marks than this on one letter are no writing. */
const longestCharacter = 32

function endOf({ start, text, tail }: OpenBlock): number {
  return start + text.length + tail.length
}

function isClean(value: string): boolean {
  return !unwanted.test(value) && (!beyondLatin.test(value) || value.normalize('NFC') === value)
}

/** Cuts a value at what is dropped and at characters that normalisation shortens, so that each piece maps one to one. */
function* cleanPieces(value: string): Generator<{ text: string; offset: number }> {
  let from = 0
  for (const match of value.matchAll(/[\u00AD\u200B\u2060\uFEFF\r\t]|[\u1100-\u11FF]+|\P{M}\p{M}*/gu)) {
    const text = cleanCharacter(match[0])
    if (text === match[0]) continue
    if (match.index > from) yield { text: value.slice(from, match.index), offset: from }
    if (text) yield { text, offset: match.index }
    from = match.index + match[0].length
  }
  if (from < value.length) yield { text: value.slice(from), offset: from }
}

function cleanCharacter(character: string): string {
  if (character === '\t') return ' '
  return unwanted.test(character) ? '' : character.normalize('NFC')
}

function linesFrom(starts: readonly number[], blockStart: number, text: string): Span[] {
  const lines: Span[] = []
  for (const [index, start] of starts.entries()) {
    const next = starts[index + 1]
    const raw = text.slice(start - blockStart, next === undefined ? undefined : next - blockStart)
    const lineStart = start + (raw.length - raw.trimStart().length)
    const lineEnd = start + raw.trimEnd().length
    if (lineStart < lineEnd) lines.push({ start: lineStart, end: lineEnd })
  }
  return lines
}
