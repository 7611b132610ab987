import { defineCheck } from './check.ts'
import { elementOption } from './option-schemas.ts'

/** The letter must not hold this element; each place is marked, or only the first with `once`. */
export const foundElement = defineCheck(
  (z) => z.strictObject({ element: elementOption(z), once: z.boolean().default(false) }),
  function* ({ reading }, { element, once }) {
    const found = reading.elements[element] ?? []
    for (const { start, end, text } of once ? found.slice(0, 1) : found) {
      yield { span: { start, end }, values: { words: text } }
    }
  },
  { once: false },
)
