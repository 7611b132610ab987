import { say } from '../messages.ts'
import type { ElementName, Language, Reading } from '../types.ts'

/** Every element, in the order of a letter. */
export const elementNames = Object.keys({
  sender: true,
  recipient: true,
  date: true,
  'case-number': true,
  subject: true,
  greeting: true,
  decision: true,
  reasons: true,
  'legal-basis': true,
  facts: true,
  'main-considerations': true,
  boilerplate: true,
  alternatives: true,
  complaint: true,
  'complaint-enclosed': true,
  'no-complaint': true,
  'complaint-body': true,
  'complaint-procedure': true,
  'complaint-deadline': true,
  'complaint-deadline-start': true,
  reassessment: true,
  request: true,
  deadline: true,
  'vague-deadline': true,
  'processing-time': true,
  'hearing-deadline': true,
  contact: true,
  closing: true,
  signatory: true,
} satisfies Record<ElementName, true>) as ElementName[]

/** How a letter was read, in one line: `afgørelse, afslag, socialområdet, dateret 3. marts 2026`. */
export function describeReading(locale: Language, reading: Reading): string {
  return [
    say(locale, `kind.${reading.kind}`),
    ...(reading.kind === 'decision' ? [describeOutcome(locale, reading)] : []),
    ...(reading.area === 'other' ? [] : [say(locale, `area.${reading.area}`)]),
    reading.date === undefined
      ? say(locale, 'report.undated')
      : say(locale, 'report.dated', { date: formatDate(locale, reading.date) }),
  ].join(', ')
}

/** The outcome, or that it could not be found. */
export function describeOutcome(locale: Language, reading: Reading): string {
  return reading.outcomeFound || reading.kind !== 'decision'
    ? say(locale, `outcome.${reading.outcome}`)
    : say(locale, 'report.outcome-not-found')
}

/** An ISO date as people write it: `3. marts 2026`, `3 March 2026`. */
export function formatDate(locale: Language, date: string): string {
  const [year = '', month = '', day = ''] = date.split('-')
  return say(locale, 'date.format', { day: Number(day), month: say(locale, `date.month-${Number(month)}`), year })
}
