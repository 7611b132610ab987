import { describe, expect, test } from 'vitest'
import { easterSunday, isDanishHoliday, nextDanishWeekday } from '../../src/language/danish-holidays.ts'

describe('Danish holidays', () => {
  test.each([
    [2019, '2019-04-21'],
    [2024, '2024-03-31'],
    [2025, '2025-04-20'],
    [2026, '2026-04-05'],
    [2027, '2027-03-28'],
    [2038, '2038-04-25'],
  ])('Easter Sunday %i is %s', (year, day) => {
    expect(easterSunday(year)).toBe(day)
  })

  test.each([
    '2026-04-02 2026-04-03 2026-04-05 2026-04-06 2026-05-14 2026-05-24 2026-05-25 2026-12-25 2026-12-26 2026-01-01',
    '2023-05-05',
  ])('%s are holidays', (days) => {
    for (const day of days.split(' ')) expect([day, isDanishHoliday(day)]).toEqual([day, true])
  })

  test.each(['2024-04-26', '2026-05-01', '2026-06-05', '2026-12-24', '2026-12-31', '2026-03-03'])(
    '%s is none',
    (day) => {
      expect(isDanishHoliday(day)).toBe(false)
    },
  )

  test.each([
    ['2026-04-02', '2026-04-07'],
    ['2026-04-11', '2026-04-13'],
    ['2026-12-25', '2026-12-28'],
    ['2026-03-31', '2026-03-31'],
  ])('%s goes on to %s', (day, next) => {
    expect(nextDanishWeekday(day)).toBe(next)
  })
})
