import type { Letter, Reading, SectionKind, Sentence } from '../types.ts'

const outside: ReadonlySet<SectionKind> = new Set(['letterhead', 'signature'])

/** A sentence of the authority's own running text. */
export interface ProseSentence {
  readonly sentence: Sentence
  /** Its number in the letter. */
  readonly index: number
  readonly section: SectionKind
}

/**
 * The sentences that are the authority's own running text: not letterhead, signature, headings, table cells or block
 * quotes. Language rules look at these.
 */
export function proseSentences(letter: Letter, reading: Reading): ProseSentence[] {
  const prose: ProseSentence[] = []
  for (const section of reading.sections) {
    if (outside.has(section.kind)) continue
    for (let index = section.firstSentence; index < section.lastSentence; index += 1) {
      const sentence = letter.sentences[index]!
      const block = letter.blocks[sentence.block]!
      const isHeading = block.kind === 'heading' || section.heading?.start === sentence.start
      if (block.quoted || block.kind === 'cell' || isHeading) continue
      prose.push({ sentence, index, section: section.kind })
    }
  }
  return prose
}

const quotation = /»[^«]*«|«[^»]*»|“[^”]*”|„[^“”]*[“”]|"[^"]*"|”[^”]*”/gu

/** Whether an offset of a sentence lies inside quotation marks: somebody else's words. */
export function isQuoted(sentence: string, offset: number): boolean {
  for (const match of sentence.matchAll(quotation)) {
    if (offset > match.index && offset < match.index + match[0].length) return true
  }
  return false
}
