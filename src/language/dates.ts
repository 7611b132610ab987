import { dateExists, formatIsoDate, type Weekday, weekdayOf } from './calendar.ts'
import { isDigit, isLetter } from './characters.ts'
import { alternatives, englishMonths, months, weekdays } from './date-words.ts'

export {
  addDays,
  addMonths,
  daysBetween,
  parseIsoDate,
  weekdayOf,
} from './calendar.ts'

/**
 * A date as it is written. The span covers weekday and range (`tirsdag den 3. marts 2026`, `2.-3. maj`), not a bare
 * `den` or `d.` before the day.
 */
export interface DateMention {
  readonly start: number
  readonly end: number
  /** As written; of a range the last day. May be impossible: see `exists`. */
  readonly day: number
  readonly month: number
  readonly year?: number
  /** `YYYY-MM-DD`, when the year is written and the date exists. */
  readonly iso?: string
  /** The weekday that is written with it. */
  readonly weekday?: Weekday
  /** Whether the written weekday is right; undefined without weekday or year. */
  readonly weekdayMatches?: boolean
  readonly exists: boolean
  /** It dates an act or executive order: `lov nr. 123 af 1. januar 2020`. */
  readonly ofAct?: true
}

interface Found {
  readonly start: number
  readonly end: number
  readonly day: number
  readonly month: number
  readonly year: number | undefined
}

const SP = '[ \\u00a0\\u202f\\n]'
const MONTH = alternatives(months.keys())
const YEAR = `(?:,?${SP}+|-|,)((?:1[89]|2[01])\\d\\d)(?![\\d/]|[.,-]\\d|${SP}*kr)`

/** A day and a month's name; a year may follow. */
const WRITTEN = new RegExp(
  `(\\d{1,2})(\\.|st|nd|rd|th)?${SP}*(?:(?:day${SP}+)?of${SP}+|-)?(${MONTH})(?![a-zæøå])\\.?(?:${YEAR})?`,
  'giy',
)
/** Numbers only: `03-03-2026`, `3/3 2026`, `3/3-26`, `3.3.2026`. */
const NUMERIC = new RegExp(
  `(\\d{1,2})([-./\\u2011])${SP}?(\\d{1,2})(?:[-./\\u2011]|${SP}+|[./]${SP})(\\d{4}|\\d\\d)(?!\\d)`,
  'y',
)
const ISO = /(\d{4})-(\d\d)-(\d\d)(?!\d)/y
/** Day and month without a year; a date only after a weekday, `den` or `d.`. */
const SHORT = /(\d{1,2})[./](\d{1,2})(?![\d,:]|[./-]\d|[ \u00a0]*(?:kr|pct|%))/y
const ENGLISH = new RegExp(`(${MONTH})\\.?${SP}+(\\d{1,2})(?:st|nd|rd|th)?(?![\\d.:/%]\\d|\\d|%)(?:${YEAR})?`, 'giy')

