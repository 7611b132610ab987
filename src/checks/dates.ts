import { type DateMention, findDates, weekdayOf } from '../language/dates.ts'
import type { LetterView } from '../reading/view.ts'
import type { ElementName, Evidence, Letter, Reading, Span } from '../types.ts'
import { defineCheck } from './check.ts'
import { elementOption, patternOption } from './option-schemas.ts'

/** A date that does not exist («31. juni»). */
export const impossibleDate = defineCheck(
  (z) => z.strictObject({}),
  function* ({ letter, reading, view }) {
    for (const date of datesOf(view, reading))
      if (!date.exists) yield { span: spanOf(date), values: { words: textOf(letter, date) } }
  },
)

/** A weekday that is not the weekday of its date. Without a year, the letter's own year and the next are tried. */
export const weekdayMismatch = defineCheck(
  (z) => z.strictObject({ weekdays: z.record(z.string(), z.string()) }),
  function* ({ letter, reading, view }, { weekdays }) {
    for (const date of datesOf(view, reading)) {
      const right = rightWeekday(date, reading.date)
      if (right)
        yield { span: spanOf(date), values: { words: textOf(letter, date), weekday: weekdays[right] ?? right } }
    }
  },
)

/** A time limit that has passed on the letter's own date. */
export const pastDeadline = defineCheck(
  (z) => z.strictObject({ elements: z.array(elementOption(z)).min(1), past: z.array(patternOption(z)) }),
  function* ({ letter, reading, view }, { elements, past }) {
    if (!reading.date) return
    const told = pastWords(past)
    const seen = new Set<number>()
    for (const { start, text } of evidenceOf(reading, elements)) {
      const date = findDates(text)[0]
      if (!date?.iso || date.ofAct || seen.has(start)) continue
      seen.add(start)
      const sentence = letter.sentences[view.sentenceAt(start)]
      if (date.iso >= reading.date || (sentence && told.test(sentence.text))) continue
      yield { span: { start: start + date.start, end: start + date.end }, values: { words: text, date: reading.date } }
    }
  },
)

const compiled = new WeakMap<readonly string[], RegExp>()

/** One of these words; compiled once. */
function pastWords(words: readonly string[]): RegExp {
  let pattern = compiled.get(words)
  if (!pattern) {
    pattern = new RegExp(`(?<![\\p{L}])(?:${words.join('|')})(?![\\p{L}])`, 'iu')
    compiled.set(words, pattern)
  }
  return pattern
}

function evidenceOf(reading: Reading, elements: readonly ElementName[]): Evidence[] {
  return elements.flatMap((name) => reading.elements[name] ?? [])
}

/** The dates of the letter's own words: what is set off as a quotation is not, but for complaint guidance in a box. */
function datesOf({ letter, dates, sentenceAt }: LetterView, { sections }: Reading): DateMention[] {
  return dates.filter((date) => {
    const index = sentenceAt(date.start)
    const sentence = letter.sentences[index]
    if (!sentence || !letter.blocks[sentence.block]!.quoted) return true
    const section = sections.find(({ firstSentence, lastSentence }) => firstSentence <= index && index < lastSentence)
    return section?.kind === 'complaint'
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
