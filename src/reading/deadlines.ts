import { parseIsoDate } from '../language/calendar.ts'
import type { DateMention } from '../language/dates.ts'
import type { Evidence, Outcome, Span } from '../types.ts'
import { clauseAround, isAbout, overlaps, standsIn } from './clause.ts'
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
  decided: { readonly hits: readonly OutcomeHit[]; readonly outcome: Outcome },
  letterDate: string | undefined,
): DeadlineReading {
  const orders = ordersIn(decided)
  const conditions = conditionsIn(view, layout)
  const reading: Record<keyof DeadlineReading, Evidence[]> = {
    request: [],
    openRequest: [],
    deadline: [],
    vague: [],
    processingTime: [],
    hearing: [],
  }
  const add = (name: keyof DeadlineReading, spans: readonly Span[]): void => {
    for (const span of spans) reading[name].push(evidence(view.letter, span))
  }
  for (const index of view.sentences.keys()) {
    const zone = layout.zones[index]!
    if (zone === 'letterhead' || zone === 'signature' || layout.headings[index]) continue
    if (view.letter.blocks[view.sentences[index]!.block]!.quoted) continue
    const times = timesIn(view, index)
    const cued = times.filter((time) => isLimit(view, index, time))
    const sentence: TimedSentence = { index, times, cued, ordered: orders.has(index), letterDate }
    add('processingTime', promisesIn(view, sentence))
    if (zone === 'complaint') continue
    const asks = zone === 'contact' || conditions.has(index) ? undefined : (orders.get(index) ?? requestIn(view, index))
    if (asks) add('request', [asks])
    add('deadline', limitsIn(view, sentence, asks !== undefined))
    add('vague', vagueIn(view, sentence, asks !== undefined))
    add('hearing', commentTimesIn(view, sentence))
  }
  const ordered = new Set([...orders.values()].map((order) => order.start))
  const orderMet = decided.outcome === 'order' && isOrderMet(view, layout, reading.deadline)
  const isMet = (request: Evidence): boolean =>
    orderMet ||
    (!ordered.has(request.start) &&
      (waitsForEvent(view, request) || hasDeadlineNear(view, request, reading.deadline, letterDate)))
  return { ...reading, openRequest: reading.request.filter((request) => !isMet(request)) }
}

/** A sentence with its times. */
interface TimedSentence {
  readonly index: number
  readonly times: readonly Span[]
  /** Those that are set as a limit. */
  readonly cued: readonly Span[]
  /** Whether it orders something. */
  readonly ordered: boolean
  readonly letterDate: string | undefined
}

/** An order has one time limit, wherever it stands. */
function isOrderMet(view: LetterView, layout: Layout, deadlines: readonly Evidence[]): boolean {
  const { later } = view.pack.reading.deadlines
  return (
    deadlines.length > 0 ||
    view.sentences.some((_, index) => layout.zones[index] !== 'complaint' && view.find(later, index) !== undefined)
  )
}

/** The times by which the reader is to act: those set as a limit, else the days and lengths of time in a request. */
function limitsIn(view: LetterView, sentence: TimedSentence, asks: boolean): readonly Span[] {
  const { times, cued, letterDate } = sentence
  const limits =
    cued.length === 0 && asks
      ? times.filter((time) => !isReport(time) && ('day' in time || 'amount' in time) && !isBefore(time, letterDate))
      : cued
  return limits.filter((time) => isForReader(view, sentence, time))
}

/** «Snarest»: words in place of a time limit. */
function vagueIn(view: LetterView, { index, ordered }: TimedSentence, asks: boolean): readonly Span[] {
  const vague = view.find(view.pack.reading.deadlines.vague, index)
  if (!vague || (!ordered && isAuthorityClause(view, index, vague))) return []
  // «Bliver du dårligere, så ring straks»
  if (!ordered && view.find(view.pack.reading.deadlines['upon-change'], index)) return []
  return asks || speaksToReader(view, index, vague) ? [vague] : []
}

/** The times by which the reader can comment. */
function commentTimesIn(view: LetterView, sentence: TimedSentence): readonly Span[] {
  const lists = view.pack.reading.deadlines
  const { index, times, cued, letterDate } = sentence
  const comments = view.find(lists.comment, index) !== undefined
  return times.filter((time) => {
    if (isReport(time)) return false
    const isLimit = cued.includes(time)
    // «Hører vi ikke fra dig inden …, afgør vi sagen»
    if ((isLimit || 'amount' in time) && isAbout(view, index, time, lists['unless-heard'])) return true
    const welcomed = isAbout(view, index, time, lists['comments-welcome'])
    const ahead = isFuture(time, letterDate)
    if (comments && ahead && (welcomed || !isOfAuthority(view, sentence, time))) return true
    if (comments && welcomed && isLimit && !('amount' in time)) return true
    const given = comments && 'amount' in time && isAbout(view, index, time, lists.given)
    return (isLimit || given) && isForReader(view, sentence, time)
  })
}

/** What the authority does by then; the limit of an order is the reader's, whoever its clause speaks of. */
function isOfAuthority(view: LetterView, { index, cued, ordered }: TimedSentence, time: Span): boolean {
  return !(ordered && cued.includes(time)) && isAuthorityClause(view, index, time)
}

function isForReader(view: LetterView, sentence: TimedSentence, time: Span): boolean {
  const { past } = view.pack.reading.deadlines
  return !isOfAuthority(view, sentence, time) && !isAbout(view, sentence.index, time, past)
}

