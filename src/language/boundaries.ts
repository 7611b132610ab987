import { abbreviationEnd, alsoNames, alsoWords, endBeforeOpener } from './abbreviations.ts'
import { characterClass, DIGIT, isLetter, LOWER, UPPER } from './characters.ts'
import { coreOf, hasCore, isNumber, type Piece } from './pieces.ts'
import {
  countedAfterAmount,
  headingNouns,
  leadingLabels,
  letterLabels,
  numberLabels,
  openers,
  ordinalNouns,
  smallOpeners,
} from './sentence-words.ts'

/** What comes after a possible sentence end: the next piece that has letters or digits, and its first character. */
interface Next {
  readonly piece: Piece
  readonly index: number
  readonly first: number
  /** The word itself, without punctuation. */
  readonly word: string
}

/**
 * Whether the sentence that began at piece `first` ends with piece `index`. The rules are those of
 * `plain-language.md` 1.7: Retskrivningsordbogen § 42 for abbreviations and ordinals, plus what letters hold
 * (amounts, references, addresses, enumerations).
 */
export function endsSentence(text: string, pieces: readonly Piece[], index: number, first: number): boolean {
  const piece = pieces[index] as Piece
  if (piece.coreEnd === piece.end) return false
  if (text[piece.end - 1] === ':') return opensList(text, pieces, index)
  const mark = lastMark(text, piece)
  if (mark === undefined) return false
  const next = findNext(text, pieces, index)
  if (!next) return false
  if (mark !== '.' || !hasCore(piece) || isEllipsis(text, piece)) return opensAfterMark(text, piece, next)
  if (text[piece.coreEnd] !== '.' || endsAfterCloser(text, piece)) return opensSentence(text, piece, next)
  if (isNumber(text, piece)) return endsAfterNumber(text, pieces, index, first, next)
  if (piece.coreEnd - piece.coreStart === 1) return endsAfterLetter(text, pieces, index, first, next)
  return endsAfterWord(text, pieces, index, first, next)
}

/** `Send følgende: 1. Lønsedler`: the lead-in of a numbered list is a sentence. */
function opensList(text: string, pieces: readonly Piece[], index: number): boolean {
  const [number, item] = [pieces[index + 1], pieces[index + 2]]
  if (!number || !item || !hasCore(item)) return false
  return (
    /^\d{1,2}\.$/u.test(text.slice(number.start, number.end)) &&
    characterClass(text.charCodeAt(item.coreStart)) === UPPER
  )
}

const CLOSERS = new Set([')', ']', '"', '\u201d', '\u201c', '\u00ab', '\u00bb', "'", '\u2019', '\u2018', '*', '_'])
const OPENERS = new Set(['(', '[', '"', '\u00bb', '\u00ab', '\u201c', "'"])
const MARKS = new Set(['.', '!', '?', '\u2026'])

/** The mark a piece ends with, closing quotation marks and brackets aside; undefined when it is none that ends. */
function lastMark(text: string, piece: Piece): string | undefined {
  for (let at = piece.end - 1; at >= piece.coreEnd; at--) {
    const character = text[at] as string
    if (MARKS.has(character)) return hasCore(piece) || !OPENERS.has(text[piece.start] as string) ? character : undefined
    if (!CLOSERS.has(character)) return undefined
  }
  return undefined
}

/** `m.v.).`: the second full stop is the sentence's own. */
function endsAfterCloser(text: string, piece: Piece): boolean {
  const stop = text.lastIndexOf('.', piece.end - 1)
  return stop > piece.coreEnd && CLOSERS.has(text[stop - 1] as string)
}

function isEllipsis(text: string, piece: Piece): boolean {
  return text.startsWith('..', piece.coreEnd) || text[piece.coreEnd] === '\u2026'
}

/** Pieces without a letter or digit that may stand between two sentences. */
const LOOKAHEAD = 20

function findNext(text: string, pieces: readonly Piece[], index: number): Next | undefined {
  const last = Math.min(pieces.length, index + LOOKAHEAD)
  for (let at = index + 1; at < last; at++) {
    const piece = pieces[at] as Piece
    if (!hasCore(piece)) continue
    return { piece, index: at, first: characterClass(text.charCodeAt(piece.coreStart)), word: coreOf(text, piece) }
  }
  return undefined
}

