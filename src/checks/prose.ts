import { detectBlockLanguage } from '../language/detect.ts'
import type { LetterView } from '../reading/view.ts'
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
 * The sentences that are the authority's own running text: not letterhead, signature, headings, table cells, block
 * quotes, nor law that is given word for word. Language rules look at these. Found once for each reading.
 */
export function proseSentences(view: LetterView, reading: Reading): readonly ProseSentence[] {
  return view.remember(findProse, reading)
}

function findProse({ letter }: LetterView, reading: Reading): readonly ProseSentence[] {
  const prose: ProseSentence[] = []
  const foreign = foreignBlocks(letter)
  for (const section of reading.sections) {
    if (outside.has(section.kind)) continue
    for (let index = section.firstSentence; index < section.lastSentence; index += 1) {
      const sentence = letter.sentences[index]!
      const block = letter.blocks[sentence.block]!
      const isHeading = block.kind === 'heading' || section.heading?.start === sentence.start
      if (
        foreign.has(sentence.block) ||
        block.quoted ||
        block.kind === 'cell' ||
        isHeading ||
        isStatute(letter.text, block.start)
      )
        continue
      if (quotationMark.test(sentence.text) && wholeQuotation.test(sentence.text)) continue
      prose.push({ sentence, index, section: section.kind })
    }
  }
  return prose
}

/** The blocks that are surely in another language than the letter: what its rules say of words does not hold there. */
function foreignBlocks({ blocks, text, language }: Letter): ReadonlySet<number> {
  const found = new Set<number>()
  for (const [index, { start, end }] of blocks.entries()) {
    if (end - start < 40) continue
    const detected = detectBlockLanguage(text.slice(start, end))
    if (detected && detected !== language) found.add(index)
  }
  return found
}

/** `§ 41. Kommunalbestyrelsen skal …`, `Stk. 2. Støtten …`: a paragraph that begins so is the law itself. */
function isStatute(text: string, start: number): boolean {
  return statuteStart.test(text.slice(start, start + 24))
}

const statuteStart = /^[»"“”]?(?:§\s*\d+(?:\s?[a-z])?|Stk\.\s*\d+)\.(?:\s|$)/u
const wholeQuotation = /^(?:»[^«]*«|“[^”]*”|„[^“”]*[“”]|"[^"]*"|”[^”]*”)[.,!?]?$/u
const quotationMark = /[»«“”„"]/u
const quotation = /»[^«]*«|«[^»]*»|“[^”]*”|„[^“”]*[“”]|"[^"]*"|”[^”]*”/gu

/** Whether an offset of a sentence lies inside quotation marks: somebody else's words. */
export function isQuoted(sentence: string, offset: number): boolean {
  if (!quotationMark.test(sentence)) return false
  for (const match of sentence.matchAll(quotation)) {
    if (offset > match.index && offset < match.index + match[0].length) return true
  }
  return false
}
