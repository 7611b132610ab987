import { findPeriods, type PeriodMention } from '../language/periods.ts'
import type { Authority } from '../types.ts'
import { defineCheck } from './check.ts'

/** Marks a processing time that is longer than the one the authority has published for the area. */
export const authorityCaseTime = defineCheck(
  (z) => z.strictObject({}),
  function* ({ letter, reading, view, authority }) {
    const published = authority.caseTimes?.[reading.area]
    const [limit] = published === undefined ? [] : findPeriods(published)
    if (!limit) return
    for (const { start, end } of reading.elements['processing-time'] ?? []) {
      const stated = view.periods.find((period) => period.start >= start && period.end <= end)
      if (!stated || daysOf(stated) <= daysOf(limit)) continue
      yield {
        span: { start, end },
        values: { words: letter.text.slice(stated.start, stated.end), published: published! },
      }
    }
  },
)

/** Marks complaint guidance that sends the complaint to an e-mail address other than the authority's own. */
export const authorityComplaintAddress = defineCheck(
  (z) => z.strictObject({}),
  function* ({ letter, reading, view, authority }) {
    const right = addressesFor(authority, reading.area)
    if (right.length === 0) return
    for (const { firstSentence, lastSentence } of reading.sections.filter(({ kind }) => kind === 'complaint')) {
      const start = letter.sentences[firstSentence]?.start ?? 0
      const end = letter.sentences[lastSentence - 1]?.end ?? start
      const emails = view.emails.filter((email) => email.start >= start && email.end <= end)
      const isRight = (span: { start: number; end: number }) =>
        right.includes(letter.text.slice(span.start, span.end).toLowerCase())
      if (emails.some(isRight)) continue
      for (const { start: from, end: to } of emails.slice(0, 1)) {
        const words = letter.text.slice(from, to)
        yield { span: { start: from, end: to }, values: { words, right: right.join(', ') }, suggestions: right }
      }
    }
  },
)

/** Marks names that a department no longer goes by. */
export const authorityUnit = defineCheck(
  (z) => z.strictObject({}),
  function* ({ letter, authority }) {
    const lower = letter.text.toLowerCase()
    for (const { name, formerly = [] } of authority.units ?? []) {
      for (const old of formerly) {
        const wanted = old.toLowerCase()
        for (let at = lower.indexOf(wanted); at >= 0; at = lower.indexOf(wanted, at + wanted.length)) {
          const span = { start: at, end: at + wanted.length }
          if (isPartOfWord(lower, span)) continue
          yield { span, values: { words: letter.text.slice(span.start, span.end), name }, suggestions: [name] }
        }
      }
    }
  },
)

function addressesFor({ complaintAddresses = [] }: Authority, area: string): string[] {
  return complaintAddresses
    .filter((one) => !one.area || one.area.some((name) => name === area))
    .map(({ email }) => email.toLowerCase())
}

function isPartOfWord(text: string, { start, end }: { start: number; end: number }): boolean {
  return /[\p{L}\p{N}]/u.test(`${text[start - 1] ?? ' '}`) || /[\p{L}\p{N}]/u.test(`${text[end] ?? ' '}`)
}

/** Days of a period, for comparing periods; working days count as five a week. */
function daysOf({ amount, unit }: PeriodMention): number {
  const days = { hour: 1 / 24, day: 1, 'working-day': 7 / 5, week: 7, month: 30.4, year: 365 }
  return amount * days[unit]
}