const WEEKDAY = alternatives(weekdays.keys())
const BEFORE = new RegExp(`(?:^|[^a-zæøå])(?:(${WEEKDAY})(?:\\.|s)?,?${SP}*)?(?:(?:den|d\\.|d|the)${SP}*)?$`, 'i')
const AFTER = new RegExp(`${SP}*\\((${WEEKDAY})\\)`, 'iy')
const SHORT_BEFORE = new RegExp(`(?:^|[^a-zæøå])(?:den|d\\.?|(?:${WEEKDAY})\\.?)${SP}*$`, 'i')
const RANGE_BEFORE = new RegExp(`(?:^|[^\\d.,/])((\\d{1,2})\\.?${SP}?[-\\u2013\\u2011]${SP}?)$`)
const ACT_BEFORE = new RegExp(
  `(?:^|[^a-zæøå])(?:[a-zæøå]*(?:lov|lovbekendtgørelse|bekendtgørelse|forordning|direktiv|cirkulære|vejledning)(?:en|et|ens)?|lbk|bek|cir|vej|lovbek)\\.?` +
    `(?:(?:${SP}+om${SP}[^.;]{1,90}?|${SP}+\\([^)]{1,12}\\))?,?${SP}+nr\\.?${SP}?\\d[\\d/]*)?${SP}+(?:af|fra)${SP}+(?:den${SP}+|d\\.${SP}?)?$`,
  'i',
)
/** What a date is not part of: case numbers, amounts, longer runs of digits. */
const NUMBER_BEFORE = /(?:\d[.,\-/]|[§#]\s?|\p{L}[-/]|\p{L}|\d|\+)$/u

/** Every date in a Danish or English text, in order. */
export function findDates(text: string): DateMention[] {
  const mentions: DateMention[] = []
  for (const candidate of text.matchAll(CANDIDATE)) {
    const last = mentions.at(-1)
    if (last && candidate.index < last.end) continue
    const found = readDate(text, candidate.index)
    if (found) mentions.push(describe(text, found, last?.end ?? 0))
  }
  return mentions
}

/** Where a date can begin: a run of digits, or an English month. */
const CANDIDATE =
  /\d+|(?:January|February|March|April|May|June|July|August|September|October|November|December|Oct|Sept?|Nov|Dec|Jan|Feb|Mar|Apr|Jun|Jul|Aug)\.? \d/g

function readDate(text: string, at: number): Found | undefined {
  if (!isDigit(text.charCodeAt(at))) return isLetter(text.charCodeAt(at - 1)) ? undefined : readEnglish(text, at)
  if (NUMBER_BEFORE.test(text.slice(Math.max(0, at - 2), at)) && !isAfterRange(text, at)) return undefined
  return readWritten(text, at) ?? readNumeric(text, at) ?? readIso(text, at) ?? readShort(text, at)
}

/** `2.-3. maj`, `2-3. maj`: the day after the dash. */
function isAfterRange(text: string, at: number): boolean {
  return /\d\.?[-\u2013\u2011]$/.test(text.slice(Math.max(0, at - 3), at)) && matchAt(WRITTEN, text, at) !== null
}

function readWritten(text: string, at: number): Found | undefined {
  const match = matchAt(WRITTEN, text, at)
  if (!match) return undefined
  const name = match[3] as string
  const year = match[4] ? Number(match[4]) : undefined
  if (isEnglishWord(name) && year === undefined) return undefined
  const day = Number(match[1])
  if (day > 39) return undefined
  const range = RANGE_BEFORE.exec(text.slice(Math.max(0, at - 7), at))
  return {
    start: at - (range && Number(range[2]) <= 31 ? (range[1] as string).length : 0),
    end: at + trimStop(text, match, name, year),
    day,
    month: months.get(name.toLowerCase()) as number,
    year,
  }
}

/** `may` and `march` with a small letter are verbs more often than months. */
function isEnglishWord(name: string): boolean {
  return name === 'may' || name === 'march' || name === 'mar'
}

/** Length of a match without the full stop after a month that is written out: that one ends the sentence. */
function trimStop(text: string, match: RegExpExecArray, name: string, year: number | undefined): number {
  const length = match[0].length
  return year === undefined && name.length > 4 && text[match.index + length - 1] === '.' ? length - 1 : length
}

function readNumeric(text: string, at: number): Found | undefined {
  const match = matchAt(NUMERIC, text, at)
  if (!match) return undefined
  const [whole, day, separator, month, written] = match as unknown as [string, string, string, string, string]
  const after = text.slice(at + whole.length, at + whole.length + 2)
  if (/^[-/.,:]\d|^-?\p{L}/u.test(after)) return undefined
  const found = { start: at, end: at + whole.length, day: Number(day), month: Number(month), year: fullYear(written) }
  const plausible =
    written.length === 4 ? isYear(found.year) && found.day <= 39 && found.month <= 19 : isShortDate(found)
  if (!plausible || (separator === '.' && / /u.test(whole.slice(0, -written.length)) && written.length === 2))
    return undefined
  return isCaseNumber(text, at) ? undefined : found
}

/** With two digits for the year only a day that exists is a date. */
function isShortDate({ day, month, year }: { day: number; month: number; year: number }): boolean {
  return dateExists(day, month, year)
}

/** `16.03.04` after `KLE` or `sagsnr.` is a subject number. */
function isCaseNumber(text: string, at: number): boolean {
  return /(?:kle|nr\.?|nummer|emne|version|tlf\.?|telefon|cvr|ean|cpr):? ?$/iu.test(
    text.slice(Math.max(0, at - 10), at),
  )
}

function readIso(text: string, at: number): Found | undefined {
  const match = matchAt(ISO, text, at)
  if (!match || /^[-/]?[\d\p{L}]/u.test(text.slice(at + 10, at + 12))) return undefined
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])]
  return isYear(year) && month <= 19 && day <= 39 ? { start: at, end: at + 10, day, month, year } : undefined
}

function readShort(text: string, at: number): Found | undefined {
  const match = matchAt(SHORT, text, at)
  if (!match || !SHORT_BEFORE.test(text.slice(Math.max(0, at - 14), at))) return undefined
  const [day, month] = [Number(match[1]), Number(match[2])]
  if (month < 1 || month > 12 || day < 1 || day > 39) return undefined
  return { start: at, end: at + match[0].length, day, month, year: undefined }
}

/** `March 3, 2026`. Names that Danish shares (`April 3`) need a year. */
function readEnglish(text: string, at: number): Found | undefined {
  const match = matchAt(ENGLISH, text, at)
  if (!match) return undefined
  const name = (match[1] as string).toLowerCase()
  const year = match[3] ? Number(match[3]) : undefined
  if (year === undefined && !englishMonths.has(name)) return undefined
  return { start: at, end: at + match[0].length, day: Number(match[2]), month: months.get(name) as number, year }
}

function describe(text: string, found: Found, from: number): DateMention {
  const { day, month, year } = found
  const exists = dateExists(day, month, year)
  const iso = exists && year !== undefined ? formatIsoDate({ year, month, day }) : undefined
  const before = text.slice(Math.max(from, found.start - 24), found.start)
  const written = BEFORE.exec(before)
  const after = written?.[1] ? undefined : matchAt(AFTER, text, found.end)
  const name = written?.[1] ?? after?.[1]
  const weekday = name ? weekdays.get(name.toLowerCase()) : undefined
  const start = written?.[1]
    ? found.start - before.length + written.index + written[0].indexOf(written[1])
    : found.start
  return {
    start,
    end: found.end,
    day,
    month,
    ...(year !== undefined && { year }),
    ...(iso !== undefined && { iso }),
    ...(weekday && { weekday }),
    ...(weekday && iso !== undefined && { weekdayMatches: weekdayOf(iso) === weekday }),
    exists,
    ...(ACT_BEFORE.test(text.slice(Math.max(0, found.start - 150), found.start)) && { ofAct: true as const }),
  }
}

function isYear(year: number): boolean {
  return year >= 1800 && year < 2200
}

/** `26` is 2026, `85` is 1985. */
function fullYear(written: string): number {
  if (written.length === 4) return Number(written)
  return Number(written) + (Number(written) < 70 ? 2000 : 1900)
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at
  return pattern.exec(text)
}
