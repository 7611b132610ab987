import type { DocumentMark, ParseNote } from '../../types.ts'
import {
  looksLikeBoldHeading,
  looksLikeCapitalHeading,
  looksLikeHeading,
  looksLikeLetterPart,
} from '../heading-line.ts'
import type { TextBuilder } from '../text-builder.ts'
import type { DraftMark, Look, Paragraph, Piece } from './story.ts'

/** What is collected while paragraphs are written. */
export interface Writing {
  readonly builder: TextBuilder
  readonly marks: DraftMark[]
  readonly notes: ParseNote[]
  /** Tables in the parts written so far. */
  tables: number
}

interface Line {
  readonly pieces: Piece[]
  readonly text: string
  readonly looks: readonly Look[]
  /** Text of the next line that is not blank. */
  readonly below: string | undefined
}

/** Level of a heading that is one by its look only. */
const headingDepth = 2

/** Writes paragraphs and the text boxes that hang on them as blocks. */
export function writeParagraphs(writing: Writing, paragraphs: readonly Paragraph[], part: string): void {
  const waiting = paragraphs.toReversed()
  for (let paragraph = waiting.pop(); paragraph; paragraph = waiting.pop()) {
    writeParagraph(writing, paragraph, part)
    for (const box of paragraph.after.toReversed()) waiting.push(box)
  }
}

/** A paragraph is one block, unless a blank line or a heading on a line of its own cuts it. */
function writeParagraph(writing: Writing, paragraph: Paragraph, part: string): void {
  const lines = linesOf(paragraph.pieces)
  const isProse = paragraph.kind === 'paragraph' && !paragraph.quoted
  const mayHoldHeadings = isProse && /^(?:body|textbox)$/u.test(paragraph.story)
  let open: Piece[] = []
  const flush = (heading: boolean) => {
    if (open.length > 0) writeBlock(writing, paragraph, open, heading, part)
    open = []
  }
  for (const line of lines) {
    const heading = mayHoldHeadings && isHeading(line, lines.length)
    if (heading || line.text === '') flush(false)
    for (const piece of line.pieces) open.push(piece)
    if (heading) flush(true)
  }
  flush(false)
}

/** Cuts at the breaks. A break belongs to the line it begins, so that it goes where a new block begins. */
function linesOf(pieces: readonly Piece[]): Line[] {
  const lines: Piece[][] = [[]]
  for (const piece of pieces) {
    if (piece.type === 'break') lines.push([piece])
    else lines.at(-1)?.push(piece)
  }
  let below: string | undefined
  return lines
    .toReversed()
    .map((line) => {
      const letters = line.filter((piece) => piece.type === 'text')
      const looks = letters.filter(({ value }) => value.trim() !== '').map(({ look }) => look)
      const text = letters
        .map(({ value }) => value)
        .join('')
        .replaceAll('\u00AD', '')
        .trim()
      const whole = { pieces: line, text, looks, below }
      below = text || below
      return whole
    })
    .reverse()
}

/**
 * A bold line that reads as a heading is one. A line that is underlined or in capitals is one if it stands over prose:
 * the lines of an address have such looks too.
 */
function isHeading({ text, looks, below }: Line, lineCount: number): boolean {
  if (text === '') return false
  if (looks.every(({ bold }) => bold)) return lineCount === 1 ? looksLikeBoldHeading(text) : looksLikeHeading(text)
  const loud = looks.every(({ underline }) => underline) || looks.every(({ caps }) => caps)
  if (!(loud ? looksLikeHeading(text) : looksLikeCapitalHeading(text))) return false
  return below !== undefined && !looksLikeHeading(below) && !looksLikeLetterPart(below)
}

function writeBlock(
  writing: Writing,
  paragraph: Paragraph,
  pieces: readonly Piece[],
  heading: boolean,
  part: string,
): void {
  const { builder } = writing
  const { quoted, story, cell } = paragraph
  builder.begin({
    kind: heading ? 'heading' : paragraph.kind,
    depth: heading ? headingDepth : paragraph.depth,
    quoted,
    story,
    ...(cell && paragraph.kind === 'cell' ? { cell: { ...cell, table: writing.tables + cell.table } } : {}),
  })
  const touched: DraftMark[] = []
  for (const piece of pieces) {
    if (piece.type === 'text') {
      builder.add(piece.value, piece.source, part)
    } else if (piece.type === 'break') {
      builder.lineBreak(piece.source, part)
    } else if (piece.type === 'note') {
      writing.notes.push({ code: piece.code, span: { start: builder.length, end: builder.length } })
    } else {
      if (piece.type === 'open') piece.mark.start = builder.length
      else piece.mark.end = builder.length
      if (piece.type === 'open') writing.marks.push(piece.mark)
      touched.push(piece.mark)
    }
  }
  builder.end()
  // The white space at the end of a block is taken back, and with it a block of nothing else.
  for (const mark of touched) {
    mark.start = Math.min(mark.start, builder.length)
    mark.end = Math.min(mark.end, builder.length)
  }
}

/** Fields that show what a system knows of the case. */
const dataField = /^(?:MERGEFIELD|DOCPROPERTY|DOCVARIABLE|FILLIN|ASK)(?!\p{L})/iu

/** The marks as they lie in the finished text, without the line ends around them. */
export function finishMarks(drafts: readonly DraftMark[], text: string): DocumentMark[] {
  const marks = drafts.map(({ kind, detail, text: said, start: from, end: to }) => {
    let [start, end] = [from, Math.max(from, to)]
    while (start < end && text[start] === '\n') start += 1
    while (end > start && text[end - 1] === '\n') end -= 1
    const isEmpty = kind === 'field' && start === end && dataField.test(detail ?? '')
    return {
      kind: isEmpty ? 'empty-field' : kind,
      start,
      end,
      ...(detail === undefined ? {} : { detail }),
      ...(said ? { text: said } : {}),
    }
  })
  return marks.sort((a, b) => a.start - b.start)
}
