import { measureReadability, type WriteOut } from '../language/readability.ts'
import type { Pack } from '../pack.ts'
import type { LetterView } from '../reading/view.ts'
import type { LetterReadability, Readability, Reading } from '../types.ts'
import { type ProseSentence, proseSentences } from './prose.ts'

/**
 * LIX and average sentence of the letter's own running text, and of the part that gives the reasons. Left out are
 * headings, lists, tables, letterhead, signature, block quotes and law that is quoted word for word (see `prose.ts`).
 */
export function measureLetter(view: LetterView, reading: Reading): LetterReadability {
  return view.remember(measureProse, reading)
}

function measureProse(view: LetterView, reading: Reading): LetterReadability {
  const prose = proseSentences(view, reading).filter(
    ({ sentence }) => view.letter.blocks[sentence.block]!.kind === 'paragraph',
  )
  const reasons = prose.filter(({ section }) => section === 'reasons')
  return { ...measure(view, prose), ...(reasons.length > 0 && { reasons: measure(view, reasons) }) }
}

function measure({ letter, references, pack }: LetterView, prose: readonly ProseSentence[]): Readability {
  const sentences = prose.map(({ sentence }) => sentence)
  return measureReadability(sentences, letter.text, writeOut(pack), references)
}

const meanings = new WeakMap<Pack, WriteOut>()

/** What the abbreviations of a language mean. */
function writeOut(pack: Pack): WriteOut {
  let known = meanings.get(pack)
  if (!known) {
    const words = new Map(pack.words.abbreviations.map(({ abbr, expand }) => [abbr.toLowerCase(), expand]))
    known = (abbreviation) => words.get(abbreviation.toLowerCase())
    meanings.set(pack, known)
  }
  return known
}
