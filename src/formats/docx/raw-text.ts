/** A piece of text and the offset of its first character in the part. Its characters follow each other there. */
export interface RawPiece {
  readonly value: string
  readonly source: number
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/**
 * Cuts raw text into pieces whose characters stand one for one in the file: each entity and each line end is a piece
 * of its own. A line end counts as a space, as it does in Word. `raw` means text without entities (CDATA).
 */
export function decodePieces(part: string, start: number, end: number, raw: boolean): RawPiece[] {
  const text = part.slice(start, end)
  if (!/[&\r\n]/u.test(text)) return text ? [{ value: text, source: start }] : []
  const pieces: RawPiece[] = []
  let from = 0
  for (const match of text.matchAll(raw ? /\r\n?|\n/gu : /&[^;]*;|\r\n?|\n/gu)) {
    if (match.index > from) pieces.push({ value: text.slice(from, match.index), source: start + from })
    const value = match[0].startsWith('&') ? decodeEntity(match[0].slice(1, -1)) : ' '
    pieces.push({ value, source: start + match.index })
    from = match.index + match[0].length
  }
  if (from < text.length) pieces.push({ value: text.slice(from), source: start + from })
  return pieces
}

/** The parser has refused every entity but the five and numbers of allowed characters. */
function decodeEntity(name: string): string {
  if (!name.startsWith('#')) return entities[name] ?? ''
  const value = String.fromCodePoint(Number(name.slice(1).replace(/^x/u, '0x')))
  return /[\t\r\n]/u.test(value) ? ' ' : value
}

/** Takes the white space off both ends, as XML readers do where `xml:space` does not preserve it. */
export function trimPieces(pieces: readonly RawPiece[]): RawPiece[] {
  const first = pieces.findIndex(({ value }) => /[^ \t]/u.test(value))
  const last = pieces.findLastIndex(({ value }) => /[^ \t]/u.test(value))
  return pieces.slice(Math.max(first, 0), last + 1).map(({ value, source }, index) => {
    const from = index === 0 ? value.search(/[^ \t]/u) : 0
    return { value: value.slice(from, first + index === last ? inkEnd(value) : undefined), source: source + from }
  })
}

/** By hand: a pattern anchored at the end would look at every run of blanks from each of its characters. */
function inkEnd(value: string): number {
  let end = value.length
  while (end > 0 && (value[end - 1] === ' ' || value[end - 1] === '\t')) end -= 1
  return end
}
