/**
 * What kind of character a UTF-16 unit is. A table answers for Latin letters, so that scanning a letter costs a few
 * nanoseconds a character; the rest of Unicode is asked of `\p{…}`. JavaScript's `\w` and `\b` know no æøå.
 */

const OTHER = 0
export const SPACE = 1
export const DIGIT = 2
export const LOWER = 3
/** Capital letters, and letters of scripts that have no case. */
export const UPPER = 4

const TABLE_SIZE = 0x250
const table = Uint8Array.from({ length: TABLE_SIZE }, (_, code) => classifyByProperty(code))

/** Kind of the UTF-16 unit `code`: `OTHER` (punctuation, symbols, surrogates), `SPACE`, `DIGIT`, `LOWER`, `UPPER`. */
export function characterClass(code: number): number {
  return code < TABLE_SIZE ? (table[code] as number) : classifyByProperty(code)
}

/** Whether the unit is a letter or a digit. Out of range (`NaN`) is neither. */
export function isWordCharacter(code: number): boolean {
  return characterClass(code) >= DIGIT
}

export function isLetter(code: number): boolean {
  return characterClass(code) >= LOWER
}

export function isDigit(code: number): boolean {
  return code >= 48 && code <= 57
}

function classifyByProperty(code: number): number {
  if (Number.isNaN(code)) return OTHER
  const character = String.fromCharCode(code)
  if (/\p{Nd}/u.test(character)) return DIGIT
  if (/[\p{Ll}\p{M}]/u.test(character)) return LOWER
  if (/\p{L}/u.test(character)) return UPPER
  return /\s/u.test(character) ? SPACE : OTHER
}
