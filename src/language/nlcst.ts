import type { Nodes, Paragraph, Root, SentenceContent, Sentence as SentenceNode } from 'nlcst'
import type { Plugin } from 'unified'
import type { Letter, Sentence, Span } from '../types.ts'
import { cutDanishSentences } from './sentences.ts'

type Position = NonNullable<Root['position']>
type Cut = Pick<Letter, 'text' | 'blocks' | 'sentences'>

/**
 * A unified plugin like `retext-english`: reads Danish plain text into an nlcst tree, so that retext plugins run on
 * it. Paragraphs are parted by blank lines.
 */
export const retextDanish: Plugin<[], string, Root> = function () {
  this.parser = (value) => toNlcst(cutText(value))
}

function cutText(text: string): Cut {
  const blocks = [...text.matchAll(/\S[^\n]*(?:\n[^\S\n]*\S[^\n]*)*/gu)].map(({ index, 0: match }) => {
    const span = { start: index, end: index + match.length }
    return { ...span, kind: 'paragraph' as const, depth: 0, quoted: false, story: 'body' as const, lines: [span] }
  })
  return { text, blocks, sentences: cutDanishSentences({ text, blocks }) }
}

/** The letter as an nlcst tree: one paragraph for each block, with our sentences and words. Offsets are the letter's. */
export function toNlcst({ text, blocks, sentences }: Cut): Root {
  const place = placer(text)
  const children: Root['children'] = []
  let at = 0
  let next = 0
  for (const [index, block] of blocks.entries()) {
    pushSpace(children, text, at, block.start, place)
    const first = next
    while (sentences[next]?.block === index) next++
    const node: Paragraph = { type: 'ParagraphNode', children: [], position: place(block) }
    fillParagraph(node, text, block, sentences.slice(first, next), place)
    children.push(node)
    at = block.end
  }
  pushSpace(children, text, at, text.length, place)
  return { type: 'RootNode', children, position: place({ start: 0, end: text.length }) }
}

type Place = (span: Span) => Position

function fillParagraph(node: Paragraph, text: string, block: Span, sentences: readonly Sentence[], place: Place): void {
  let at = block.start
  for (const sentence of sentences) {
    pushSpace(node.children, text, at, sentence.start, place)
    node.children.push(toSentenceNode(sentence, text, place))
    at = sentence.end
  }
  pushSpace(node.children, text, at, block.end, place)
}

function toSentenceNode(sentence: Sentence, text: string, place: Place): SentenceNode {
  const children: SentenceContent[] = []
  let at = sentence.start
  for (const word of sentence.words) {
    pushMarks(children, text, at, word.start, place)
    const position = place(word)
    children.push({ type: 'WordNode', children: [{ type: 'TextNode', value: word.text, position }], position })
    at = word.end
  }
  pushMarks(children, text, at, sentence.end, place)
  return { type: 'SentenceNode', children, position: place(sentence) }
}

/** White space, punctuation and symbols between words, one node for each run of the same. */
function pushMarks(children: SentenceContent[], text: string, start: number, end: number, place: Place): void {
  for (const match of text.slice(start, end).matchAll(/\s+|(\p{P})\1*|(?:[^\s\p{P}])+/gu)) {
    const value = match[0]
    const position = place({ start: start + match.index, end: start + match.index + value.length })
    const type = /^\s/u.test(value) ? 'WhiteSpaceNode' : match[1] ? 'PunctuationNode' : 'SymbolNode'
    children.push({ type, value, position })
  }
}

/** What stands outside sentences: white space, or text without a word (`***`) as it is. */
function pushSpace(children: Nodes[], text: string, start: number, end: number, place: Place): void {
  if (start >= end) return
  const value = text.slice(start, end)
  const type = /\S/u.test(value) ? 'SourceNode' : 'WhiteSpaceNode'
  children.push({ type, value, position: place({ start, end }) })
}

/** Turns spans into unist positions; asked in any order, by a table of line starts. */
function placer(text: string): Place {
  const starts = [0]
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  const point = (offset: number): Position['start'] => {
    let low = 0
    let high = starts.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((starts[middle] as number) <= offset) low = middle
      else high = middle - 1
    }
    return { line: low + 1, column: offset - (starts[low] as number) + 1, offset }
  }
  return ({ start, end }) => ({ start: point(start), end: point(end) })
}
