import type { DateMention } from '../language/dates.ts'
import type { Evidence, Span } from '../types.ts'
import { clauseAround, isAbout, standsIn } from './clause.ts'
import type { OutcomeHit } from './outcome.ts'
import type { Layout } from './sections.ts'
import { evidence, type LetterView } from './view.ts'

/** What the reader is asked to do and by when, and what the authority promises. */
export interface DeadlineReading {
  readonly request: readonly Evidence[]
  /** Requests with no time limit in the sentences around them. */
  readonly openRequest: readonly Evidence[]
  readonly deadline: readonly Evidence[]
  readonly vague: readonly Evidence[]
  readonly processingTime: readonly Evidence[]
  readonly hearing: readonly Evidence[]
}

/** Reads requests, time limits for the reader, and the authority's own promises of an answer. */
export function readDeadlines(
  view: LetterView,
  layout: Layout,
  outcomes: readonly OutcomeHit[],
  letterDate: string | undefined,
): DeadlineReading {
  const lists = view.pack.reading.deadlines
  const orders = new Map(
    outcomes.filter((hit) => hit.outcome === 'order' && !hit.title).map((hit) => [hit.sentence, hit.evidence]),
  )
  const reading: Record<keyof DeadlineReading, Evidence[]> = {
    request: [],
    openRequest: [],
    deadline: [],
    vague: [],
    processingTime: [],
    hearing: [],
  }
  for (const index of view.sentences.keys()) {
    const zone = layout.zones[index]!
    if (zone === 'letterhead' || zone === 'signature' || zone === 'complaint' || layout.headings[index]) continue
    if (view.letter.blocks[view.sentences[index]!.block]!.quoted) continue
    const times = [
      ...view.within(view.dates, index),
      ...view.within(view.periods, index),
      ...view.within(view.weeks, index),
      ...view.within(view.months, index),
    ]
    const asks = zone === 'contact' ? undefined : (orders.get(index) ?? requestIn(view, index))
    if (asks) reading.request.push(evidence(view.letter, asks))
    const cued = times.filter((time) => isLimit(view, index, time))
    const limits =
      cued.length === 0 && asks
        ? times.filter((time) => !isReport(time) && ('day' in time || 'amount' in time) && !isBefore(time, letterDate))
        : cued
    reading.deadline.push(
      ...limits
        .filter((time) => !isAuthorityClause(view, index, time) && !isAbout(view, index, time, lists.past))
        .map((time) => evidence(view.letter, time)),
    )
    const vague = view.find(lists.vague, index)
    if (vague && !isAuthorityClause(view, index, vague) && (asks || speaksToReader(view, index, vague))) {
      reading.vague.push(evidence(view.letter, vague))
    }
    for (const time of times) {
      if (isReport(time)) continue
      const answers =
        view.find(lists.answer, index) &&
        !isAbout(view, index, time, lists['broken-promise']) &&
        !isAbout(view, index, time, lists['not-an-answer']) &&
        !isBefore(time, letterDate)
      if (answers) reading.processingTime.push(evidence(view.letter, time))
      const named =
        cued.includes(time) ||
        ('amount' in time && view.find(lists.comment, index) && isAbout(view, index, time, lists.given))
      const awaited =
        isFuture(time, letterDate) &&
        [index, index + 1].some((near) => near < view.sentences.length && view.find(lists.comment, near))
      if (awaited) reading.hearing.push(evidence(view.letter, time))
      else if (named && !isAuthorityClause(view, index, time) && !isAbout(view, index, time, lists.past)) {
        reading.hearing.push(evidence(view.letter, time))
      }
    }
  }
  const ordered = new Set([...orders.values()].map((order) => order.start))
  const later =
    ordered.size > 0 &&
    [...view.sentences.keys()].some((index) => layout.zones[index] !== 'complaint' && view.find(lists.later, index))
  for (const request of reading.request) {
    const met = ordered.has(request.start)
      ? later || reading.deadline.length > 0
      : hasDeadlineNear(view, request, reading.deadline, letterDate)
    if (!met) reading.openRequest.push(request)
  }
  return reading
}

/**
 * A time for the request: a limit in its sentence or the next, or a date to come near it that is not about paying or how
 * long something holds. A list in between does not count as distance.
 */
function hasDeadlineNear(
  view: LetterView,
  request: Span,
  deadlines: readonly Evidence[],
  letterDate: string | undefined,
): boolean {
  const at = view.sentenceAt(request.start)
  let distance = 0
  for (let index = Math.max(0, at - 1); index < view.sentences.length && distance <= 3; index += 1) {
    const sentence = view.sentences[index]!
    if (index > at && !['item', 'cell'].includes(view.letter.blocks[sentence.block]!.kind)) distance += 1
    const limit = deadlines.some((deadline) => deadline.start >= sentence.start && deadline.start < sentence.end)
    const date = view
      .within(view.dates, index)
      .some((other) => !other.ofAct && other.iso !== undefined && !isBefore(other, letterDate))
    const near = index === at || distance === 1
    const other = view.find(view.pack.reading.deadlines['other-time'], index) !== undefined
    if ((limit && near) || ((limit || date) && !other)) return true
  }
  return false
}

/** Something the reader is asked to do: not under a condition, and not what they may do if they like. */
function requestIn(view: LetterView, index: number): Span | undefined {
  const lists = view.pack.reading.deadlines
  const asks = view.find(lists.request, index)
  if (!asks) return undefined
  return view.find(lists['not-a-request'], index) ? undefined : asks
}

/** A time with a word before it in the same clause that makes it a limit («senest den …», «inden 14 dage»). */
function isLimit(view: LetterView, index: number, time: Span): boolean {
  if (isReport(time)) return false
  const clause = clauseAround(view, index, time)
  return view
    .findAll(view.pack.reading.deadlines.cue, index)
    .some(
      (cue) =>
        cue.start <= time.start &&
        cue.end <= time.end + 1 &&
        (cue.start >= clause.start - 1 || time.start - cue.end <= 25),
    )
}

function isReport(time: Span): boolean {
  const date = time as Partial<DateMention>
  return date.ofAct === true
}

function isAuthorityClause(view: LetterView, index: number, span: Span): boolean {
  return isAbout(view, index, span, view.pack.reading.deadlines['authority-subject'])
}

function isFuture(time: Span, letterDate: string | undefined): boolean {
  const { iso } = time as Partial<DateMention>
  return iso !== undefined && letterDate !== undefined && iso > letterDate
}

/** An answer is not promised for a day that has gone. */
function isBefore(time: Span, letterDate: string | undefined): boolean {
  const { iso } = time as Partial<DateMention>
  return iso !== undefined && letterDate !== undefined && iso < letterDate
}

/** «Send os … snarest»: the reader is told to hurry. */
function speaksToReader(view: LetterView, index: number, vague: Span): boolean {
  const { told, command } = view.pack.reading.deadlines
  const clause = clauseAround(view, index, vague)
  return (
    standsIn(view, index, clause, told) ||
    view.findAll(command, index).some(({ start }) => start >= clause.start && start - clause.start <= 1)
  )
}
