import type { DocumentMark, Letter, Span } from '../types.ts'
import { markKinds } from '../types.ts'
import { defineCheck } from './check.ts'
import { patternOption } from './option-schemas.ts'
import { sentenceAt } from './place.ts'

/**
 * Marks that only a Word file has: changes, comments, fields. Each entry of `marks` is one finding, at the first of its
 * marks, with their `count` and the words `one` or `many` as `{what}`; with `each` every mark is a finding. An entry may
 * ask for a `detail` (the instruction of a field), leave comments out by their text (`unlessText`), or want marks
 * without words (`empty`). In templates only entries with `inTemplates` count.
 */
export const documentMarks = defineCheck(
  (z) =>
    z.strictObject({
      marks: z
        .array(
          z.strictObject({
            kinds: z.array(z.enum(markKinds)).min(1),
            one: z.string().min(1),
            many: z.string().min(1),
            detail: patternOption(z).optional(),
            unlessText: patternOption(z).optional(),
            empty: z.boolean().optional(),
            inTemplates: z.boolean().optional(),
          }),
        )
        .min(1),
      each: z.boolean().default(false),
    }),
  function* ({ letter }, { marks, each }) {
    for (const { kinds, one, many, detail, unlessText, empty, inTemplates } of marks) {
      if (letter.placeholders && !inTemplates) continue
      const wanted = detail === undefined ? undefined : new RegExp(detail, 'iu')
      const unwanted = unlessText === undefined ? undefined : new RegExp(unlessText, 'iu')
      const found = letter.marks.filter(
        (mark) =>
          kinds.includes(mark.kind) &&
          (!wanted || wanted.test(mark.detail ?? '')) &&
          !unwanted?.test(mark.text ?? '') &&
          (!empty || letter.text.slice(mark.start, mark.end).trim() === ''),
      )
      for (const mark of each ? found : found.slice(0, 1)) {
        const count = each ? 1 : found.length
        const span = shownSpan(letter, mark)
        yield { span, values: { what: count === 1 ? one : many.replace('{count}', String(count)), count } }
      }
    }
  },
  { each: false },
)

/** A mark without words is shown by the sentence it stands in or before. */
function shownSpan(letter: Letter, { start, end }: DocumentMark): Span {
  if (letter.text.slice(start, end).trim() !== '') return { start, end }
  const next = letter.sentences.find((sentence) => sentence.end > start) ?? letter.sentences.at(-1)
  return sentenceAt(letter, { start, end }) ?? (next ? { start: next.start, end: next.end } : { start, end })
}
