/** Breaks text into lines of at most `width` characters, at spaces. A longer word stands on a line of its own. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`
    if (line !== '' && textWidth(longer) > width) {
      lines.push(line)
      line = word
    } else line = longer
  }
  return [...lines, line]
}

/** Columns that text takes on a terminal, near enough for European letters. */
export function textWidth(text: string): number {
  return [...text].length
}