/** After `?`, `!` or `…`: a small letter goes on (`»Hvad?« spurgte du`), unless it is a word that opens sentences. */
function opensAfterMark(text: string, piece: Piece, next: Next): boolean {
  if (next.first !== LOWER || opensSmall(text, next)) return true
  return /[?!]$/u.test(text.slice(piece.start, piece.end)) && hasCore(piece) && smallOpeners.has(next.word)
}

/** After a word that is no abbreviation: a capital, digit or sign opens a sentence, a small letter hardly ever. */
function opensSentence(text: string, piece: Piece, next: Next): boolean {
  if (next.first !== LOWER) return true
  return opensSmall(text, next) || endsLikeWord(text, piece, next)
}

/** Names and enumerators that stand first in a sentence with a small letter: `borger.dk`, `eBoks`, `a)`. */
function opensSmall(text: string, next: Next): boolean {
  if (/^\p{Ll}{1,3}$/u.test(next.word)) return text[next.piece.coreEnd] === ')'
  return (
    /[\p{L}\d]\.\p{L}{2,}|@|^\p{Ll}{1,3}-?\p{Lu}\p{Ll}/u.test(next.word) && !/^\p{L}{1,3}\.\p{L}{1,4}$/u.test(next.word)
  )
}

/**
 * Whether a word with a full stop before a small letter is a whole word (the capital was forgotten) rather than an
 * abbreviation we don't know: those end in a consonant.
 */
function endsLikeWord(text: string, piece: Piece, next: Next): boolean {
  const length = piece.coreEnd - piece.coreStart
  if (smallOpeners.has(next.word)) return length > 2
  return /^\p{L}{2,}(?:[aeiouyæøå]|[aeiouyæøå][nrtls])$/iu.test(coreOf(text, piece)) && length > 4
}

function endsAfterNumber(text: string, pieces: readonly Piece[], index: number, first: number, next: Next): boolean {
  const piece = pieces[index] as Piece
  const plain = /^(?:\d{1,3}[.\-–/])*\d{1,3}$/u.test(coreOf(text, piece))
  if (!plain) return next.first !== LOWER || opensSmall(text, next)
  if (isLeading(text, pieces, index, first)) return false
  const label = index > first ? labelOf(text, pieces[index - 1] as Piece) : ''
  if (next.first === LOWER) return opensSmall(text, next) && numberLabels.has(label)
  if (next.first === DIGIT) return numberLabels.has(label)
  if (index > first && text[(pieces[index - 1] as Piece).end - 1] === ',') return openers.has(next.word)
  return !ordinalNouns.has(next.word.toLowerCase())
}

/** Whether number or letter is the enumerator of its sentence: `1. Du skal`, `Stk. 2. Kommunen`. */
function isLeading(text: string, pieces: readonly Piece[], index: number, first: number): boolean {
  if (index === first || (index === first + 1 && !hasCore(pieces[first] as Piece))) return true
  const label = labelOf(text, pieces[first] as Piece)
  if (index === first + 2) return headingNouns.has(label) && labelOf(text, pieces[first + 1] as Piece) === 'nr'
  return index === first + 1 && leadingLabels.has(label)
}

/** A piece as a label: `stk` for `Stk.`, `§` for `§`. */
function labelOf(text: string, piece: Piece): string {
  return (hasCore(piece) ? coreOf(text, piece) : text.slice(piece.start, piece.end)).toLowerCase()
}

function endsAfterLetter(text: string, pieces: readonly Piece[], index: number, first: number, next: Next): boolean {
  const piece = pieces[index] as Piece
  if (isLeading(text, pieces, index, first)) return false
  const previous = pieces[index - 1] as Piece
  const label = labelOf(text, previous)
  const capital = characterClass(text.charCodeAt(piece.coreStart)) === UPPER
  const afterNumber = isNumber(text, previous) && previous.coreEnd === previous.end
  if (letterLabels.has(label) || afterNumber) return next.first !== LOWER
  if (capital) return next.first === UPPER && openers.has(next.word)
  return endsAfterAbbreviation(text, pieces, index, first, next, spacedEnd(text, previous, piece))
}

