/** A place in a text where `text` takes the place of what stands from `start` to `end`; an insertion where they are equal. */
export interface Edit {
  readonly start: number
  readonly end: number
  readonly text: string
}

/** The text with all edits made. They may come in any order, and must not overlap. */
export function applyEdits(source: string, edits: readonly Edit[]): string {
  const pieces: string[] = []
  let from = 0
  for (const { start, end, text } of edits.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    pieces.push(source.slice(from, start), text)
    from = end
  }
  return [...pieces, source.slice(from)].join('')
}
