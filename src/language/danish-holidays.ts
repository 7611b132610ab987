import { addDays, weekdayOf } from './calendar.ts'

/** The last year with Store Bededag as a holiday (lov nr. 214 af 6. marts 2023 abolished it from 1 January 2024). */
const lastPrayerDay = 2023

/** Holidays of the Danish Church by their distance in days from Easter Sunday. */
const movable = [-3, -2, 0, 1, 39, 49, 50]
const fixed = ['01-01', '12-25', '12-26']

/**
 * Whether an ISO date is a Sunday or a Danish public holiday. Grundlovsdag and the 24th and 31st of December are none by
 * law. Throws `RangeError` when the date does not exist.
 */
export function isDanishHoliday(iso: string): boolean {
  if (weekdayOf(iso) === 'sunday' || fixed.includes(iso.slice(5))) return true
  const year = Number(iso.slice(0, 4))
  const easter = easterSunday(year)
  const offsets = year <= lastPrayerDay ? [...movable, 26] : movable
  return offsets.some((offset) => addDays(easter, offset) === iso)
}

/** The date itself, or the next day that is no Saturday, Sunday or Danish holiday. */
export function nextDanishWeekday(iso: string): string {
  let day = iso
  while (weekdayOf(day) === 'saturday' || isDanishHoliday(day)) day = addDays(day, 1)
  return day
}

/** Easter Sunday of a year, by the Gregorian rule (Meeus, Jones and Butcher). */
export function easterSunday(year: number): string {
  const a = year % 19
  const b = Math.floor(year / 100)
  const c = year % 100
  const d = Math.floor((8 * b + 13) / 25)
  const e = (19 * a + b - Math.floor(b / 4) - d + 15) % 30
  const f = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - e - (c % 4)) % 7
  const g = Math.floor((a + 11 * e + 22 * f) / 451)
  const month = Math.floor((e + f - 7 * g + 114) / 31)
  const day = ((e + f - 7 * g + 114) % 31) + 1
  return `${year}-0${month}-${String(day).padStart(2, '0')}`
}
