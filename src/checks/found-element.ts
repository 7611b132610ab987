import type { ElementName } from '../types.ts'
import { defineCheck } from './check.ts'

/** The letter must not hold this element; each place is marked, or only the first with `once`. */
export const foundElement = defineCheck(
  (z) => z.strictObject({ element: z.string(), once: z.boolean().default(false) }),
  function* ({ reading }, { element, once }) {
    const found = reading.elements[element as ElementName] ?? []
    for (const { start, end, text } of once ? found.slice(0, 1) : found) {
      yield { span: { start, end }, values: { words: text } }
    }
  },
)
