import { say } from '../messages.ts'
import type { Language, Reading } from '../types.ts'

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