/** Dates, lengths of time, weeks, months and the like in a sentence; not how often («£310 a week»). */
function timesIn(view: LetterView, index: number): readonly Span[] {
  const { 'named-time': names, rate } = view.pack.reading.deadlines
  const rates = view.findAll(rate, index)
  const times: Span[] = [
    ...view.within(view.dates, index),
    ...view.within(view.periods, index).filter((period) => !rates.some((other) => overlaps(other, period))),
    ...view.within(view.weeks, index),
    ...view.within(view.months, index),
  ]
  const named = view.findAll(names, index).filter((name) => !times.some((time) => overlaps(time, name)))
  return [...times, ...named, ...unwrittenDates(view, index)]
}

/** The times by which the authority says that it answers; one that has gone only where it is set as a limit. */
function promisesIn(view: LetterView, { index, times, cued, letterDate }: TimedSentence): readonly Span[] {
  const lists = view.pack.reading.deadlines
  if (times.length === 0 || !view.find(lists.answer, index)) return []
  return times.filter(
    (time) =>
      !isReport(time) &&
      !isDuration(time, cued) &&
      !isAbout(view, index, time, lists['broken-promise']) &&
      !isAbout(view, index, time, lists['not-an-answer']) &&
      (!isBefore(time, letterDate) || (cued.includes(time) && !isAbout(view, index, time, lists.past))),
  )
}

/** «Besøget tager cirka en time»: how long something lasts; hours are a promise only where they are set as a limit. */
function isDuration(time: Span, cued: readonly Span[]): boolean {
  return 'unit' in time && time.unit === 'hour' && !cued.includes(time)
}

/** The sentences that order something, where the letter as a whole is an order: the terms of a permit are none. */
function ordersIn({ hits, outcome }: { hits: readonly OutcomeHit[]; outcome: Outcome }): Map<number, Evidence> {
  if (outcome !== 'order') return new Map()
  return new Map(hits.filter((hit) => hit.outcome === 'order' && !hit.title).map((hit) => [hit.sentence, hit.evidence]))
}

/**
 * The sentences that hold the terms of a permit: below a heading such as «Vilkår», or the items under a line such as
 * «Tilladelsen gives på disse vilkår:». They say how something is to be done, not what the reader is to do next.
 */
function conditionsIn(view: LetterView, layout: Layout): ReadonlySet<number> {
  const { conditions } = view.pack.reading.deadlines
  const found = new Set<number>()
  let below: 'heading' | 'line' | undefined
  for (const [index, { block, text }] of view.sentences.entries()) {
    const announces = (layout.headings[index] || text.endsWith(':')) && view.find(conditions, index) !== undefined
    if (announces) below = layout.headings[index] ? 'heading' : 'line'
    else if (layout.headings[index] || (below === 'line' && view.letter.blocks[block]!.kind !== 'item'))
      below = undefined
    if (below) found.add(index)
  }
  return found
}

/** «Skriv til os, når byggeriet er færdigt»: the time is that of something to come. */
function waitsForEvent(view: LetterView, request: Span): boolean {
  const index = view.sentenceAt(request.start)
  return view.findAll(view.pack.reading.deadlines['by-event'], index).some(({ start }) => start > request.start)
}

const unwritten =
  /(?:\[[^[\]\n]{1,40}\]|«[^«»\n]{1,40}»|<[^<>\n]{1,40}>|\{[^{}\n]{1,40}\}|\([^()\n]{1,20}\)|_{3,}|(?<!\p{L})(?:[xX?]{2,}|[dD]{2})[. /-]+[\p{L}/-]+(?: 20\d\d)?)/gu

/** A date still to be written, after a word that makes it a limit: «senest den [dato]». That it is empty is told elsewhere. */
function unwrittenDates(view: LetterView, index: number): Span[] {
  const { text, start } = view.sentences[index]!
  const { cue } = view.pack.reading.deadlines
  return Array.from(text.matchAll(unwritten), ({ index: at, 0: found }) => ({
    start: start + at,
    end: start + at + found.length,
  })).filter((field) => view.findAll(cue, index).some((word) => word.end <= field.start && field.start - word.end <= 6))
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
    if ((limit && near) || ((limit || (date && index >= at)) && !other)) return true
  }
  return false
}

/** Something the reader is asked to do: not under a condition, not after a question, and not what they may do if they like. */
function requestIn(view: LetterView, index: number): Span | undefined {
  const lists = view.pack.reading.deadlines
  const asks = view.find(lists.request, index)
  if (!asks) return undefined
  // «Er der sket ændringer? Skriv det til os.»
  const before = view.sentences[index - 1]
  const conditional = before?.block === view.sentences[index]!.block && before.text.endsWith('?')
  return conditional || view.find(lists['not-a-request'], index) ? undefined : asks
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

/** The time is over on the letter's date; one without a year is the nearest of its name. */
function isBefore(time: Span, letterDate: string | undefined): boolean {
  const { iso, year, month, day } = time as Partial<DateMention>
  const now = letterDate === undefined ? undefined : parseIsoDate(letterDate)
  if (letterDate === undefined || now === undefined) return false
  if (iso !== undefined) return iso < letterDate
  if (month === undefined || year !== undefined) return false
  const ago = (now.month - month + 12) % 12
  return ago === 0 ? day !== undefined && day < now.day : ago <= 5
}

/** «Send os … snarest»: the reader is told to hurry. */
function speaksToReader(view: LetterView, index: number, vague: Span): boolean {
  const { told, command } = view.pack.reading.deadlines
  const clause = clauseAround(view, index, vague)
  const sentence = view.sentences[index]!
  const begin = /[,;:–]/u.test(view.letter.text.slice(sentence.start, vague.start)) ? clause.start : sentence.start
  return (
    standsIn(view, index, clause, told) ||
    view.findAll(command, index).some(({ start }) => start >= begin && start - begin <= 1)
  )
}
