import { characterClass, DIGIT, isDigit, isLetter, LOWER, SPACE, UPPER } from './characters.ts'

/**
 * What stands between two white spaces, cut once more where a space was forgotten after a sentence (`svar.Du`).
 * `coreStart`–`coreEnd` is the piece without the punctuation around it; empty for a lone dash or quotation mark.
 */
export interface Piece {
  readonly start: number
  readonly end: number
  readonly coreStart: number
  readonly coreEnd: number
}

const FULL_STOP = 46
const EXCLAMATION = 33
const QUESTION = 63

/** Cuts `text.slice(start, end)` into pieces, in order. */
export function cutPieces(text: string, start: number, end: number): Piece[] {
  const pieces: Piece[] = []
  let at = start
  while (at < end) {
    while (at < end && characterClass(text.charCodeAt(at)) === SPACE) at++
    if (at === end) break
    const from = at
    let inside = 0
    while (at < end) {
      const code = text.charCodeAt(at)
      if (characterClass(code) === SPACE) break
      if ((code === FULL_STOP || code === EXCLAMATION || code === QUESTION) && at > from) inside ||= at
      at++
    }
    if (inside !== 0 && inside < at - 2) pushUnspaced(pieces, text, from, at, inside)
    else pieces.push(makePiece(text, from, at))
  }
  return pieces
}

/** Pieces of a run in which a full stop may end a sentence without a space after it. */
function pushUnspaced(pieces: Piece[], text: string, start: number, end: number, firstStop: number): void {
  let from = start
  if (!isAddress(text, start, end)) {
    for (let at = firstStop; at < end - 2; at++) {
      if (!endsUnspaced(text, at, from)) continue
      pieces.push(makePiece(text, from, at + 1))
      from = at + 1
    }
  }
  pieces.push(makePiece(text, from, end))
}

/** `svar.Du`, `os!Vi`: three small letters, the mark, a capital and a small letter. `H.C.Andersen` and `Nr.A` are not. */
function endsUnspaced(text: string, at: number, from: number): boolean {
  const code = text.charCodeAt(at)
  if (code !== FULL_STOP && code !== EXCLAMATION && code !== QUESTION) return false
  if (at - from < 4 || characterClass(text.charCodeAt(at + 1)) !== UPPER) return false
  if (characterClass(text.charCodeAt(at + 2)) !== LOWER) return false
  for (let back = at - 3; back < at; back++) if (characterClass(text.charCodeAt(back)) !== LOWER) return false
  return true
}

/** Whether a run of characters without white space is a web or e-mail address. */
export function isAddress(text: string, start: number, end: number): boolean {
  const run = text.slice(start, end)
  return run.includes('@') || run.includes('://') || /^\P{L}*www\./iu.test(run)
}

function makePiece(text: string, start: number, end: number): Piece {
  let coreStart = start
  let coreEnd = end
  while (coreStart < coreEnd && characterClass(text.charCodeAt(coreStart)) < DIGIT) coreStart++
  while (coreEnd > coreStart && characterClass(text.charCodeAt(coreEnd - 1)) < DIGIT) coreEnd--
  if (coreStart === coreEnd) return { start, end, coreStart: start, coreEnd: start }
  if (coreEnd < end) coreEnd = keepEnding(text, coreStart, coreEnd, end)
  return { start, end, coreStart, coreEnd }
}

/** Keeps what belongs to the word at its end: `sags-`, `barn(et)`, the slash of an address. */
function keepEnding(text: string, coreStart: number, coreEnd: number, end: number): number {
  const next = text[coreEnd]
  if ((next === '-' || next === '\u2011') && isLetter(text.charCodeAt(coreEnd - 1))) {
    const after = text[coreEnd + 1]
    return coreEnd + 1 === end || after === ',' || after === ')' ? coreEnd + 1 : coreEnd
  }
  if (next === ')') {
    const core = text.slice(coreStart, coreEnd)
    return core.lastIndexOf('(') > core.lastIndexOf(')') ? coreEnd + 1 : coreEnd
  }
  return next === '/' && isAddress(text, coreStart, coreEnd) ? coreEnd + 1 : coreEnd
}

/** Whether the core of a piece starts and ends with a digit: `14`, `12.12.2025`, `1.234,50`, `2.-3`. */
export function isNumber(text: string, piece: Piece): boolean {
  return isDigit(text.charCodeAt(piece.coreStart)) && isDigit(text.charCodeAt(piece.coreEnd - 1))
}

export function hasCore(piece: Piece): boolean {
  return piece.coreEnd > piece.coreStart
}

export function coreOf(text: string, piece: Piece): string {
  return text.slice(piece.coreStart, piece.coreEnd)
}
