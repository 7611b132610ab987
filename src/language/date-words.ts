import type { Weekday } from './calendar.ts'

/** Names of months, Danish and English, whole and shortened, small letters: `marts`, `mar`, `march` are 3. */
export const months: ReadonlyMap<string, number> = numbered([
  'januar january jan',
  'februar february febr feb',
  'marts march mar mrt',
  'april apr',
  'maj may',
  'juni june jun',
  'juli july jul',
  'august aug',
  'september sept sep',
  'oktober october okt oct',
  'november nov',
  'december dec',
])

/** English names that Danish does not share; only these may stand before the day (`March 3`). */
export const englishMonths: ReadonlySet<string> = new Set([
  ...['january', 'february', 'march', 'may', 'june', 'july', 'october', 'oct'],
])

/** Names of weekdays, Danish and English, whole and shortened. */
export const weekdays: ReadonlyMap<string, Weekday> = named([
  ['monday', 'mandag man mandagen mon'],
  ['tuesday', 'tirsdag tirs tir tirsdagen tue tues'],
  ['wednesday', 'onsdag ons onsdagen wed'],
  ['thursday', 'torsdag tors tor torsdagen thu thur thurs'],
  ['friday', 'fredag fre fredagen fri'],
  ['saturday', 'lørdag lør lørdagen sat'],
  ['sunday', 'søndag søn søndagen sun'],
])

function numbered(rows: readonly string[]): ReadonlyMap<string, number> {
  return new Map(rows.flatMap((row, index) => row.split(' ').map((name): [string, number] => [name, index + 1])))
}

function named(rows: readonly (readonly [Weekday, string])[]): ReadonlyMap<string, Weekday> {
  return new Map(
    rows.flatMap(([day, names]) => [day, ...names.split(' ')].map((name): [string, Weekday] => [name, day])),
  )
}

/** Alternation for a regular expression, longest first. */
export function alternatives(names: Iterable<string>): string {
  return [...names].sort((a, b) => b.length - a.length || (a < b ? -1 : 1)).join('|')
}
