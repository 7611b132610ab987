import { defineCheck } from './check.ts'
import { sentenceAt } from './place.ts'

/** The result stands before the reasons, within the first `words` words of the letter's text. */
export const resultFirst = defineCheck(
  (z) => z.strictObject({ words: z.int().positive() }),
  function* ({ letter, reading }, { words }) {
    const titles = reading.sections.flatMap((section) => (section.heading ? [section.heading] : []))
    const decision = reading.elements.decision?.find(
      (found) => !titles.some((title) => title.start <= found.start && found.end <= title.end),
    )
    if (!decision) return
    const reasons = reading.sections.find((section) => section.kind === 'reasons' || section.kind === 'law')
    const start = reasons && letter.sentences[reasons.firstSentence]
    const body = reading.sections.find((section) => section.kind !== 'letterhead')
    const before = body
      ? letter.sentences.slice(body.firstSentence).filter((sentence) => sentence.end <= decision.start)
      : []
    const count = before.reduce((sum, sentence) => sum + sentence.words.length, 0)
    if ((start && decision.start > start.start) || count > words) {
      yield { span: sentenceAt(letter, decision) ?? decision }
    }
  },
)
