import { addDays, addMonths } from '../language/calendar.ts'
import { nextDanishWeekday } from '../language/danish-holidays.ts'
import { findDates } from '../language/dates.ts'
import { findPeriods, type PeriodMention } from '../language/periods.ts'
import { guidanceSentences } from '../reading/guidance.ts'
import type { Evidence, Match, Remedy } from '../types.ts'
import { type CheckContext, defineCheck } from './check.ts'
import { placeOf } from './place.ts'

/**
 * A time limit for the complaint that is not the one of the law: a length that differs, a date before the law's last
 * day, or a limit where the law sets none. `says`: how the right limit is told, for each case; `{limit}`, `{days}`,
 * `{weeks}` and `{date}` are filled in. Silent where the law in play is not known.
 */
export const wrongDeadline = defineCheck(
  (z) => z.strictObject({ length: z.string(), told: z.string().optional(), notBefore: z.string(), none: z.string() }),
  function* (context, says) {
    const { reading } = context
    const { remedies } = reading
    const limits = remedies.map(({ days }) => days)
    if (remedies.length === 0 || limits.includes(undefined)) return
    const unsure = remedies.some(({ verified }) => verified === false)
    const more: Omit<Match, 'span'> = {
      sources: remedies.map(({ source }) => source),
      ...(unsure ? { severity: 'suggestion' } : {}),
    }
    const lengths = limits.filter((days) => typeof days === 'number')
    for (const found of reading.elements['complaint-deadline'] ?? []) {
      const right = lengths.length === 0 ? limitThatIsNone(found, says.none) : differs(context, found, lengths, says)
      if (right === undefined) continue
      yield { ...more, span: { start: found.start, end: found.end }, values: { words: found.text, right } }
      return
    }
  },
)

/** The complaint guidance must give a day still to come, which is when the time limit ends. */
export const expiryDate = defineCheck(
  (z) => z.strictObject({}),
  function* ({ view, reading, letter }) {
    const { date: letterDate = '' } = reading
    const dates = guidanceSentences(view, reading).flatMap((index) => view.within(view.dates, index))
    if (dates.some(({ iso }) => iso === undefined || iso > letterDate)) return
    const limit = reading.elements['complaint-deadline']?.[0]
    yield { span: limit ? { start: limit.start, end: limit.end } : placeOf(letter, reading, 'complaint') }
  },
  {},
  { demands: true },
)

interface Says {
  readonly length: string
  /** For a limit that is told in words of its own. */
  readonly told?: string | undefined
  readonly notBefore: string
}

/** How the right limit is told, when this one is another. */
function differs(context: CheckContext, found: Evidence, lengths: readonly number[], says: Says): string | undefined {
  const period = findPeriods(found.text)[0]
  const least = Math.min(...lengths)
  const shortest = context.reading.remedies.find(({ days }) => days === least)
  if (period) {
    if (isSomebodyElses(context, found, period)) return undefined
    const days = daysOf(period)
    if (days === undefined || lengths.some((right) => days.includes(right))) return undefined
    if (shortest?.limit !== undefined && says.told !== undefined) return says.told.replace('{limit}', shortest.limit)
    return says.length.replace('{weeks}', String(least / 7)).replace('{days}', String(least))
  }
  const date = findDates(found.text)[0]
  const { date: letterDate } = context.reading
  if (!date?.iso || !letterDate) return undefined
  const from = startOf(context, letterDate, date.iso)
  const last = lastDay(from, least, shortest)
  const rolled = context.reading.remedies.every(({ rolls }) => rolls) ? nextDanishWeekday(last) : last
  // A date that has passed is another rule's.
  if (date.iso >= rolled || date.iso <= letterDate) return undefined
  return says.notBefore.replace('{date}', written(rolled, context))
}

/** Working days are the authority's, and half a year is for going to court, unless the sentence says it is for the complaint. */
function isSomebodyElses({ view, pack }: CheckContext, { start }: Evidence, { amount, unit }: PeriodMention): boolean {
  const doubtful = unit === 'working-day' || (unit === 'month' && amount >= 6)
  return doubtful && !view.find(pack.reading.complaint['surely-complaint'], view.sentenceAt(start))
}

function limitThatIsNone(found: Evidence, none: string): string | undefined {
  return findPeriods(found.text).length > 0 || findDates(found.text).length > 0 ? none : undefined
}

/** The days a length may mean; a month is four weeks to nobody. Undefined for hours and years. */
function daysOf({ amount, unit }: PeriodMention): number[] | undefined {
  switch (unit) {
    case 'day':
      return [amount]
    case 'week':
      return [amount * 7]
    case 'month':
      return [amount * 30, amount * 31]
    case 'working-day':
      return [Math.round((amount / 5) * 7)]
    default:
      return undefined
  }
}

/** The time runs from the letter's date, or from an earlier day on which the guidance says it is made known. */
function startOf({ view, reading, pack }: CheckContext, letterDate: string, limit: string): string {
  const announced = guidanceSentences(view, reading)
    .filter((index) => view.find(pack.reading.complaint.announced, index))
    .flatMap((index) => view.within(view.dates, index))
    .flatMap(({ iso }) => (iso && iso < limit ? [iso] : []))
    .sort()
  return announced[0] ?? letterDate
}

/** The last day of a time that runs from `from`. */
function lastDay(from: string, days: number, { months, countsFirstDay }: Partial<Remedy> = {}): string {
  return addDays(months ? addMonths(from, months) : addDays(from, days), countsFirstDay ? -1 : 0)
}

/** A date as the letter's language writes it. */
function written(iso: string, { pack }: CheckContext): string {
  const [year = '', month = '', day = ''] = iso.split('-')
  const names: Readonly<Record<string, string>> = {
    year,
    month: pack.messages[`date.month-${Number(month)}`] ?? month,
    day: String(Number(day)),
  }
  return (pack.messages['date.format'] ?? iso).replace(/\{(\w+)\}/gu, (whole, name: string) => names[name] ?? whole)
}
