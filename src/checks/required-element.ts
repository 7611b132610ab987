import { defineCheck } from './check.ts'
import { elementOption, sectionOption } from './option-schemas.ts'
import { placeOf } from './place.ts'

/** The letter must hold one of these elements. What is missing is marked where it belongs. */
export const requiredElement = defineCheck(
  (z) =>
    z.strictObject({
      anyOf: z.array(elementOption(z)).min(1),
      place: z.union([sectionOption(z), z.enum(['start', 'end'])]),
    }),
  function* ({ letter, reading }, { anyOf, place }) {
    const found = anyOf.some((name) => (reading.elements[name]?.length ?? 0) > 0)
    const months = reading.remedies.find(({ court }) => court)?.court?.months
    if (!found) yield { span: placeOf(letter, reading, place), ...(months === undefined ? {} : { values: { months } }) }
  },
  {},
  { demands: true },
)
