import type { PhraseList } from '../rules/vocabulary.ts'
import type { Span } from '../types.ts'
import type { LetterView } from './view.ts'

const mark = /[,;:–.!?]\s/gu

/** Where the clauses of a sentence meet: marks and conjunctions, in order. */
function clauseEdges(view: LetterView, index: number): readonly Span[] {
  const bySentence = view.remember(edgesBySentence, view)
  bySentence[index] ??= findEdges(view, index)
  return bySentence[index]
}

/** The edges of each sentence that was asked about. */
function edgesBySentence(): (readonly Span[] | undefined)[] {
  return []
}

function findEdges(view: LetterView, index: number): Span[] {
  const { edge, 'not-an-edge': joined } = view.pack.reading.clauses
  const { start } = view.sentences[index]!
  const marks = Array.from(view.foldedSentence(index).matchAll(mark), ({ index: at, 0: found }) => ({
    start: start + at,
    end: start + at + found.length,
  }))
  const fixed = view.findAll(joined, index)
  const words = view
    .findAll(edge, index)
    .filter((word) => !fixed.some((other) => overlaps(other, word)))
    .map((word) => ({ start: word.start - 1, end: word.end + 1 }))
  return [...marks, ...words].sort((a, b) => a.start - b.start)
}

/** The clause of the sentence that a mention stands in: between commas and conjunctions. */
export function clauseAround(view: LetterView, index: number, mention: Span): Span {
  let { start, end } = view.sentences[index]!
  for (const edge of clauseEdges(view, index)) {
    if (edge.end <= mention.start) start = Math.max(start, edge.end)
    else if (edge.start >= mention.end) {
      end = Math.max(start, edge.start)
      break
    }
  }
  return { start, end }
}

/** Whether the clause that a mention stands in holds a phrase of the list, or a part of one. */
export function isAbout(view: LetterView, index: number, mention: Span, list: PhraseList): boolean {
  return standsIn(view, index, clauseAround(view, index, mention), list)
}

/** Whether a clause of sentence `index` holds a phrase of the list, or a part of one. */
export function standsIn(view: LetterView, index: number, clause: Span, list: PhraseList): boolean {
  return view.findAll(list, index).some((found) => overlaps(found, clause))
}

export function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end
}
