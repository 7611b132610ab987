import { describe, expect, test } from 'vitest'
import { findMonths, findPeriods, findWeeks } from '../../src/language/periods.ts'
import { excerpts } from './cut.ts'

describe('periods', () => {
  test.each([
    ['4 uger', 4, 'week'],
    ['fire uger', 4, 'week'],
    ['Fire uger', 4, 'week'],
    ['4-ugers frist', 4, 'week'],
    ['4-ugersfristen', 4, 'week'],
    ['fireugersfrist', 4, 'week'],
    ['4 ugers', 4, 'week'],
    ['fire\u00a0uger', 4, 'week'],
    ['fire\nuger', 4, 'week'],
    ['4 (fire) uger', 4, 'week'],
    ['fire (4) uger', 4, 'week'],
    ['14 dage', 14, 'day'],
    ['14-dages fristen', 14, 'day'],
    ['14-dagesfrist', 14, 'day'],
    ['syv dage', 7, 'day'],
    ['10 arbejdsdage', 10, 'working-day'],
    ['3 hverdage', 3, 'working-day'],
    ['fem bankdage', 5, 'working-day'],
    ['seks måneder', 6, 'month'],
    ['6 måneders', 6, 'month'],
    ['en måned', 1, 'month'],
    ['én måned', 1, 'month'],
    ['2 mdr.', 2, 'month'],
    ['et år', 1, 'year'],
    ['18 år', 18, 'year'],
    ['halvandet år', 1.5, 'year'],
    ['et halvt år', 0.5, 'year'],
    ['1½ år', 1.5, 'year'],
    ['to-tre uger', 3, 'week'],
    ['2-3 uger', 3, 'week'],
    ['8-10 uger', 10, 'week'],
    ['8 til 10 uger', 10, 'week'],
    ['2 eller 3 uger', 3, 'week'],
    ['8–10 uger', 10, 'week'],
    ['ca. 3 uger', 3, 'week'],
    ['24 timer', 24, 'hour'],
    ['24-timers', 24, 'hour'],
    ['2,5 timer', 2.5, 'hour'],
    ['4 kalenderdage', 4, 'day'],
    ['et døgn', 1, 'day'],
    ['four weeks', 4, 'week'],
    ['28 days', 28, 'day'],
    ['6 months', 6, 'month'],
    ['one month', 1, 'month'],
    ['20 working days', 20, 'working-day'],
    ['10 business days', 10, 'working-day'],
    ['a 28-day period', 28, 'day'],
    ['six-month', 6, 'month'],
    ['35 calendar days', 35, 'day'],
    ['fire fulde uger', 4, 'week'],
  ])('%j', (text, amount, unit) => expect(findPeriods(text)).toMatchObject([{ amount, unit }]))

  test.each([
    'en dag',
    'i dag',
    'mandag',
    '2026 år',
    '20-årige',
    'uge 12',
    'hver uge',
    'ugen',
    'måned',
    'den 3. dag',
    'kl. 10 dagen efter',
    'årligt',
    'måneden',
    'to ugentlige',
    'tre årstal',
    'fire dagpenge',
    '3 dagpengemodtagere',
    'daglig',
    '12 gange',
    'i månedsvis',
    'tovejs',
    'kl. 12',
  ])('not in %j', (text) => expect(findPeriods(text)).toEqual([]))

  test('the span is number and unit', () => {
    const text = 'Du har ca. 4 (fire) uger, men vi bruger 8-10 uger og højst seks måneders tid.'
    expect(excerpts(text, findPeriods(text))).toEqual(['4 (fire) uger', '8-10 uger', 'seks måneders'])
  })
})

describe('weeks', () => {
  test.each([
    ['uge 12', { week: 12 }],
    ['Uge 12-14', { week: 12, lastWeek: 14 }],
    ['uge 12 og 13 i 2026', { week: 12, lastWeek: 13, year: 2026 }],
    ['i uge 7, 2026', { week: 7, year: 2026 }],
    ['week 12', { week: 12 }],
    ['ugerne 5 til 7', { week: 5, lastWeek: 7 }],
    ['uge nr. 9', { week: 9 }],
    ['uge\u00a053', { week: 53 }],
  ])('%s', (text, week) => expect(findWeeks(text)).toMatchObject([week]))
  test.each(['4 uger 12', 'uge 54', 'uge 0', 'uge 3 dage', 'ugen 12', 'uge 123', 'en uge'])('not %s', (text) =>
    expect(findWeeks(text)).toEqual([]),
  )
})

describe('months', () => {
  test.each([
    ['i april 2026', { month: 4, year: 2026 }],
    ['inden udgangen af marts', { month: 3, part: 'end' }],
    ['medio april', { month: 4, part: 'middle' }],
    ['ultimo maj 2026', { month: 5, year: 2026, part: 'end' }],
    ['primo juni', { month: 6, part: 'start' }],
    ['Marts 2026', { month: 3, year: 2026 }],
    ['fra april', { month: 4 }],
    ['i juni måned', { month: 6 }],
    ['slutningen af oktober', { month: 10, part: 'end' }],
    ['in March 2026', { month: 3, year: 2026 }],
    ['the end of June', { month: 6, part: 'end' }],
    ['by the end of May 2026', { month: 5, year: 2026, part: 'end' }],
    ['until mid-May', { month: 5, part: 'middle' }],
    ['in the last week of April', { month: 4, part: 'end' }],
    ['early in October', { month: 10, part: 'start' }],
    ['i løbet af august', { month: 8 }],
    ['inden maj', { month: 5 }],
    ['for december 2025', { month: 12, year: 2025 }],
    ['begyndelsen af januar', { month: 1, part: 'start' }],
  ])('%s', (text, month) => expect(findMonths(text)).toMatchObject([month]))
  test.each([
    '3. april 2026',
    'den 3. april',
    'april',
    'you may',
    'in this may lie',
    'March 3, 2026',
    'we march',
    'imaj',
    'maj-juni',
    '3rd of March 2026',
  ])('not %s', (text) => expect(findMonths(text)).toEqual([]))
})
