import type { PhraseList } from '../rules/vocabulary.ts'
import type { Span } from '../types.ts'
import type { LetterView } from './view.ts'

const clauseEdge = /[,;:–]\s|\s(?:(?<!til )og|men|så|hvorefter|før)\s|[.!?]\s/gu

/** The clause of the sentence that a mention stands in: between commas and conjunctions. */
export function clauseAround(view: LetterView, index: number, mention: Span): Span {
  const sentence = view.sentences[index]!
  const folded = view.foldedSentence(index)
  let start = 0
  let end = folded.length
  for (const edge of folded.matchAll(clauseEdge)) {
    const at = edge.index
    if (sentence.start + at + edge[0].length <= mention.start) start = at + edge[0].length
    else if (sentence.start + at >= mention.end) {
      end = at
      break
    }
  }
  return { start: sentence.start + start, end: sentence.start + end }
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
