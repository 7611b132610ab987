import type { DateMention } from '../language/dates.ts'
import type { Evidence, Span } from '../types.ts'
import { clauseAround } from './complaint.ts'
import type { OutcomeHit } from './outcome.ts'
import type { Layout } from './sections.ts'
import { evidence, type LetterView } from './view.ts'

/** What the reader is asked to do and by when, and what the authority promises. */
export interface DeadlineReading {
  readonly request: readonly Evidence[]
  readonly deadline: readonly Evidence[]
  readonly vague: readonly Evidence[]
  readonly processingTime: readonly Evidence[]
  readonly hearing: readonly Evidence[]
}

/** Reads requests, time limits for the reader, and the authority's own promises of an answer. */
export function readDeadlines(view: LetterView, layout: Layout, outcomes: readonly OutcomeHit[]): DeadlineReading {
  const lists = view.pack.reading.deadlines
  const results = new Set(outcomes.filter((hit) => hit.outcome === 'order').map((hit) => hit.sentence))
  const reading: Record<keyof DeadlineReading, Evidence[]> = { request: [], deadline: [], vague: [], processingTime: [], hearing: [] }
  for (const index of view.sentences.keys()) {
    const zone = layout.zones[index]!
    if (zone === 'letterhead' || zone === 'signature' || layout.headings[index]) continue
    if (view.letter.blocks[view.sentences[index]!.block]!.quoted) continue
    const times = [...view.within(view.dates, index), ...view.within(view.periods, index), ...view.within(view.weeks, index), ...view.within(view.months, index)]
    const asks = zone === 'complaint' ? undefined : requestIn(view, index, results.has(index))
    if (asks) reading.request.push(evidence(view.letter, asks))
    const limits = times.filter((time) => isLimit(view, index, time))
    if (zone !== 'complaint') {
      reading.deadline.push(...limits.filter((time) => !isAuthorityClause(view, index, time)).map((time) => evidence(view.letter, time)))
      const vague = view.find(lists.vague, index)
      if (vague && !isAuthorityClause(view, index, vague) && (asks || speaksToReader(view, index, vague))) {
        reading.vague.push(evidence(view.letter, vague))
      }
    }
    for (const time of times) {
      if (isReport(time)) continue
      const answers = view.find(lists.answer, index) && !isAbout(view, index, time, lists['not-an-answer'])
      if (answers && zone !== 'complaint') reading.processingTime.push(evidence(view.letter, time))
      const comments = view.find(lists.comment, index) && (limits.includes(time) || 'amount' in time)
      if (comments && !isAuthorityClause(view, index, time) && !isPast(view, index)) reading.hearing.push(evidence(view.letter, time))
    }
  }
  return reading
}

/** Something the reader is asked to do: not under a condition, and not what they may do if they like. */
function requestIn(view: LetterView, index: number, isOrder: boolean): Span | undefined {
  const lists = view.pack.reading.deadlines
  const asks = view.find(lists.request, index)
  if (!asks) return undefined
  if (isOrder) return asks
  return view.find(lists['not-a-request'], index) ? undefined : asks
}

/** A time with a word before it in the same clause that makes it a limit («senest den …», «inden 14 dage»). */
function isLimit(view: LetterView, index: number, time: Span): boolean {
  if (isReport(time)) return false
  const clause = clauseAround(view, index, time)
  return view
    .findAll(view.pack.reading.deadlines.cue, index)
    .some((cue) => cue.start >= clause.start - 1 && cue.start <= time.start && cue.end <= time.end + 1)
}

function isReport(time: Span): boolean {
  const date = time as Partial<DateMention>
  return date.ofAct === true
}

function isAuthorityClause(view: LetterView, index: number, span: Span): boolean {
  return isAbout(view, index, span, view.pack.reading.deadlines['authority-subject'])
}

function isAbout(view: LetterView, index: number, span: Span, list: readonly string[]): boolean {
  const clause = clauseAround(view, index, span)
  return view.findAll(list, index).some((other) => other.start < clause.end && clause.start < other.end)
}

function isPast(view: LetterView, index: number): boolean {
  return view.find(view.pack.reading.deadlines.past, index) !== undefined
}

/** «Send os … snarest»: the reader is told to hurry. */
function speaksToReader(view: LetterView, index: number, vague: Span): boolean {
  const clause = clauseAround(view, index, vague)
  const text = view.folded.slice(clause.start, clause.end)
  return /(?:^|[ (])(?:du|i|de) (?:skal|bedes|må|bør)|(?:skal|bedes) (?:du|i|de)(?: |$)|^(?:send|giv|kontakt|ring|skriv|betal|aflever|svar|udfyld)/u.test(text)
}
