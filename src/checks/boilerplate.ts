import { defineCheck } from './check.ts'
import { sentenceAt } from './place.ts'

/**
 * An empty reason is marked unless it is filled: by a fact in its paragraph or in the list below it, or by a
 * consideration there or in one of the next two sentences.
 */
export const boilerplate = defineCheck(
  (z) => z.strictObject({}),
  function* ({ letter, reading, view }) {
    const { facts = [], 'main-considerations': considerations = [], boilerplate: empty = [] } = reading.elements
    for (const { start, end, text } of empty) {
      const at = view.sentenceAt(start)
      const { block } = letter.sentences[at]!
      const isBeside = (index: number): boolean => {
        const other = letter.sentences[index]?.block
        return other === block || (index > at && other !== undefined && letter.blocks[other]!.kind === 'item')
      }
      const stands = (span: { readonly start: number }, from: number, to: number, beside: boolean): boolean => {
        const index = view.sentenceAt(span.start)
        return index >= from && index <= to && (!beside || isBeside(index))
      }
      const filled =
        facts.some((fact) => stands(fact, at - 1, at + 2, true)) ||
        considerations.some((one) => stands(one, at - 1, at, true) || stands(one, at + 1, at + 2, false))
      if (!filled) yield { span: sentenceAt(letter, { start, end }) ?? { start, end }, values: { words: text } }
    }
  },
)
