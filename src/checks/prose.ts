import type { Letter, Reading, SectionKind, Sentence } from '../types.ts'

const outside: ReadonlySet<SectionKind> = new Set(['letterhead', 'signature'])

/**
 * The sentences that are the authority's own running text: not letterhead, signature, headings, table cells or block
 * quotes. Language rules look at these.
 */
export function proseSentences(letter: Letter, reading: Reading, options: { readonly outside?: readonly string[] } = {}): Sentence[] {
  const sentences: Sentence[] = []
  for (const section of reading.sections) {
    if (outside.has(section.kind) || options.outside?.includes(section.kind)) continue
    for (const sentence of letter.sentences.slice(section.firstSentence, section.lastSentence)) {
      const block = letter.blocks[sentence.block]!
      const isHeading = block.kind === 'heading' || section.heading?.start === sentence.start
      if (block.quoted || block.kind === 'cell' || isHeading) continue
      sentences.push(sentence)
    }
  }
  return sentences
}

const quotation = /»[^«]*«|«[^»]*»|“[^”]*”|„[^“”]*[“”]|"[^"]*"|”[^”]*”/gu

/** Whether an offset of a sentence lies inside quotation marks: somebody else's words. */
export function isQuoted(sentence: string, offset: number): boolean {
  for (const match of sentence.matchAll(quotation)) {
    if (offset > match.index && offset < match.index + match[0].length) return true
  }
  return false
}
