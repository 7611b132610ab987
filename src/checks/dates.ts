import { type DateMention, findDates, weekdayOf } from '../language/dates.ts'
import type { Evidence, Letter, Reading, Span } from '../types.ts'
import { defineCheck } from './check.ts'

/** A date that does not exist («31. juni»). */
export const impossibleDate = defineCheck(
  (z) => z.strictObject({}),
  function* ({ letter }) {
    for (const date of datesOf(letter)) if (!date.exists) yield { span: spanOf(date), values: { words: textOf(letter, date) } }
  },
)

/** A weekday that is not the weekday of its date. Without a year, the letter's own year and the next are tried. */
export const weekdayMismatch = defineCheck(
  (z) => z.strictObject({ weekdays: z.record(z.string(), z.string()) }),
  function* ({ letter, reading }, { weekdays }) {
    for (const date of datesOf(letter)) {
      const right = rightWeekday(date, reading.date)
      if (right) yield { span: spanOf(date), values: { words: textOf(letter, date), weekday: weekdays[right] ?? right } }
    }
  },
)

/** A time limit that has passed on the letter's own date. */
export const pastDeadline = defineCheck(
  (z) => z.strictObject({ elements: z.array(z.string()).min(1), past: z.array(z.string()) }),
  function* ({ letter, reading }, { elements, past }) {
    if (!reading.date) return
    const told = new RegExp(`(?<![\\p{L}])(?:${past.join('|')})(?![\\p{L}])`, 'iu')
    const seen = new Set<number>()
    for (const { start, text } of evidenceOf(reading, elements)) {
      const date = findDates(text)[0]
      if (!date?.iso || date.ofAct || seen.has(start)) continue
      seen.add(start)
      const sentence = letter.sentences.find((other) => other.start <= start && start < other.end)
      if (date.iso >= reading.date || (sentence && told.test(sentence.text))) continue
      yield { span: { start: start + date.start, end: start + date.end }, values: { words: text, date: reading.date } }
    }
  },
)

function evidenceOf(reading: Reading, elements: readonly string[]): Evidence[] {
  return elements.flatMap((name) => reading.elements[name as keyof Reading['elements']] ?? [])
}

function datesOf(letter: Letter): DateMention[] {
  return findDates(letter.text).filter((date) => {
    const sentence = letter.sentences.find((other) => other.start <= date.start && date.start < other.end)
    return !(sentence && letter.blocks[sentence.block]!.quoted)
  })
}

/** The weekday that should stand there, when the written one is wrong. */
function rightWeekday(date: DateMention, letterDate: string | undefined): string | undefined {
  if (!date.weekday || !date.exists) return undefined
  if (date.iso) return date.weekdayMatches === false ? weekdayOf(date.iso) : undefined
  if (!letterDate) return undefined
  const year = Number(letterDate.slice(0, 4))
  const inYear = (offset: number): string => `${year + offset}-${pad(date.month)}-${pad(date.day)}`
  const years = inYear(0) >= letterDate ? [0] : [0, 1]
  if (years.some((offset) => weekdayOf(inYear(offset)) === date.weekday)) return undefined
  return weekdayOf(inYear(0))
}

function pad(value: number): string {
  return String(value).padStart(2, '0')
}

function textOf(letter: Letter, span: Span): string {
  return letter.text.slice(span.start, span.end)
}

function spanOf({ start, end }: Span): Span {
  return { start, end }
}
