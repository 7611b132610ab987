import type { DateMention } from '../language/dates.ts'
import type { LetterView } from '../reading/view.ts'
import type { Evidence, Reading } from '../types.ts'
import { defineCheck } from './check.ts'
import { elementOption, phraseOption } from './option-schemas.ts'

const day = 86_400_000
const daysIn = { day: 1, 'working-day': 1.4, week: 7, month: 30.4, year: 365 } as const

/**
 * Two time limits for the same thing that differ. The same thing is the complaint (to more than one body, only sentences near each other); the
 * comments, in a hearing; and else what both sentences name, or what the second calls «the time limit» (`refers`).
 * Sentences with an `unless` phrase tell of something else: a new limit, an instalment, a condition. Words that begin
 * like one of `common` (the month, the weekday) name no thing.
 */
export const inconsistentDeadline = defineCheck(
  (z) =>
    z.strictObject({
      refers: z.array(phraseOption(z)),
      unless: z.array(phraseOption(z)),
      /** Letters that two words must have in common to name the same thing. */
      stem: z.int().min(4).default(7),
      common: z.array(z.string().min(1)).default([]),
    }),
  function* ({ reading, view }, { refers, unless, stem, common }) {
    const complaint = reading.elements['complaint-deadline'] ?? []
    const reach = countBodies(reading) > 1 ? 2 : Number.POSITIVE_INFINITY
    const others = reading.elements.deadline ?? []
    for (const limits of [complaint, others]) {
      const told: Limit[] = []
      for (const evidence of limits) {
        const limit = limitOf(view, evidence)
        if (!limit || view.find(unless, limit.sentence)) continue
        if (limits === complaint && isOtherTime(view, limit)) continue
        const same = (other: Limit): boolean =>
          (limits === complaint && limit.sentence - other.sentence <= reach) ||
          (limits !== complaint &&
            other.sentence !== limit.sentence &&
            ((reading.kind === 'hearing' && isAnswer(view, other) && isAnswer(view, limit)) ||
              (limit.sentence - other.sentence <= 2 && view.find(refers, limit.sentence) !== undefined) ||
              shareWord(view, other, limit, { stem, common })))
        const before = told.find(same)
        if (before && before.unit === limit.unit && before.value !== limit.value) {
          yield { span: spanOf(evidence), values: { words: evidence.text } }
        } else if (!before) told.push(limit)
      }
    }
  },
  { stem: 7, common: [] },
)

interface Limit {
  readonly sentence: number
  /** Only dates are compared with dates, and lengths with lengths. */
  readonly unit: 'date' | 'days'
  readonly value: string | number
}

function limitOf(view: LetterView, { start }: Evidence): Limit | undefined {
  const sentence = view.sentenceAt(start)
  const date = view.within(view.dates, sentence).find((mention) => mention.start === start)
  if (date) return date.iso === undefined ? undefined : { sentence, unit: 'date', value: date.iso }
  const period = view.within(view.periods, sentence).find((mention) => mention.start === start)
  if (!period) return undefined
  const factor: number | undefined = (daysIn as Readonly<Record<string, number>>)[period.unit]
  return factor === undefined ? undefined : { sentence, unit: 'days', value: Math.round(period.amount * factor) }
}

/** The time to go to court, or the time that the authority or the body gives itself. */
function isOtherTime(view: LetterView, { sentence }: Limit): boolean {
  const { complaint } = view.pack.reading
  const lists = [complaint['court-time'], complaint['authority-time']]
  return lists.some((list) => view.find(list, sentence) !== undefined)
}

function isAnswer(view: LetterView, { sentence }: Limit): boolean {
  return view.find(view.pack.reading.deadlines.comment, sentence) !== undefined
}

/** The bodies that the complaint guidance names, each once however often. */
function countBodies(reading: Reading): number {
  return new Set((reading.elements['complaint-body'] ?? []).map(({ text }) => text.toLowerCase().slice(0, 8))).size
}

