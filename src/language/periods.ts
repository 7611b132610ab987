import { isLetter } from './characters.ts'
import { alternatives, months } from './date-words.ts'
import { numberWords, readNumber } from './number-words.ts'

type PeriodUnit = 'hour' | 'day' | 'working-day' | 'week' | 'month' | 'year'

/** A length of time as it is written: `4 uger`, `to-tre måneder` (the larger), `10 arbejdsdage`. */
export interface PeriodMention {
  readonly start: number
  readonly end: number
  /** May be a fraction: `halvandet år` is 1.5. */
  readonly amount: number
  readonly unit: PeriodUnit
}

/** A calendar week: `uge 12`, `uge 12-14`, `uge 12 i 2026`. */
export interface WeekMention {
  readonly start: number
  readonly end: number
  readonly week: number
  readonly lastWeek?: number
  readonly year?: number
}

/** A month without a day: `i april 2026`, `medio april`, `inden udgangen af marts`. */
export interface MonthMention {
  readonly start: number
  readonly end: number
  readonly month: number
  readonly year?: number
  readonly part?: 'start' | 'middle' | 'end'
}

/** The words of a unit. They are found first, and the number is read backwards from there. */
const units: readonly (readonly [PeriodUnit, RegExp])[] = [
  ['working-day', /^(?:arbejds|hver|bank|søgne|skole)dag|^(?:working|business|school|weekday)/i],
  ['week', /^uge|week/i],
  ['day', /^(?:kalender)?dag|^døgn|days?$/i],
  ['month', /^måned|^mdr|^md|month/i],
  ['hour', /^time|hour/i],
  ['year', /^år|year/i],
]
const SP = '[ \\u00a0\\u202f\\n]'
/** What a Danish unit may end in: the genitive, and a compound with a word for a time limit (`4-ugersfristen`). */
const COMPOUND = '(?:frist|periode|regel|grænse|varsel)[a-zæøå]*'
const UNIT = new RegExp(
  '((?:uger?|(?:arbejds|hver|bank|kalender|søgne|skole)?dage?|måned(?:er)?|timer?|år|døgn)s?|mdr?\\.?|' +
    `(?:(?:calendar|working|business|school)${SP}|week)?days?|weeks?|months?|hours?|years?)(?![a-zæøå])|` +
    `((?:uger?|dage|måned(?:er)?|timer?|år)s?)(?=${COMPOUND}(?![a-zæøå]))`,
  'gi',
)
const NUMBER = `(?:\\d{1,3}(?:[.,]\\d{1,2}|½)?|½|${alternatives(numberWords.keys())})`
const BETWEEN = `(?:${SP}*(?:-|\\u2013|\\u2011)${SP}*|${SP}+(?:til|eller|to|or)${SP}+)`
/** «twenty-one days» is no range. */
const COMPOUND_NUMBER = alternatives([...numberWords.keys()].filter((word) => /[- ]/u.test(word)))
const BEFORE = new RegExp(
  `(?:^|[^\\p{L}\\d.,/§-])((?:(?!(?:${COMPOUND_NUMBER})${SP})(${NUMBER})${BETWEEN})?(${NUMBER})(?:${SP}*\\((?:${NUMBER})\\))?(?:${SP}*[-\\u2011]?${SP}*|${SP}+(?:hele|fulde|full|clear|calendar|kalender)${SP}+))$`,
  'iu',
)

/** Every length of time in a Danish or English text, in order. */
export function findPeriods(text: string): PeriodMention[] {
  const mentions: PeriodMention[] = []
  for (const match of text.matchAll(UNIT)) {
    const at = match.index
    const previous = text.charCodeAt(at - 1)
    const before = isLetter(previous) ? beforeCompound(text, at) : BEFORE.exec(text.slice(Math.max(0, at - 36), at))
    if (!before) continue
    const written = match[1] ?? (match[2] as string)
    const amount = Math.max(readNumber(before[3] as string), before[2] ? readNumber(before[2]) : 0)
    const unit = unitOf(written)
    if (!unit || !isLength(before[3] as string, amount, unit, written)) continue
    mentions.push({ start: at - (before[1] as string).length, end: at + written.length, amount, unit })
  }
  return mentions
}

/** `fireugersfrist`, `14dages`: number and unit in one word. */
function beforeCompound(text: string, at: number): RegExpExecArray | null {
  const before = BEFORE.exec(text.slice(Math.max(0, at - 16), at))
  return before && (before[3] as string).length > 2 ? before : null
}

