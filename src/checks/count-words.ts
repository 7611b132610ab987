import type { LetterView } from '../reading/view.ts'
import type { ProseSentence } from './prose.ts'

/** The words of a sentence as its reader counts them: a legal reference is one. */
export function countWords(view: LetterView, { sentence, index }: ProseSentence): number {
  const cited = view.within(view.references, index).filter((reference) => reference.end <= sentence.end)
  if (cited.length === 0) return sentence.words.length
  const inside = sentence.words.filter((word) => cited.some((span) => word.start >= span.start && word.end <= span.end))
  return sentence.words.length - inside.length + cited.length
}
