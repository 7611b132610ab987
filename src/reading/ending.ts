import { addDays, type DateMention } from '../language/dates.ts'
import type { Evidence, Span } from '../types.ts'
import { overlaps } from './clause.ts'
import type { OutcomeHit } from './outcome.ts'
import type { Layout } from './sections.ts'
import { evidence, type LetterView } from './view.ts'

/** When a benefit or permit stops or is cut, and the notice that is given. */
export interface EndingReading {
  readonly effectiveDate: readonly Evidence[]
  readonly notice: readonly Evidence[]
}

/** Between the cue and its time, in characters: «fra og med den». */
const longestGap = 14
/** A change can reach back: a benefit is stopped from the day on which the right to it ended. */
const longestReachBack = 183

/**
 * Reads from when an ending takes effect: a time in the sentence that says what is decided, or after words such as
 * «fra» and «ophører» elsewhere; and lengths of time that are a notice.
 */
export function readEnding(
  view: LetterView,
  layout: Layout,
  hits: readonly OutcomeHit[],
  letterDate: string | undefined,
): EndingReading {
  const {
    effective,
    'not-effective': notEffective,
    change,
    'at-once': atOnce,
    notice: noticeWords,
  } = view.pack.reading.ending
  const decides = new Set(hits.map(({ sentence }) => sentence))
  const earliest = letterDate && addDays(letterDate, -longestReachBack)
  const effectiveDate: Span[] = []
  const notice: Span[] = []
  for (const index of view.sentences.keys()) {
    const zone = layout.zones[index]
    if (zone === 'complaint' || zone === 'signature' || zone === 'contact') continue
    const periods = view.within(view.periods, index)
    const long = periods.filter(({ unit }) => unit === 'week' || unit === 'month' || unit === 'day')
    const warned = long.length > 0 && view.find(noticeWords, index) !== undefined
    notice.push(...long.filter(({ amount, unit }) => warned || (amount >= 14 && unit === 'week')))
    if (zone === 'letterhead' && !decides.has(index)) continue
    const beside = decides.has(index - 1) || decides.has(index + 1)
    const cues = view.find(change, index) || beside ? view.findAll(effective, index) : []
    const others = cues.length > 0 ? view.findAll(notEffective, index) : []
    const cued = (time: Span): boolean =>
      !others.some((other) => overlaps(other, time)) &&
      cues.some((cue) => overlaps(cue, time) || (cue.start < time.start && time.start - cue.end <= longestGap))
    const recent = ({ iso }: DateMention): boolean => !iso || !earliest || iso >= earliest
    const times: readonly Span[] = [
      ...view.within(view.dates, index).filter((date) => !date.ofAct && recent(date)),
      ...view.within(view.months, index),
      ...(warned || decides.has(index) ? long : []),
    ]
    effectiveDate.push(...times.filter((time) => decides.has(index) || cued(time)))
    const now = decides.has(index) || decides.has(index - 1) ? view.find(atOnce, index) : undefined
    if (now) effectiveDate.push(now)
  }
  const evidenced = (spans: readonly Span[]): Evidence[] => spans.map((span) => evidence(view.letter, span))
  return { effectiveDate: evidenced(effectiveDate), notice: evidenced(notice) }
}
