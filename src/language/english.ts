import type { Paragraph, Root } from 'nlcst'
import retextEnglish from 'retext-english'
import { unified } from 'unified'
import type { LetterDocument, Sentence, Span } from '../types.ts'
import { characterClass, LOWER, UPPER } from './characters.ts'
import { englishAbbreviations, englishMayEnd, englishOpeners } from './english-words.ts'
import { cutPieces, type Piece } from './pieces.ts'
import { findWords } from './words.ts'

const processor = unified().use(retextEnglish).freeze()

/**
 * Cuts an English document with retext-english, line by line, and mends what it does not know: legal and postal
 * abbreviations (`s. 17`, `No. 2`), and numbers at the end of a sentence (`by 14. You`).
 */
export function cutEnglishSentences(document: Pick<LetterDocument, 'text' | 'blocks'>): Sentence[] {
  const sentences: Sentence[] = []
  for (const [block, { lines }] of document.blocks.entries()) {
    for (const line of lines) {
      for (const span of cutLine(document.text, line)) pushSentence(sentences, document.text, span, block)
    }
  }
  return sentences
}

function pushSentence(sentences: Sentence[], text: string, { start, end }: Span, block: number): void {
  const pieces = cutPieces(text, start, end)
  const words = findWords(text, pieces, 0, pieces.length - 1, isEnglishAbbreviation)
  if (words.length === 0) return
  const from = (pieces[0] as Piece).start
  const to = (pieces.at(-1) as Piece).end
  sentences.push({ start: from, end: to, text: text.slice(from, to), words, block })
}

function isEnglishAbbreviation(word: string): boolean {
  const key = word.toLowerCase()
  return word !== 'no' && (englishAbbreviations.has(key) || englishMayEnd.has(key))
}

function cutLine(text: string, line: Span): Span[] {
  const spans: Span[] = []
  for (const part of cutSafely(text, line)) {
    for (const parsed of parseSentences(text, part)) {
      for (const span of splitHidden(text, parsed)) {
        const last = spans.at(-1)
        if (last && goesOn(text, last, span)) spans[spans.length - 1] = { start: last.start, end: span.end }
        else spans.push(span)
      }
    }
  }
  return spans
}

/** After a long plain word a full stop before a capital ends a sentence for certain. */
const SAFE_END = /[a-z]{6}[.!?]["')\]”’]*[\s\u00a0]+(?=[A-Z])/gu
const PART_LENGTH = 600
const LONGEST_PART = 4000
/** Characters at the end of a sentence that are looked at. */
const TAIL = 60

/** Cuts a long line at certain sentence ends, because the parser's time grows with the square of its input. */
function cutSafely(text: string, { start, end }: Span): Span[] {
  if (end - start <= PART_LENGTH) return [{ start, end }]
  const line = text.slice(start, end)
  const parts: Span[] = []
  let from = 0
  for (const match of line.matchAll(SAFE_END)) {
    const to = match.index + match[0].length
    if (to - from < PART_LENGTH) continue
    pushParts(parts, line, start, from, to)
    from = to
  }
  pushParts(parts, line, start, from, line.length)
  return parts
}

/** A stretch without a certain end is cut at white space; `goesOn` joins what that tears apart. */
function pushParts(parts: Span[], line: string, offset: number, from: number, to: number): void {
  let at = from
  while (to - at > LONGEST_PART) {
    const space = line.lastIndexOf(' ', at + LONGEST_PART)
    const cut = space > at ? space + 1 : at + LONGEST_PART - (isLowSurrogate(line, at + LONGEST_PART) ? 1 : 0)
    parts.push({ start: offset + at, end: offset + cut })
    at = cut
  }
  if (at < to) parts.push({ start: offset + at, end: offset + to })
}

function isLowSurrogate(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  return code >= 0xdc00 && code <= 0xdfff
}

function parseSentences(text: string, { start, end }: Span): Span[] {
  const root = processor.parse(text.slice(start, end)) as Root
  const spans: Span[] = []
  for (const paragraph of root.children) {
    if (paragraph.type !== 'ParagraphNode') continue
    for (const sentence of (paragraph as Paragraph).children) {
      const from = sentence.position?.start.offset
      const to = sentence.position?.end.offset
      if (sentence.type === 'SentenceNode' && from !== undefined && to !== undefined) {
        spans.push({ start: start + from, end: start + to })
      }
    }
  }
  return spans
}

/** A number or word with a full stop before a capital, which the parser may have taken for an abbreviation. */
const HIDDEN_END =
  /([\s\u00a0(]\D?\d{1,3}(?:,\d{3})*(?:\.\d{1,2})?\)?|(?<![\p{L}.])\p{L}+|[ap]\.m)\.["')”’]?[\s\u00a0]+(?=["'(“‘]?(\p{Lu}\p{L}*))/gu

/** `by 14. You`, `£60,000. The`, `at 5 p.m. We`: the parser takes these full stops for those of an ordinal or an abbreviation. */
function splitHidden(text: string, { start, end }: Span): Span[] {
  const spans: Span[] = []
  let from = start
  for (const match of text.slice(start, end).matchAll(HIDDEN_END)) {
    if (!isHiddenEnd(match[1] as string, match[2] as string)) continue
    const to = start + match.index + match[0].length
    spans.push({ start: from, end: to })
    from = to
  }
  spans.push({ start: from, end })
  return spans
}

function isHiddenEnd(word: string, next: string): boolean {
  const key = word.toLowerCase()
  if (/\d/u.test(word)) return true
  if (!englishOpeners.has(next) || word.length === 1) return false
  return englishMayEnd.has(key) || !englishAbbreviations.has(key)
}

/** Whether the sentence at `span` continues `last`: after an abbreviation or enumerator, or with a small letter. */
function goesOn(text: string, last: Span, span: Span): boolean {
  const before = text.slice(Math.max(last.start, last.end - TAIL), last.end).trimEnd()
  const after = /^[^\p{L}\p{N}]*([\p{L}\p{N}.'’-]*)/u.exec(text.slice(span.start, span.start + 40))
  const next = after?.[1] ?? ''
  const first = characterClass(next.charCodeAt(0))
  if (next === '') return !/[\p{L}\p{N}]/u.test(text.slice(span.start, span.end))
  if (!/[.!?…]["')\]”’»]*$/u.test(before)) return true
  if (/^(?:\(?(?:\d{1,3}|[A-Za-z]|[ivx]+|[IVX]+)\)?\.|\(?[a-z0-9]{1,3}\))$/u.test(before)) return true
  const word = /([\p{L}\d.]+)\.["')”’]*$/u.exec(before.slice(-24))?.[1]
  if (word === undefined) return first === LOWER && !/[!?]$/u.test(before)
  const key = word.toLowerCase()
  if (/^\p{Lu}$|^(?:\p{Lu}\.)+\p{Lu}$/u.test(word)) return first === LOWER || !englishOpeners.has(next)
  if (englishMayEnd.has(key)) return first !== UPPER || (englishAbbreviations.has(key) && !englishOpeners.has(next))
  return englishAbbreviations.has(key) && isAbbreviated(key, word, first)
}

/** `No. 2` is `number`, `he said no. You` is not; `Art.`, `p.` and the like need a number or capital after them. */
function isAbbreviated(key: string, word: string, first: number): boolean {
  return key !== 'no' || first !== UPPER || word === 'No'
}
