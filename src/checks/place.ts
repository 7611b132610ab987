import { spanAt } from '../language/span-search.ts'
import type { Place } from '../rules/rule.ts'
import type { Letter, Reading, Span } from '../types.ts'

/**
 * Where something missing belongs: the last sentence of its section; else the section's heading; else the letter's
 * subject or first line.
 */
export function placeOf(letter: Letter, reading: Reading, place: Place): Span {
  const { sentences } = letter
  if (place === 'end') return last(sentences.filter((sentence) => isBody(letter, sentence.block))) ?? wholeStart(letter)
  if (place !== 'start') {
    const sections = reading.sections.filter((section) => section.kind === place)
    for (const section of sections.toReversed()) {
      const text = sentences.slice(section.firstSentence + (section.heading ? 1 : 0), section.lastSentence)
      const end = last(text)
      if (end) return spanOf(end)
    }
    const heading = sections.find((section) => section.heading)?.heading
    if (heading) return heading
    if (place === 'reasons') {
      const decision = reading.elements.decision?.[0]
      if (decision) return sentenceAt(letter, decision) ?? decision
    }
  }
  const subject = place === 'start' ? undefined : reading.elements.subject?.[0]
  return subject ? spanOf(subject) : wholeStart(letter)
}

/** Not a header, footer or note. */
function isBody(letter: Letter, block: number): boolean {
  const { story } = letter.blocks[block]!
  return story === 'body' || story === 'textbox'
}

/** The sentence that holds a span's start. */
export function sentenceAt(letter: Letter, span: Span): Span | undefined {
  const sentence = letter.sentences[spanAt(letter.sentences, span.start)]
  return sentence && spanOf(sentence)
}

function wholeStart(letter: Letter): Span {
  const first = letter.sentences[0]
  return first ? spanOf(first) : { start: 0, end: 0 }
}

function spanOf({ start, end }: Span): Span {
  return { start, end }
}

function last<T extends Span>(items: readonly T[]): T | undefined {
  return items.at(-1)
}
