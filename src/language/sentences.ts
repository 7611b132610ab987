import type { Language, LetterDocument, Sentence } from '../types.ts'
import { endsSentence } from './boundaries.ts'
import { cutPieces, type Piece } from './pieces.ts'
import { findWords } from './words.ts'

/** Cuts every line of every block into sentences, in order. A sentence never crosses a line. */
export type SentenceCutter = (document: Pick<LetterDocument, 'text' | 'blocks'>) => Sentence[]

/** The cutter of a language. English loads its parser when it is first asked for. */
export async function sentenceCutter(language: Language): Promise<SentenceCutter> {
  if (language === 'da') return cutDanishSentences
  const { cutEnglishSentences } = await import('./english.ts')
  return cutEnglishSentences
}

/** Cuts a Danish document: letters, headings, cells and items alike. What holds no letter or digit is no sentence. */
export function cutDanishSentences(document: Pick<LetterDocument, 'text' | 'blocks'>): Sentence[] {
  const sentences: Sentence[] = []
  for (const [block, { lines }] of document.blocks.entries()) {
    for (const line of lines) pushSentences(sentences, document.text, line.start, line.end, block)
  }
  return sentences
}

function pushSentences(sentences: Sentence[], text: string, start: number, end: number, block: number): void {
  const pieces = cutPieces(text, start, end)
  let first = 0
  for (let index = 0; index < pieces.length; index++) {
    if (index < pieces.length - 1 && !endsSentence(text, pieces, index, first)) continue
    pushSentence(sentences, text, pieces, first, index, block)
    first = index + 1
  }
}

function pushSentence(
  sentences: Sentence[],
  text: string,
  pieces: readonly Piece[],
  first: number,
  last: number,
  block: number,
): void {
  const words = findWords(text, pieces, first, last)
  if (words.length === 0) return
  const start = (pieces[first] as Piece).start
  const end = (pieces[last] as Piece).end
  sentences.push({ start, end, text: text.slice(start, end), words, block })
}
