import { meantBreaks, type Wrapping } from './lines.ts'
import type { BlockStart, TextBuilder } from './text-builder.ts'

/** Text that stands in one piece in the file. For a decoded entity `text` differs from what stands at `from`. */
export interface Piece {
  readonly text: string
  readonly from: number
  readonly strong: boolean
}

/** A line of a paragraph as the file breaks it. */
export interface Line {
  readonly pieces: readonly Piece[]
  /** Where the line feed before this line stands. Without meaning for the first line. */
  readonly breakAt: number
  /** Whether the author asked for the break before this line (two spaces, a backslash, `<br>`). */
  readonly hard: boolean
}

/** What a paragraph's line breaks are judged by. */
export interface FileLines {
  readonly source: string
  /** Worked out when first asked for: many letters never break a line. */
  readonly wrapping: () => Wrapping
}

/** For each line of a paragraph, whether the break before it is meant. True for the first. */
export function meantLines(lines: readonly Line[], file: FileLines): boolean[] {
  if (lines.every((line, index) => index === 0 || line.hard)) return lines.map(() => true)
  const raw = lines.map((line) => rawLine(file.source, line))
  return meantBreaks(raw, file.wrapping()).map((meant, index) => meant || lines[index]?.hard === true)
}

/** Writes a block whose lines are known, and breaks it where the breaks are meant. */
export function writeLines(
  builder: TextBuilder,
  block: BlockStart,
  lines: readonly Line[],
  meant: readonly boolean[],
): void {
  builder.begin(block)
  for (const [index, line] of lines.entries()) {
    if (index > 0 && meant[index]) builder.lineBreak(line.breakAt)
    else if (index > 0) builder.add('\n', line.breakAt)
    for (const piece of line.pieces) builder.add(piece.text, piece.from)
  }
  builder.end()
}

export function lineText(line: Line): string {
  const [first] = line.pieces
  return line.pieces.length === 1 && first ? first.text : line.pieces.map((piece) => piece.text).join('')
}

/** The line without its first characters, such as a list marker. */
export function dropStart(line: Line, length: number): Line {
  const pieces: Piece[] = []
  let rest = length
  for (const piece of line.pieces) {
    const cut = Math.min(rest, piece.text.length)
    rest -= cut
    if (cut < piece.text.length) pieces.push({ ...piece, text: piece.text.slice(cut), from: piece.from + cut })
  }
  return { ...line, pieces }
}

function rawLine(source: string, line: Line): string {
  const at = line.pieces[0]?.from ?? 0
  const feed = source.indexOf('\n', at)
  return source.slice(source.lastIndexOf('\n', at - 1) + 1, feed < 0 ? undefined : feed)
}
