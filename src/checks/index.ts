import { addressForm } from './address-form.ts'
import { boilerplate } from './boilerplate.ts'
import type { CheckDefinition } from './check.ts'
import { impossibleDate, pastDeadline, weekdayMismatch } from './dates.ts'
import { foundElement } from './found-element.ts'
import { pattern } from './pattern.ts'
import { phrases } from './phrases.ts'
import { readability } from './readability.ts'
import { repeatedWord } from './repeated-word.ts'
import { requiredElement } from './required-element.ts'
import { resultFirst } from './result-first.ts'
import { sentenceLength } from './sentence-length.ts'
import { words } from './words.ts'

/** Every check a rule can name. A new mechanism is one file and one line here. */
export const checks: Readonly<Record<string, CheckDefinition>> = {
  'address-form': addressForm as CheckDefinition,
  boilerplate: boilerplate as CheckDefinition,
  'found-element': foundElement as CheckDefinition,
  'impossible-date': impossibleDate as CheckDefinition,
  'past-deadline': pastDeadline as CheckDefinition,
  pattern: pattern as CheckDefinition,
  phrases: phrases as CheckDefinition,
  readability: readability as CheckDefinition,
  'repeated-word': repeatedWord as CheckDefinition,
  'required-element': requiredElement as CheckDefinition,
  'result-first': resultFirst as CheckDefinition,
  'sentence-length': sentenceLength as CheckDefinition,
  'weekday-mismatch': weekdayMismatch as CheckDefinition,
  words: words as CheckDefinition,
}
