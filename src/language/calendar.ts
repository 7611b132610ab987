/** Days and dates by plain arithmetic: no `Date`, so no time zone and no clock can change an answer. */

export type Weekday = 'monday' | 'tuesday' | 'wednesday' | 'thursday' | 'friday' | 'saturday' | 'sunday'

export interface CalendarDate {
  readonly year: number
  /** 1–12. */
  readonly month: number
  /** 1–31. */
  readonly day: number
}

const WEEKDAYS: readonly Weekday[] = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']
const MONTH_LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const

/** Days in a month of the Gregorian calendar; 0 when there is no such month. */
function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28
  return MONTH_LENGTHS[month - 1] ?? 0
}

/** Whether the day exists. Without a year, 29 February does. */
export function dateExists(day: number, month: number, year?: number): boolean {
  return day >= 1 && day <= daysInMonth(year ?? 2024, month)
}

/** Reads `YYYY-MM-DD`; undefined when it is written otherwise or does not exist. */
export function parseIsoDate(iso: string): CalendarDate | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/u.exec(iso)
  if (!match) return undefined
  const date = { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) }
  return dateExists(date.day, date.month, date.year) ? date : undefined
}

/** Writes a date as `YYYY-MM-DD`. */
export function formatIsoDate({ year, month, day }: CalendarDate): string {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

/** Weekday of an ISO date; undefined when the date does not exist. */
export function weekdayOf(iso: string): Weekday | undefined {
  const date = parseIsoDate(iso)
  if (!date) return undefined
  return WEEKDAYS[(((toDayNumber(date) + 3) % 7) + 7) % 7]
}

/** The ISO date `days` days later (earlier when negative). Throws `RangeError` when `iso` does not exist. */
export function addDays(iso: string, days: number): string {
  return formatIsoDate(fromDayNumber(toDayNumber(existing(iso)) + days))
}

/** The same day of the month `months` months later, or the month's last day: 31 January + 1 = 28 or 29 February. */
export function addMonths(iso: string, months: number): string {
  const { year, month, day } = existing(iso)
  const count = year * 12 + (month - 1) + months
  const to = { year: Math.floor(count / 12), month: (((count % 12) + 12) % 12) + 1 }
  return formatIsoDate({ ...to, day: Math.min(day, daysInMonth(to.year, to.month)) })
}

/** Days from one ISO date to another; negative when `to` is earlier. Throws `RangeError` when one does not exist. */
export function daysBetween(from: string, to: string): number {
  return toDayNumber(existing(to)) - toDayNumber(existing(from))
}

function existing(iso: string): CalendarDate {
  const date = parseIsoDate(iso)
  if (!date) throw new RangeError(`Not a date that exists: ${iso}`)
  return date
}

function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
}

/** Days since 1 January 1970, a Thursday. Years are counted from March, so that the leap day comes last. */
function toDayNumber({ year, month, day }: CalendarDate): number {
  const y = month <= 2 ? year - 1 : year
  const era = Math.floor(y / 400)
  const yearOfEra = y - era * 400
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * 146_097 + dayOfEra - 719_468
}

function fromDayNumber(number: number): CalendarDate {
  const shifted = number + 719_468
  const era = Math.floor(shifted / 146_097)
  const dayOfEra = shifted - era * 146_097
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153)
  const month = shiftedMonth + (shiftedMonth < 10 ? 3 : -9)
  const day = dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day }
}
