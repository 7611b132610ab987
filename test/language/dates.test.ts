import { describe, expect, test } from 'vitest'
import { addDays, addMonths, daysBetween, findDates, parseIsoDate, weekdayOf } from '../../src/language/dates.ts'
import { excerpts } from './cut.ts'

describe('dates with a year', () => {
  test.each([
    ['3. marts 2026'],
    ['3.marts 2026'],
    ['3 marts 2026'],
    ['d. 3. marts 2026'],
    ['den 3. marts 2026'],
    ['03-03-2026'],
    ['3/3 2026'],
    ['3/3-2026'],
    ['03.03.2026'],
    ['3.3.26'],
    ['3/3/26'],
    ['03-03-26'],
    ['2026-03-03'],
    ['3. Marts 2026'],
    ['3. MARTS 2026'],
    ['3. mar. 2026'],
    ['3. mar 2026'],
    ['den 3.\u00a0marts\u00a02026'],
    ['3.\nmarts 2026'],
    ['3. marts, 2026'],
    ['3 March 2026'],
    ['3rd March 2026'],
    ['3rd of March 2026'],
    ['March 3, 2026'],
    ['March 3 2026'],
    ['3/3-26'],
    ['2.-3. marts 2026'],
    ['2. - 3. marts 2026'],
    ['1.–3. marts 2026'],
    ['3. 3. 2026'],
  ])('%j is 3 March 2026', (text) =>
    expect(findDates(text)).toMatchObject([{ day: 3, month: 3, year: 2026, iso: '2026-03-03', exists: true }]),
  )

  test.each([
    ['7. april 2025', '2025-04-07'],
    ['27-12-2016', '2016-12-27'],
    ['9.8.2017', '2017-08-09'],
    ['27. Februar 2023', '2023-02-27'],
    ['28.01.2017', '2017-01-28'],
    ['1. okt. 2025', '2025-10-01'],
    ['25. dec. 1999', '1999-12-25'],
    ['31.12.85', '1985-12-31'],
    ['29. februar 2024', '2024-02-29'],
    ['15 Sept 2025', '2025-09-15'],
    ['Fristen er 5. maj 2026.', '2026-05-05'],
  ])('%j', (text, iso) => expect(findDates(text).map((date) => date.iso)).toEqual([iso]))
})

describe('dates without a year', () => {
  test.each([
    ['den 3. marts', 3, 3],
    ['26.juli', 26, 7],
    ['tirsdag d. 3/3', 3, 3],
    ['den 12.12. Husk', 12, 12],
    ['2.-3. maj', 3, 5],
    ['2-3. maj', 3, 5],
    ['3rd of March', 3, 3],
    ['1. maj 2.000 kr.', 1, 5],
    ['3. marts 2840 Holte', 3, 3],
    ['mandag 2. februar', 2, 2],
    ['d. 5. ds. og 6. juni', 6, 6],
  ])('%j', (text, day, month) => {
    const [date] = findDates(text)
    expect(date).toMatchObject({ day, month, exists: true })
    expect(date).not.toHaveProperty('year')
  })
})

describe('impossible dates are mentions', () => {
  test.each([
    '31. juni',
    '30-02-2026',
    '29. februar 2025',
    '31/4 2026',
    '32. maj 2026',
    '2026-02-30',
    '31. november 2026',
    '45. maj'.replace('45', '35'),
  ])('%s', (text) => expect(findDates(text)).toMatchObject([{ exists: false }]))
})

describe('no dates', () => {
  test.each([
    'Marts 2026',
    'i marts',
    '§ 3, stk. 2',
    'sag 24/5678',
    '72 35 40 00',
    '1.234',
    '1.234,50 kr.',
    'kl. 10.30',
    '16.03.04-G01-1-25',
    'j.nr. 2024-123',
    '010190-1234',
    'den 1. i måneden',
    'den 3. dag',
    '1/3 af beløbet',
    'Section 3 may apply',
    'afsnit 3.2.1',
    '10-12',
    '2.-3. klasse',
    '§ 31.12.2025',
    'version 1.2.3',
    '192.168.10.12',
    '12345678',
    'KLE 16.03.04',
    '3 mart',
    'nr. 5 i maj',
    'team 3 marts2026x'.replace(' marts2026x', ' martsmøde'),
    '3 majs',
    '50. august',
  ])('%s', (text) => expect(findDates(text)).toEqual([]))
})