/** Whether both sentences name the same thing: a long word that begins alike, and isn't `common`. */
function shareWord(
  view: LetterView,
  a: Limit,
  b: Limit,
  { stem, common }: { readonly stem: number; readonly common: readonly string[] },
): boolean {
  const stemsOf = ({ sentence }: Limit): string[] =>
    view.sentences[sentence]!.words.map(({ text }) => text.toLowerCase())
      .filter((word) => word.length >= stem && /^\p{L}+$/u.test(word))
      .filter((word) => !common.some((beginning) => word.startsWith(beginning)))
      .map((word) => word.slice(0, stem))
  const stems = new Set(stemsOf(a))
  return stemsOf(b).some((word) => stems.has(word))
}

/**
 * A time limit without a year that can be mistaken: the letter has no date, the day lies in another year, or more than
 * `near` days ahead.
 */
export const yearlessDeadline = defineCheck(
  (z) => z.strictObject({ elements: z.array(elementOption(z)).min(1), near: z.int().nonnegative() }),
  function* ({ reading, view }, { elements, near }) {
    const seen = new Set<number>()
    for (const evidence of elements.flatMap((name) => reading.elements[name] ?? [])) {
      const date = view.dates.find((mention) => mention.start === evidence.start)
      if (!date || date.year !== undefined || !date.exists || seen.has(date.start)) continue
      seen.add(date.start)
      if (!isNear(date, reading.date, near)) yield { span: spanOf(date), values: { words: evidence.text } }
    }
  },
)

function isNear({ month, day: number }: DateMention, letterDate: string | undefined, near: number): boolean {
  if (letterDate === undefined) return false
  const from = Date.parse(letterDate)
  const then = Date.UTC(Number(letterDate.slice(0, 4)), month - 1, number)
  return then >= from && then - from <= near * day
}

/** The last day to comment comes less than `days` days after the letter. */
export const hearingTime = defineCheck(
  (z) => z.strictObject({ days: z.int().positive() }),
  function* ({ reading, view }, { days }) {
    if (reading.kind !== 'hearing') return
    const limits = reading.elements.deadline ?? []
    const lengths = limits.flatMap((evidence) => {
      const limit = limitOf(view, evidence)
      if (limit?.unit === 'days') return [{ evidence, length: Number(limit.value) }]
      if (limit?.unit !== 'date' || reading.date === undefined) return []
      return [{ evidence, length: (Date.parse(String(limit.value)) - Date.parse(reading.date)) / day }]
    })
    const longest = lengths.toSorted((a, b) => b.length - a.length)[0]
    if (longest && longest.length >= 0 && longest.length < days)
      yield { span: spanOf(longest.evidence), values: { words: longest.evidence.text, days } }
  },
)

/**
 * An answer that comes more than `days` days after what the reader sent (`sent`: phrases that hold its date) without a
 * word about the wait (`excuse`).
 */
export const lateAnswer = defineCheck(
  (z) =>
    z.strictObject({
      days: z.int().positive(),
      sent: z.array(phraseOption(z)).min(1),
      excuse: z.array(phraseOption(z)).min(1),
    }),
  function* ({ letter, reading, view, prose }, { days, sent, excuse }) {
    if (reading.date === undefined) return
    for (const { index } of prose) {
      const found = view.find(sent, index)
      if (!found) continue
      const date = view.within(view.dates, index).find(({ start, end }) => found.start <= start && end <= found.end)
      if (date?.iso === undefined) continue
      const waited = (Date.parse(reading.date) - Date.parse(date.iso)) / day
      if (waited <= days) return
      if (prose.some((other) => view.find(excuse, other.index) !== undefined)) return
      yield { span: spanOf(date), values: { words: letter.text.slice(date.start, date.end) } }
      return
    }
  },
)

function spanOf({ start, end }: { readonly start: number; readonly end: number }) {
  return { start, end }
}
