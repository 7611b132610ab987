import type { ElementName } from '../types.ts'
import { defineCheck } from './check.ts'
import { placeOf } from './place.ts'

/** The letter must hold one of these elements. What is missing is marked where it belongs. */
export const requiredElement = defineCheck(
  (z) =>
    z.strictObject({
      anyOf: z.array(z.string()).min(1),
      place: z.enum(['letterhead', 'decision', 'reasons', 'law', 'complaint', 'contact', 'signature', 'body', 'start', 'end']),
    }),
  function* ({ letter, reading }, { anyOf, place }) {
    const found = anyOf.some((name) => (reading.elements[name as ElementName]?.length ?? 0) > 0)
    if (!found) yield { span: placeOf(letter, reading, place) }
  },
)
