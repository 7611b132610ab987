import type { Letter, LetterDocument, Span } from '../types.ts'

/** A place for people and editors: 1-based lines and columns, and offsets; ends are exclusive. */
export interface Place {
  readonly line: number
  readonly column: number
  readonly endLine: number
  readonly endColumn: number
  readonly offset: number
  readonly endOffset: number
}

/**
 * Where a span of `Letter.text` stands: in the file for Markdown and text, in the letter's text for Word (a Word file
 * has no lines).
 */
export function locate(letter: Pick<Letter, 'text' | 'source' | 'segments'>, span: Span): Place {
  const file = letter.source ?? letter.text
  const offset = letter.source === undefined ? span.start : sourceOffset(letter.segments, span.start)
  const endOffset = letter.source === undefined ? span.end : Math.max(offset, sourceEnd(letter.segments, span))
  const starts = lineStarts(letter.segments, file)
  const line = lineAt(starts, offset)
  const endLine = lineAt(starts, endOffset)
  return {
    line: line + 1,
    column: offset - starts[line]! + 1,
    endLine: endLine + 1,
    endColumn: endOffset - starts[endLine]! + 1,
    offset,
    endOffset,
  }
}

/** The file offset of a character of the text; of made-up text, that of the next real character. */
function sourceOffset(segments: LetterDocument['segments'], offset: number): number {
  const index = lastAtOrBefore(segments, offset)
  const segment = segments[index]
  if (segment && offset < segment.end) return segment.source + (offset - segment.start)
  const next = segments[index + 1]
  if (next) return next.source
  return segment ? segment.source + (segment.end - segment.start) : 0
}

/** The file offset after the last character of a span. */
function sourceEnd(segments: LetterDocument['segments'], span: Span): number {
  if (span.end <= span.start) return sourceOffset(segments, span.start)
  return sourceOffset(segments, span.end - 1) + 1
}

function lastAtOrBefore(segments: LetterDocument['segments'], offset: number): number {
  let low = 0
  let high = segments.length - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    if (segments[middle]!.start <= offset) low = middle + 1
    else high = middle - 1
  }
  return high
}

/** Those of the latest letter. Numbers only: no word of it is kept. */
let latest: { readonly segments: LetterDocument['segments']; readonly starts: readonly number[] } | undefined

/** Offsets at which the lines of a letter's file begin; found once for a letter that is looked at again and again. */
function lineStarts(segments: LetterDocument['segments'], text: string): readonly number[] {
  if (latest?.segments === segments) return latest.starts
  const starts = [0]
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  latest = { segments, starts }
  return starts
}

function lineAt(starts: readonly number[], offset: number): number {
  let low = 0
  let high = starts.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (starts[middle]! <= offset) low = middle
    else high = middle - 1
  }
  return low
}
