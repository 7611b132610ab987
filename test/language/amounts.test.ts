import { describe, expect, test } from 'vitest'
import { findMoney, findQuantities, parseNumber } from '../../src/language/amounts.ts'

describe('money', () => {
  test.each([
    ['1.234,50 kr.', 1234.5, 'DKK'],
    ['kr. 500', 500, 'DKK'],
    ['kr. 1.234,50', 1234.5, 'DKK'],
    ['500,-', 500, 'DKK'],
    ['500,- kr.', 500, 'DKK'],
    ['12.000 kroner', 12_000, 'DKK'],
    ['3,5 mio. kr.', 3_500_000, 'DKK'],
    ['2 mia. kr.', 2_000_000_000, 'DKK'],
    ['DKK 500', 500, 'DKK'],
    ['500 DKK', 500, 'DKK'],
    ['1 200 kr.', 1200, 'DKK'],
    ['1\u00a0200 kr.', 1200, 'DKK'],
    ['100 danske kroner', 100, 'DKK'],
    ['£45.20', 45.2, 'GBP'],
    ['£1,234.50', 1234.5, 'GBP'],
    ['20 euro', 20, 'EUR'],
    ['€ 20', 20, 'EUR'],
    ['500 kr, og', 500, 'DKK'],
  ])('%s', (text, value, currency) => expect(findMoney(text)).toMatchObject([{ value, currency }]))
  test.each(['5 krav', 'krav 5', '12,5 %', '500', 'den 1. maj', 'kroner', 'kr.', 'DKK', '5 kreditter', '24/5678'])(
    'not %s',
    (text) => expect(findMoney(text)).toEqual([]),
  )
})

describe('quantities', () => {
  test.each([
    ['12,5 %', 12.5, 'percent'],
    ['8 pct.', 8, 'percent'],
    ['ti 10 procent', 10, 'percent'],
    ['37 timer', 37, 'hour'],
    ['120 m²', 120, 'm2'],
    ['1.200 m2', 1200, 'm2'],
    ['145 kvm', 145, 'm2'],
    ['5 km', 5, 'km'],
    ['8,5 m', 8.5, 'm'],
    ['3 børn', 3, 'child'],
    ['15 minutter.', 15, 'minute'],
    ['2 ha', 2, 'ha'],
    ['12 gange', 12, 'time'],
    ['30 kg', 30, 'kg'],
    ['20-30 pct.', 30, 'percent'],
  ])('%s', (text, value, unit) => expect(findQuantities(text)).toMatchObject([{ value, unit }]))
  test.each(['4 uger', 'stk. 2', '§ 4', '24/5678', '3 måneder', '12 mand'])('not %s', (text) =>
    expect(findQuantities(text)).toEqual([]),
  )
})

test.each([
  ['1.234,50', false, 1234.5],
  ['1,234.50', true, 1234.5],
  ['1.234', false, 1234],
  ['12,5', false, 12.5],
  ['45.20', true, 45.2],
  ['1 234', false, 1234],
  ['7', false, 7],
])('parseNumber %s', (written, english, value) => expect(parseNumber(written, english)).toBe(value))
