import { maskCpr } from './mask.ts'

/** Control characters, line and paragraph separators, lone surrogates, and format characters: bidi, zero width, tags. */
const unseen = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu

/**
 * Text from a letter, a path or a rule, made fit for a terminal or a log: one line, without CPR numbers, and with
 * nothing that a terminal obeys or a reader can't see.
 */
export function showText(text: string): string {
  return showPath(text.replace(/\s+/gu, ' ').trim())
}

/** As `showText`, but with every space kept: a path says exactly what the file is called. */
export function showPath(path: string): string {
  return withoutCommands(maskCpr(path).replace(unseen, visible))
}

/** The same JSON, with characters that a terminal obeys, and what build servers take for commands, written `\uXXXX`. */
export function hardenJson(json: string): string {
  return json
    .replace(unseen, (character) => (character === '\n' ? character : escaped(character)))
    .replace(/#(?=#(?:vso)?\[)/gu, '\\u0023')
}

/** At most `length` characters; what is longer is cut at a word if one ends near, and ends with `…`. */
export function shorten(text: string, length: number): string {
  const characters = [...text]
  if (characters.length <= length) return text
  const cut = characters.slice(0, length - 1).join('')
  const word = cut.lastIndexOf(' ')
  return `${(word > cut.length * 0.7 ? cut.slice(0, word) : cut).trimEnd()}…`
}

function visible(character: string): string {
  const code = character.codePointAt(0) ?? 0
  if (code < 0x20) return String.fromCodePoint(0x2400 + code)
  return code === 0x7f ? '␡' : `<U+${code.toString(16).toUpperCase().padStart(4, '0')}>`
}

function escaped(character: string): string {
  const units = Array.from({ length: character.length }, (_, index) => character.charCodeAt(index))
  return units.map((unit) => `\\u${unit.toString(16).padStart(4, '0')}`).join('')
}

/**
 * GitHub's runner obeys a line that begins with `::`, and it and Azure's obey `##[` and `##vso[` anywhere. Words may be
 * wrapped to the beginning of a line, so every word counts.
 */
function withoutCommands(text: string): string {
  return text.replace(/(?<=^|\s)::/gu, '\\::').replace(/#(?=#(?:vso)?\[)/gu, '#\\')
}
