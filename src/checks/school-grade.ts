import { measureSchoolGrade } from '../language/school-grade.ts'
import { defineCheck } from './check.ts'
import { placeOf } from './place.ts'

/** Flesch-Kincaid grade of the letter's own prose above `max`, in letters of at least `minWords` words. */
export const schoolGrade = defineCheck(
  (z) => z.strictObject({ max: z.number().positive(), minWords: z.int().positive() }),
  function* ({ letter, reading, view, prose }, { max, minWords }) {
    const paragraphs = prose.flatMap(({ sentence }) =>
      letter.blocks[sentence.block]!.kind === 'paragraph' ? [sentence] : [],
    )
    const { words, grade } = measureSchoolGrade(paragraphs, view.references)
    if (words < minWords || grade <= max) return
    yield { span: placeOf(letter, reading, 'body'), values: { grade: Math.round(grade), max } }
  },
)
