/**
 * Makes a test that tells quickly of most pieces of text that a text does not hold them: true means that it may. It
 * knows which three characters stand side by side in the text, so that asking costs the same however long the text is.
 */
export function pieceFilter(text: string): (piece: string) => boolean {
  const triples = new Uint8Array(size)
  for (let at = 0; at + 2 < text.length; at += 1) triples[placeOf(text, at)] = 1
  return (piece) => {
    if (piece.length < 3) return text.includes(piece)
    for (let at = 0; at + 2 < piece.length; at += 1) if (triples[placeOf(piece, at)] === 0) return false
    return true
  }
}

const size = 1 << 14

function placeOf(text: string, at: number): number {
  return (
    (Math.imul(text.charCodeAt(at), 0x9e5) ^ Math.imul(text.charCodeAt(at + 1), 0x65) ^ text.charCodeAt(at + 2)) &
    (size - 1)
  )
}