/** `m. v.`, `bl. a.`: an abbreviation that was written with spaces. */
function spacedEnd(text: string, previous: Piece, piece: Piece): 'never' | 'maybe' {
  const end = abbreviationEnd(`${labelOf(text, previous)}.${coreOf(text, piece)}`)
  return end ?? abbreviationEnd(coreOf(text, piece)) ?? 'maybe'
}

function endsAfterWord(text: string, pieces: readonly Piece[], index: number, first: number, next: Next): boolean {
  const piece = pieces[index] as Piece
  const word = coreOf(text, piece)
  if (alsoNames.has(word)) return next.first !== LOWER
  const end = abbreviationEnd(word) ?? unknownAbbreviation(word)
  if (end) return endsAfterAbbreviation(text, pieces, index, first, next, end)
  if (index === first && /^[IVX]+$/u.test(word)) return false
  return opensSentence(text, piece, next)
}

/** `cand.psych.` and `H.C.` join what follows; another run of short parts (`a.n.m.`) ends before a capital. */
function unknownAbbreviation(word: string): 'never' | 'maybe' | undefined {
  if (!word.includes('.')) return undefined
  if (/^(?:cand|lic|mag|stud|dr|exam|prof|adv)\./iu.test(word) || /^(?:\p{Lu}\.-?)+\p{Lu}$/u.test(word)) return 'never'
  return /^(?:\p{L}{1,4}\.-?)+\p{L}{1,4}$/u.test(word) && !/\.(?:dk|com|eu|org|net|info|nu|gl|fo)$/iu.test(word)
    ? 'maybe'
    : undefined
}

function endsAfterAbbreviation(
  text: string,
  pieces: readonly Piece[],
  index: number,
  first: number,
  next: Next,
  end: 'never' | 'maybe',
): boolean {
  if (index === first) return false
  const piece = pieces[index] as Piece
  const word = coreOf(text, piece)
  const lower = word.toLowerCase()
  if (next.first === LOWER) return end === 'maybe' && opensSmall(text, next)
  if (next.first === DIGIT) return end === 'maybe' && opensWithNumber(text, pieces, index, next, lower)
  if (isSign(text, next)) return false
  const bracketed = text[piece.coreEnd + 1] === ')' && text[(pieces[first] as Piece).start] !== '('
  if (bracketed) return false
  if (isSingleCapital(next)) return false
  if (end === 'never') return endsAnyhow(text, piece, word, lower, next)
  return !joinsCapital(word, next)
}

/** `never` abbreviations that are also words or can stand last, before a word that opens sentences. */
function endsAnyhow(text: string, piece: Piece, word: string, lower: string, next: Next): boolean {
  if (alsoWords.has(lower) && isLetter(text.charCodeAt(piece.coreStart))) return word === lower
  return (endBeforeOpener.has(lower) || /\p{L}nr$/u.test(lower)) && openers.has(next.word)
}

/** `St. Kongensgade`, `Kr. Himmelfartsdag`: with a capital the abbreviation is part of a name. */
function joinsCapital(word: string, next: Next): boolean {
  if (word === 'St') return !openers.has(next.word)
  return word === 'Kr' && next.word.startsWith('Himmelf')
}

/** `osv. 12 børn fik` starts a sentence; `500 kr. 12 gange` and `stk. 2` do not. */
function opensWithNumber(text: string, pieces: readonly Piece[], index: number, next: Next, lower: string): boolean {
  const after = pieces[next.index + 1]
  if (!after || !hasCore(after) || !isNumber(text, next.piece) || next.piece.coreEnd !== next.piece.end) return false
  if (characterClass(text.charCodeAt(after.coreStart)) !== LOWER) return false
  const follows = !countedAfterAmount.has(coreOf(text, after).toLowerCase())
  if (/^(?:osv|o\.s\.v|mv|m\.v|m\.m|mm|etc|mfl|m\.fl|o\.l|e\.l|o\.a|o\.m\.a|o\.lign)$/u.test(lower)) return follows
  const previous = pieces[index - 1]
  return follows && /^(?:kr|pct|md|mdr)$/u.test(lower) && previous !== undefined && isNumber(text, previous)
}

/** `mv. § 4`: a reference goes on. */
function isSign(text: string, next: Next): boolean {
  return text[next.piece.start] === '§'
}

/** `pkt. A`, but `mv. I kan`. */
function isSingleCapital(next: Next): boolean {
  return next.word.length === 1 && next.word !== 'I'
}