function unitOf(written: string): PeriodUnit | undefined {
  return units.find(([, pattern]) => pattern.test(written))?.[0]
}

/** `en dag` and `en time` mean `some day` and `a lesson`; `12 timer` and `24 dages` are lengths. `2026 år` is none. */
function isLength(number: string, amount: number, unit: PeriodUnit, written: string): boolean {
  if (amount === 0) return false
  return !(unit === 'day' && /^e[nt]$/iu.test(number) && /^dag(?:en)?$/iu.test(written))
}

const WEEK = new RegExp(
  `(?:uge(?:rne)?|week)${SP}+(?:nr\\.?${SP}*)?(\\d{1,2})(?![\\d.,]\\d|\\d|${SP}*(?:dag|tim))(?:${SP}*(?:-|\\u2013|og|til|and|to)${SP}*(\\d{1,2})(?!\\d))?(?:,?${SP}+(?:i${SP}+|of${SP}+)?(20\\d\\d)(?!\\d))?`,
  'gi',
)

/** Every calendar week, in order. */
export function findWeeks(text: string): WeekMention[] {
  const mentions: WeekMention[] = []
  for (const match of text.matchAll(WEEK)) {
    const week = Number(match[1])
    if (isLetter(text.charCodeAt(match.index - 1)) || week < 1 || week > 53) continue
    const lastWeek = match[2] === undefined ? undefined : Number(match[2])
    const span = { start: match.index, end: match.index + match[0].length }
    mentions.push({
      ...span,
      week,
      ...(lastWeek !== undefined && { lastWeek }),
      ...(match[3] !== undefined && { year: Number(match[3]) }),
    })
  }
  return mentions
}

const MONTH = new RegExp(
  `(${alternatives([...months.keys()].filter((name) => name.length > 3 || name === 'maj' || name === 'may'))})(?![a-zæøå-])(?:${SP}+(?:måned${SP}+)?((?:19|20)\\d\\d)(?![\\d]|[.,]\\d))?`,
  'gi',
)
const MONTH_BEFORE = new RegExp(
  `(?:^|[^a-zæøå])(?:(primo|medio|ultimo|begyndelsen af|starten af|midten af|slutningen af|udgangen af|early(?: in)?|mid|late(?: in)?|(?:the )?(?:beginning|start|middle|end|(?:first|last) (?:week|half|days|part)) of)|i|fra|til|for|af|og|senest|inden|in|by|from|until|since|siden|during|kalendermåneden|måned|løbet af)${SP}*-?$`,
  'i',
)
/** What a lead begins with, «the» aside, and the part of the month that it means. */
const PARTS = [
  ['start', /^(?:primo|begyndelsen|starten|early|beginning|start|first)/],
  ['middle', /^(?:medio|midten|mid)/],
  ['end', /^(?:ultimo|slutningen|udgangen|late|end|last)/],
] as const

/** Every month that stands without a day, in order: after a preposition or with a year. */
export function findMonths(text: string): MonthMention[] {
  const mentions: MonthMention[] = []
  for (const match of text.matchAll(MONTH)) {
    const name = match[1] as string
    if (isLetter(text.charCodeAt(match.index - 1)) || name === 'march' || name === 'may') continue
    const before = text.slice(Math.max(0, match.index - 24), match.index)
    if (/\d\.?(?:st|nd|rd|th)?(?:[ \u00a0\n]+of)?[ \u00a0\u202f\n-]*$/u.test(before)) continue
    const lead = MONTH_BEFORE.exec(before)
    if (!lead && match[2] === undefined) continue
    if (
      /^[ \u00a0]+\d{1,2}(?:,|st|nd|rd|th)/u.test(
        text.slice(match.index + match[0].length, match.index + match[0].length + 5),
      )
    )
      continue
    const words = lead?.[1]?.toLowerCase().replace(/^the /u, '')
    const part = PARTS.find(([, begins]) => words !== undefined && begins.test(words))?.[0]
    const leadStart = lead?.[1] ? match.index - before.length + lead.index + lead[0].indexOf(lead[1]) : match.index
    mentions.push({
      start: leadStart,
      end: match.index + match[0].length,
      month: months.get(name.toLowerCase()) as number,
      ...(match[2] !== undefined && { year: Number(match[2]) }),
      ...(part && { part }),
    })
  }
  return mentions
}
