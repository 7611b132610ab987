/**
 * A text made ready for matching: lower case, every white space a plain space, non-breaking hyphens plain hyphens.
 * Exactly as long as the text, so that offsets are the same.
 */
export function foldText(text: string): string {
  const lower = text.toLowerCase()
  const same = lower.length === text.length ? lower : Array.from(text, lowerKeepingLength).join('')
  return same.replace(/[\n\t\u00A0\u202F]/gu, ' ').replaceAll('\u2011', '-')
}

function lowerKeepingLength(character: string): string {
  const lower = character.toLowerCase()
  return lower.length === character.length ? lower : character
}
