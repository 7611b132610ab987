import { defineCheck } from './check.ts'
import { measureLetter } from './measure-letter.ts'
import { placeOf } from './place.ts'

/** LIX of the letter's own prose above `max`, in letters of at least `minWords` words. */
export const readability = defineCheck(
  (z) => z.strictObject({ max: z.number().positive(), minWords: z.int().positive() }),
  function* ({ letter, reading, view }, { max, minWords }) {
    const { words, lix } = measureLetter(view, reading)
    if (words < minWords || lix <= max) return
    yield { span: placeOf(letter, reading, 'body'), values: { lix: Math.round(lix), max } }
  },
)
