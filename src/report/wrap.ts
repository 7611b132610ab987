/**
 * Breaks text into lines of at most `width` characters, at spaces. A longer word stands on a line of its own. `§ 24`,
 * `stk. 1` and `1. maj` stay together.
 */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of piecesOf(text)) {
    const longer = line === '' ? word : `${line} ${word}`
    if (line !== '' && textWidth(longer) > width) {
      lines.push(line)
      line = word
    } else line = longer
  }
  return [...lines, line]
}

/** Words, with those that must not be parted in one piece. */
function piecesOf(text: string): string[] {
  const pieces: string[] = []
  let before = ''
  for (const word of text.split(' ')) {
    if (belongTogether(before, word)) pieces.push(`${pieces.pop()} ${word}`)
    else pieces.push(word)
    before = word
  }
  return pieces
}

/** A section sign or a short word with a full stop before a number, and an ordinal number before its word. */
function belongTogether(before: string, after: string): boolean {
  if (/^\(?(?:§{1,2}|\p{L}{1,4}\.)$/u.test(before)) return /^\d/u.test(after)
  return /^\(?\d{1,2}\.$/u.test(before) && /^\p{Ll}/u.test(after)
}

/** Columns that text takes on a terminal, near enough for European letters. */
export function textWidth(text: string): number {
  return [...text].length
}
