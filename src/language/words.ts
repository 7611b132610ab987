import type { Word } from '../types.ts'
import { abbreviationEnd } from './abbreviations.ts'
import { characterClass, DIGIT, isDigit, isLetter } from './characters.ts'
import { hasCore, isAddress, isNumber, type Piece } from './pieces.ts'

type Judge = (word: string) => boolean

/**
 * The words of the pieces `first`–`last`: what holds a letter or a digit. `bl.a.`, `1.234,50`, `24/5678`, `A/S`,
 * `EU's`, `sags-`, addresses and the ordinal `1.` are one word each; `§` and `%` are none.
 */
export function findWords(
  text: string,
  pieces: readonly Piece[],
  first: number,
  last: number,
  isAbbreviation: Judge = isDanishAbbreviation,
): Word[] {
  const words: Word[] = []
  for (let index = first; index <= last; index++) {
    const piece = pieces[index] as Piece
    if (hasCore(piece)) pushWords(words, text, piece, index === last, isAbbreviation)
  }
  return words
}

function isDanishAbbreviation(word: string): boolean {
  return abbreviationEnd(word) !== undefined
}

function pushWords(words: Word[], text: string, piece: Piece, atEnd: boolean, isAbbreviation: Judge): void {
  let from = piece.coreStart
  let isCut = false
  for (let at = piece.coreStart + 1; at < piece.coreEnd - 1; at++) {
    if (characterClass(text.charCodeAt(at)) >= DIGIT || joins(text, at)) continue
    if (!isCut && isAddress(text, piece.coreStart, piece.coreEnd)) break
    isCut = true
    pushWord(words, text, from, at)
    from = at + 1
  }
  pushWord(words, text, from, withFullStop(text, from, piece, atEnd, isAbbreviation))
}

function pushWord(words: Word[], text: string, start: number, end: number): void {
  let from = start
  while (from < end && characterClass(text.charCodeAt(from)) < DIGIT) from++
  if (from < end) words.push({ start: from, end, text: text.slice(from, end) })
}

const ALWAYS_JOIN = new Set(['.', '-', '\u2010', '\u2011', '/', "'", '\u2019', '@', '_', '&', '+', '#', '\u00ad'])
const JOIN_DIGITS = new Set([',', ':', '\u2013', '\u2014', '%', '\u00bd'])

/** Whether the mark at `at` holds a word together. */
function joins(text: string, at: number): boolean {
  const mark = text[at] as string
  if (ALWAYS_JOIN.has(mark)) return true
  if (mark === '(' || mark === ')') return isLetter(text.charCodeAt(at - 1)) || isLetter(text.charCodeAt(at + 1))
  return JOIN_DIGITS.has(mark) && isDigit(text.charCodeAt(at - 1)) && isDigit(text.charCodeAt(at + 1))
}

/** The full stop of an abbreviation is part of the word, and that of an ordinal inside a sentence. */
function withFullStop(text: string, start: number, piece: Piece, atEnd: boolean, isAbbreviation: Judge): number {
  const end = piece.coreEnd
  if (text[end] !== '.') return end
  if (isNumber(text, piece)) return atEnd || text[end + 1] === '.' ? end : end + 1
  const word = text.slice(start, end)
  if (word.includes('.') && isAddress(text, start, end)) return end
  return isAbbreviation(word) || /^(?:\p{L}{1,4}\.-?)+\p{L}{1,4}$/u.test(word) ? end + 1 : end
}
