import { abbreviationMeaning } from '../language/abbreviations.ts'
import { measureReadability } from '../language/readability.ts'
import type { LetterView } from '../reading/view.ts'
import type { LetterReadability, Readability, Reading } from '../types.ts'
import { type ProseSentence, proseSentences } from './prose.ts'

/**
 * LIX and average sentence of the letter's own running text, and of the part that gives the reasons. Left out are
 * headings, lists, tables, letterhead, signature, block quotes and law that is quoted word for word (see `prose.ts`).
 */
export function measureLetter(view: LetterView, reading: Reading): LetterReadability {
  const prose = proseSentences(view.letter, reading).filter(
    ({ sentence }) => view.letter.blocks[sentence.block]!.kind === 'paragraph',
  )
  const reasons = prose.filter(({ section }) => section === 'reasons')
  return { ...measure(view, prose), ...(reasons.length > 0 && { reasons: measure(view, reasons) }) }
}

function measure({ letter, references }: LetterView, prose: readonly ProseSentence[]): Readability {
  const sentences = prose.map(({ sentence }) => sentence)
  return measureReadability(sentences, letter.text, abbreviationMeaning, references)
}
