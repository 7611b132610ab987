import { cutDanishSentences } from '../../src/language/sentences.ts'
import type { Block, Letter, LetterDocument } from '../../src/types.ts'

/** A document in which every line of `text` is a paragraph of its own. */
export function documentOf(text: string): Pick<LetterDocument, 'text' | 'blocks'> {
  const blocks: Block[] = []
  let at = 0
  for (const line of text.split('\n')) {
    const span = { start: at, end: at + line.length }
    blocks.push({ ...span, kind: 'paragraph', depth: 0, quoted: false, story: 'body', lines: [span] })
    at = span.end + 1
  }
  return { text, blocks }
}

/** The same, cut as Danish. */
export function letterOf(text: string): Pick<Letter, 'text' | 'blocks' | 'sentences'> {
  const document = documentOf(text)
  return { ...document, sentences: cutDanishSentences(document) }
}

/** The excerpts of `text` that mentions stand for. */
export function excerpts(text: string, mentions: readonly { start: number; end: number }[]): string[] {
  return mentions.map(({ start, end }) => text.slice(start, end))
}
