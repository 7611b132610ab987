/** A line of a file. All four are offsets; `end` and `textEnd` never include the line ending. */
export interface SourceLine {
  /** Where the line begins. */
  readonly from: number
  /** Where its first character that is not a space or tab stands; `textEnd` for a blank line. */
  readonly textStart: number
  /** Just after its last character that is not a space, tab or carriage return. */
  readonly textEnd: number
  /** Where the line feed stands (or the end of the file). */
  readonly end: number
}

/**
 * The lines of a file from an offset on. A lone carriage return is not seen as a line ending: see `withLineFeeds`.
 */
export function sourceLines(source: string, from = 0): SourceLine[] {
  const lines: SourceLine[] = []
  for (let at = from; at < source.length; ) {
    const feed = source.indexOf('\n', at)
    const end = feed < 0 ? source.length : feed
    lines.push(lineAt(source, at, end))
    at = end + 1
  }
  return lines
}

export function isBlank(line: SourceLine): boolean {
  return line.textStart >= line.textEnd
}

/** The source with a line feed for every lone carriage return and page break. Nothing moves: offsets stay right. */
export function withLineFeeds(source: string): string {
  return /[\r\f]/.test(source) ? source.replace(/\r(?!\n)|\f/g, '\n') : source
}

function lineAt(source: string, from: number, end: number): SourceLine {
  let textEnd = end
  while (textEnd > from && isSpace(source.charCodeAt(textEnd - 1))) textEnd--
  let textStart = from
  while (textStart < textEnd && isSpace(source.charCodeAt(textStart))) textStart++
  return { from, textStart, textEnd, end }
}

/** Space, tab or carriage return. */
function isSpace(code: number): boolean {
  return code === 32 || code === 9 || code === 13
}
