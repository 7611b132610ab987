import { measureReadability } from '../language/readability.ts'
import { defineCheck } from './check.ts'
import { placeOf } from './place.ts'
import { proseSentences } from './prose.ts'

/** LIX of the letter's own prose above `max`, in letters of at least `minWords` words. */
export const readability = defineCheck(
  (z) => z.strictObject({ max: z.number().positive(), minWords: z.int().positive() }),
  function* ({ letter, reading }, { max, minWords }) {
    const prose = proseSentences(letter, reading).filter((sentence) => letter.blocks[sentence.block]!.kind === 'paragraph')
    const measured = measureReadability(prose, letter.text)
    if (measured.words < minWords || measured.lix <= max) return
    yield { span: placeOf(letter, reading, 'body'), values: { lix: Math.round(measured.lix), max } }
  },
)
