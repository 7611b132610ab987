import { measureReadability } from '../language/readability.ts'
import { defineCheck } from './check.ts'
import { placeOf } from './place.ts'

/** LIX of the letter's own prose above `max`, in letters of at least `minWords` words. */
export const readability = defineCheck(
  (z) => z.strictObject({ max: z.number().positive(), minWords: z.int().positive() }),
  function* ({ letter, reading, view, prose }, { max, minWords }) {
    const paragraphs = prose
      .map(({ sentence }) => sentence)
      .filter(({ block }) => letter.blocks[block]!.kind === 'paragraph')
    const measured = measureReadability(paragraphs, letter.text, undefined, view.references)
    if (measured.words < minWords || measured.lix <= max) return
    yield { span: placeOf(letter, reading, 'body'), values: { lix: Math.round(measured.lix), max } }
  },
)
