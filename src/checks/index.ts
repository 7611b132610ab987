import { abbreviation } from './abbreviation.ts'
import { addressForm } from './address-form.ts'
import { authorityCaseTime, authorityComplaintAddress, authorityUnit } from './authority.ts'
import { boilerplate } from './boilerplate.ts'
import type { CheckDefinition } from './check.ts'
import { obsoleteBody, wrongBody } from './complaint-body.ts'
import { expiryDate, wrongDeadline } from './complaint-deadline.ts'
import { complaintInHearing } from './complaint-in-hearing.ts'
import { complaintRoute } from './complaint-route.ts'
import { cprNumbers } from './cpr-numbers.ts'
import { impossibleDate, pastDeadline, weekdayMismatch } from './dates.ts'
import { hearingTime, inconsistentDeadline, lateAnswer, yearlessDeadline } from './deadlines.ts'
import { documentMarks } from './document-marks.ts'
import { foundElement } from './found-element.ts'
import { frontWeight } from './front-weight.ts'
import { headings } from './headings.ts'
import { longWord } from './long-word.ts'
import { nestedClause } from './nested-clause.ts'
import { noticePeriod } from './notice-period.ts'
import { obsoleteAct, obsoleteTerm } from './obsolete.ts'
import { paragraphLength } from './paragraph-length.ts'
import { parseNote } from './parse-note.ts'
import { pattern } from './pattern.ts'
import { phrases } from './phrases.ts'
import { readability } from './readability.ts'
import { repeatedWord } from './repeated-word.ts'
import { requiredElement } from './required-element.ts'
import { requiredPhrase } from './required-phrase.ts'
import { resultFirst } from './result-first.ts'
import { schoolGrade } from './school-grade.ts'
import { sentenceLength } from './sentence-length.ts'
import { statuteFirst } from './statute-first.ts'
import { suppression } from './suppression.ts'
import { words } from './words.ts'

/** Every check a rule can name. A new mechanism is one file and one line here. */
export const checks: Readonly<Record<string, CheckDefinition>> = {
  abbreviation: abbreviation as CheckDefinition,
  'address-form': addressForm as CheckDefinition,
  'authority-case-time': authorityCaseTime as CheckDefinition,
  'authority-complaint-address': authorityComplaintAddress as CheckDefinition,
  'authority-unit': authorityUnit as CheckDefinition,
  boilerplate: boilerplate as CheckDefinition,
  'cpr-numbers': cprNumbers as CheckDefinition,
  'document-marks': documentMarks as CheckDefinition,
  'complaint-in-hearing': complaintInHearing as CheckDefinition,
  'complaint-route': complaintRoute as CheckDefinition,
  'found-element': foundElement as CheckDefinition,
  'front-weight': frontWeight as CheckDefinition,
  headings: headings as CheckDefinition,
  'impossible-date': impossibleDate as CheckDefinition,
  'hearing-time': hearingTime as CheckDefinition,
  'inconsistent-deadline': inconsistentDeadline as CheckDefinition,
  'late-answer': lateAnswer as CheckDefinition,
  'long-word': longWord as CheckDefinition,
  'nested-clause': nestedClause as CheckDefinition,
  'paragraph-length': paragraphLength as CheckDefinition,
  'parse-note': parseNote as CheckDefinition,
  'notice-period': noticePeriod as CheckDefinition,
  'obsolete-act': obsoleteAct as CheckDefinition,
  'obsolete-body': obsoleteBody as CheckDefinition,
  'obsolete-term': obsoleteTerm as CheckDefinition,
  'past-deadline': pastDeadline as CheckDefinition,
  pattern: pattern as CheckDefinition,
  phrases: phrases as CheckDefinition,
  readability: readability as CheckDefinition,
  'repeated-word': repeatedWord as CheckDefinition,
  'required-element': requiredElement as CheckDefinition,
  'required-phrase': requiredPhrase as CheckDefinition,
  'result-first': resultFirst as CheckDefinition,
  'school-grade': schoolGrade as CheckDefinition,
  'sentence-length': sentenceLength as CheckDefinition,
  'statute-first': statuteFirst as CheckDefinition,
  suppression: suppression as CheckDefinition,
  'weekday-mismatch': weekdayMismatch as CheckDefinition,
  words: words as CheckDefinition,
  'wrong-body': wrongBody as CheckDefinition,
  'wrong-deadline': wrongDeadline as CheckDefinition,
  'expiry-date': expiryDate as CheckDefinition,
  'yearless-deadline': yearlessDeadline as CheckDefinition,
}
