import { bodiesNamed, guidanceSentences } from '../reading/guidance.ts'
import { defineCheck } from './check.ts'
import { phraseOption } from './option-schemas.ts'

/**
 * Complaint guidance or a final result in a letter that only hears the reader. `later`: phrases for guidance that is
 * yet to come; `result`: phrases that tell a result.
 */
export const complaintInHearing = defineCheck(
  (z) => z.strictObject({ later: z.array(phraseOption(z)), result: z.array(phraseOption(z)) }),
  function* ({ letter, view, reading, prose }, { later, result }) {
    const guidance = guidanceSentences(view, reading)
    const named = new Set(bodiesNamed(view, reading).map(({ sentence }) => sentence))
    const evidence = [
      ...(reading.elements['complaint-deadline'] ?? []),
      ...(reading.elements['complaint-procedure'] ?? []),
    ]
    const told = (index: number): boolean =>
      named.has(index) || evidence.some(({ start }) => view.sentenceAt(start) === index)
    if (guidance.some((index) => view.find(later, index))) return
    const index =
      guidance.find(told) ??
      prose.find((sentence) => view.find(result, sentence.index) && !view.find(later, sentence.index))?.index
    if (index === undefined) return
    const { start, end, text } = letter.sentences[index]!
    yield { span: { start, end }, values: { words: text } }
  },
)