describe('weekdays', () => {
  test.each([
    ['tirsdag den 3. marts 2026', 'tuesday', true],
    ['onsdag den 3. marts 2026', 'wednesday', false],
    ['Tirsdag d. 3/3-2026', 'tuesday', true],
    ['søndag, den 1. marts 2026', 'sunday', true],
    ['lørdag 28. februar 2026', 'saturday', true],
    ['3. marts 2026 (mandag)', 'monday', false],
    ['tirs. d. 3. marts 2026', 'tuesday', true],
    ['Tuesday 3 March 2026', 'tuesday', true],
    ['on Monday, March 3, 2026', 'monday', false],
    ['mandagen den 2. marts 2026', 'monday', true],
  ])('%s', (text, weekday, weekdayMatches) => expect(findDates(text)).toMatchObject([{ weekday, weekdayMatches }]))
  test('without a year nothing can be said', () => {
    expect(findDates('tirsdag den 3. marts')[0]).not.toHaveProperty('weekdayMatches')
  })
  test('the span covers the weekday, not a bare `den`', () => {
    const text = 'Kom tirsdag den 3. marts 2026 eller den 4. marts.'
    expect(excerpts(text, findDates(text))).toEqual(['tirsdag den 3. marts 2026', '4. marts'])
  })
})

describe('dates of acts', () => {
  test.each([
    'lov nr. 123 af 1. januar 2020',
    'LBK nr. 57 af 21/01/2019',
    'LBK nr 1218 af 25/11/2019',
    'bekendtgørelse nr. 170 af 24. januar 2022',
    'lovbekendtgørelse nr. 1157 af 1. juli 2020',
    'bekendtgørelse om tilskud til briller, nr. 5 af 3. maj 2020',
    'lov af 3. maj 1990',
    'BEK nr. 1434 af 23.12.2012',
    'forordning (EU) nr. 910/2014 af 23. juli 2014'.replace('nr. 910/2014', 'nr. 910'),
    'cirkulære nr. 5 af 3. maj 2020',
  ])('%s', (text) => expect(findDates(text)).toMatchObject([{ ofAct: true }]))
  test.each([
    'din ansøgning af 3. marts 2026',
    'Efter bekendtgørelsen har vi set på din ansøgning af 3. marts 2026',
    'afgørelse af 3. maj 2020',
  ])('not %s', (text) => expect(findDates(text)[0]).not.toHaveProperty('ofAct'))
})

describe('calendar', () => {
  test.each([
    ['2026-03-03', 'tuesday'],
    ['2024-02-29', 'thursday'],
    ['1970-01-01', 'thursday'],
    ['1900-01-01', 'monday'],
    ['1600-02-29', 'tuesday'],
    ['2099-12-31', 'thursday'],
  ])('%s is a %s', (iso, weekday) => expect(weekdayOf(iso)).toBe(weekday))
  test.each([
    ['2026-03-03', 28, '2026-03-31'],
    ['2026-12-31', 1, '2027-01-01'],
    ['2024-02-28', 1, '2024-02-29'],
    ['2026-03-01', -1, '2026-02-28'],
    ['2026-03-28', 1, '2026-03-29'],
  ])('%s + %i days', (iso, days, result) => expect(addDays(iso, days)).toBe(result))
  test.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2026-08-31', 6, '2027-02-28'],
    ['2026-03-15', -3, '2025-12-15'],
  ])('%s + %i months', (iso, months, result) => expect(addMonths(iso, months)).toBe(result))
  test('agrees with Date over four centuries', () => {
    for (let day = 0; day < 146_097; day += 13) {
      const iso = addDays('1900-01-01', day)
      const date = new Date(Date.UTC(1900, 0, 1 + day))
      expect(iso).toBe(date.toISOString().slice(0, 10))
      expect(daysBetween('1900-01-01', iso)).toBe(day)
    }
  })
  test.each(['2026-02-30', '2026-13-01', '26-03-03', '', '2026-3-3'])('%j does not exist', (iso) => {
    expect(parseIsoDate(iso)).toBeUndefined()
    expect(weekdayOf(iso)).toBeUndefined()
    expect(() => addDays(iso, 1)).toThrow(RangeError)
  })
})
