import type { Evidence, Jurisdiction, Span } from '../types.ts'
import { clauseAround, isAbout, overlaps, standsIn } from './clause.ts'
import type { Layout } from './sections.ts'
import { evidence, type LetterView } from './view.ts'

/** What was found of the complaint guidance. */
export interface ComplaintReading {
  readonly guidance: readonly Evidence[]
  readonly none: readonly Evidence[]
  readonly body: readonly Evidence[]
  readonly procedure: readonly Evidence[]
  readonly deadline: readonly Evidence[]
  readonly deadlineStart: readonly Evidence[]
  readonly reassessment: readonly Evidence[]
  /** By when the matter can be taken to court. */
  readonly courtDeadline: readonly Evidence[]
  /** What the body can and can't try. */
  readonly reviewLimits: readonly Evidence[]
  /** The guidance lies in another document, which can't be seen. */
  readonly enclosed: readonly Evidence[]
}

/** Reads the complaint guidance: body, procedure, time limit and its start, reassessment (forvaltningsloven § 25). */
export function readComplaint(view: LetterView, layout: Layout, jurisdiction: Jurisdiction): ComplaintReading {
  const lists = view.pack.reading.complaint
  const zone = [...view.sentences.keys()].filter((index) => layout.zones[index] === 'complaint')
  const prose = zone.filter((index) => !layout.headings[index])
  const inList = (list: readonly string[], indexes: readonly number[]): Evidence[] =>
    indexes.flatMap((index) => {
      const span = view.find(list, index)
      return span ? [evidence(view.letter, span)] : []
    })
  const enclosed = inList(lists.enclosed, zone)
  const none = inList(lists.none, prose)
  const toCourt = courtSentences(view, zone, layout)
  // Where the courts hear the complaint, nothing of the guidance is about going on to court.
  const court = courtsHear(view, prose, toCourt, jurisdiction) ? nothing : toCourt
  const own = prose.filter((index) => !court.has(index))
  const guidance = inList(
    lists.guidance,
    own.filter((index) => view.find(lists.none, index) === undefined && !isBesideGuidance(view, index, jurisdiction)),
  )
  const deadlines = prose.flatMap((index) => deadlinesIn(view, index, court))
  const body = bodiesIn(view, prose, jurisdiction, court === nothing)
  return {
    guidance:
      guidance.length > 0 || enclosed.length > 0
        ? [...guidance, ...enclosed]
        : inList(
            lists['goes-on'],
            own.filter((index) => !isBesideGuidance(view, index, jurisdiction)),
          ),
    none: guidance.length > 0 && body.length > 0 ? [] : none,
    body,
    procedure: own.flatMap((index) => procedureIn(view, index)),
    deadline: deadlines.map(({ span }) => evidence(view.letter, span)),
    deadlineStart: prose.flatMap((index) => startIn(view, index, deadlines, court)),
    reassessment: inList(lists.reassessment, prose),
    courtDeadline: prose.filter((index) => court.has(index)).flatMap((index) => courtDeadlineIn(view, index)),
    reviewLimits: inList(lists['review-limits'], prose),
    enclosed,
  }
}

const nothing: ReadonlySet<number> = new Set()

/** A sentence that tells of a complaint that was made, or only of what the body can try: no guidance by itself. */
function isBesideGuidance(view: LetterView, index: number, jurisdiction: Jurisdiction): boolean {
  const lists = view.pack.reading.complaint
  if (view.find(lists['not-guidance'], index)) return true
  if (!view.find(lists['review-limits'], index)) return false
  return bodiesIn(view, [index], jurisdiction).length === 0 && procedureIn(view, index).length === 0
}

/** Bodies that hear complaints, by their names; some count only in letters that cite certain acts. */
function bodiesIn(
  view: LetterView,
  indexes: readonly number[],
  jurisdiction: Jurisdiction,
  courts = false,
): Evidence[] {
  const found: Evidence[] = []
  const { none, 'appeal-to-court': appeal } = view.pack.reading.complaint
  for (const { names, acts, court, jurisdictions } of view.pack.law.bodies) {
    if (jurisdictions && !jurisdictions.includes(jurisdiction)) continue
    const counts = (acts && bodyCited(view, acts)) || (court && courts)
    if (acts && !counts) continue
    for (const index of indexes) {
      if (court && !counts && !view.find(appeal, index)) continue
      for (const span of view.findAll(names, index)) {
        const known = found.some((other) => other.start <= span.start && other.end >= span.end)
        if (!known && !isAbout(view, index, span, none)) found.push(evidence(view.letter, span))
      }
    }
  }
  return found
}

/** A channel, an address or a person to send the complaint to; not what the authority itself does with it. */
function procedureIn(view: LetterView, index: number): Evidence[] {
  const lists = view.pack.reading.complaint
  const beside = view.find(lists['beside-the-way'], index) ? view.within(view.urls, index) : []
  const addresses: Span[] = [
    ...view.within(view.emails, index),
    ...view.within(view.phones, index),
    ...view.within(view.addresses, index).filter((address) => !isNameOfBody(view, index, address)),
    ...view.within(view.urls, index),
  ]
  const spans = [...view.findAll(lists.procedure, index), ...addresses]
  const forwards = view
    .findAll(lists.forwards, index)
    .filter((span) => !view.letter.text.slice(span.start, span.end).includes(','))
  return spans
    .filter((span) => ![...forwards, ...beside].some((other) => overlaps(span, other)))
    .map((span) => evidence(view.letter, span))
}

/** «Danish Road Directorate» is no road and «Northwold Magistrates' Court» no street. */
function isNameOfBody(view: LetterView, index: number, address: Span): boolean {
  return (
    !isNumbered(view, address) &&
    view.pack.law.bodies.some(({ names }) => view.findAll(names, index).some((name) => overlaps(name, address)))
  )
}

function isNumbered(view: LetterView, { start, end }: Span): boolean {
  return /\d/u.test(view.letter.text.slice(start, end))
}

interface Deadline {
  readonly span: Span
  readonly sentence: number
  readonly needsStart: boolean
}

/** Time limits for the complaint: a length or a date, in a clause that is not about somebody else's time. */
function deadlinesIn(view: LetterView, index: number, court: ReadonlySet<number>): Deadline[] {
  const lists = view.pack.reading.complaint
  const none = view.find(lists['no-deadline'], index)
  if (none) return [{ span: none, sentence: index, needsStart: false }]
  const found: Deadline[] = []
  const added = view.findAll(lists['added-time'], index)
  for (const period of view.within(view.periods, index)) {
    if (period.unit === 'hour' || period.unit === 'year' || added.some((other) => overlaps(other, period))) continue
    if (isOtherTime(view, index, period, court)) continue
    found.push({ span: period, sentence: index, needsStart: true })
  }
  for (const date of view.within(view.dates, index)) {
    if (date.ofAct || isOtherTime(view, index, date, court)) continue
    const clause = clauseAround(view, index, date)
    const cued = view
      .findAll(lists['deadline-cue'], index)
      .some((cue) => cue.start >= clause.start && cue.end <= date.start + 1)
    const known =
      view.findAll(lists['known-since'], index).some((cue) => cue.start >= clause.start && cue.start < date.start) ||
      view.findAll(lists.dated, index).some((cue) => cue.start < date.start && date.start <= cue.end + 2)
    if (cued || !known) found.push({ span: date, sentence: index, needsStart: false })
  }
  // «… gælder fra den 1. maj, medmindre der klages inden da»
  for (const named of view.findAll(lists['by-that-time'], index))
    found.push({ span: named, sentence: index, needsStart: false })
  return found
}

function isOtherTime(view: LetterView, index: number, mention: Span, court: ReadonlySet<number>): boolean {
  const lists = view.pack.reading.complaint
  const clause = clauseAround(view, index, mention)
  const touches = (list: readonly string[]): boolean => standsIn(view, index, clause, list)
  if (touches(lists['surely-complaint']) && !touches(lists['court-time'])) return false
  if (court.has(index)) {
    const told = view.find(lists['court-time'], index)
    // «Vil du til domstolene, er fristen seks måneder»: the time belongs to the court that was named before it.
    if (!told || told.start < mention.start || touches(lists['court-time'])) return true
    if (!touches(lists['deadline-for-complaint'])) return true
  }
  return touches(lists['authority-time']) || touches(lists['other-time']) || isFronted(view, index, clause)
}

/**
 * The sentences that are about going to court: those that say so, those after them that go on without a word of the
 * complaint («Det skal ske inden seks måneder»), and those under a heading that says so.
 */
function courtSentences(view: LetterView, zone: readonly number[], { headings }: Layout): Set<number> {
  const lists = view.pack.reading.complaint
  const court = new Set<number>()
  let goesOn = false
  for (const index of zone) {
    // «2 Trafford Court» is an address.
    const addresses = view.within(view.addresses, index).filter((address) => isNumbered(view, address))
    const told = view
      .findAll(lists['court-time'], index)
      .some((court) => !addresses.some((address) => overlaps(address, court)))
    if (headings[index]) goesOn = told && !view.find(lists['complaint-word'], index)
    else if (!told && view.find(lists['complaint-word'], index)) goesOn = false
    else goesOn ||= told
    if (goesOn) court.add(index)
  }
  return court
}

/** «Senest syv dage efter at …, sender vi …»: the time stands first, and the authority acts in the clause that follows. */
function isFronted(view: LetterView, index: number, clause: Span): boolean {
  if (clause.start > view.sentences[index]!.start + 1) return false
  return view
    .findAll(view.pack.reading.complaint['authority-acts'], index)
    .some(
      (act) =>
        act.start >= clause.end && /^(?:,? ?(?:\p{L}+ )?|[^,]*, )$/u.test(view.folded.slice(clause.end, act.start)),
    )
}

/** A length of time or a date in a sentence about going to court, in a clause that is not about the complaint. */
function courtDeadlineIn(view: LetterView, index: number): Evidence[] {
  const list = view.pack.reading.complaint['surely-complaint']
  return [...view.within(view.periods, index), ...view.within(view.dates, index)]
    .filter((time) => !('ofAct' in time && time.ofAct) && !standsIn(view, index, clauseAround(view, index, time), list))
    .map((time) => evidence(view.letter, time))
}

/**
 * Whether the courts hear the complaint: the letter cites an act that says so, the authority brings it there, or, where
 * that can be, an appeal to a court is the only way that the guidance shows and gives a time for.
 */
function courtsHear(
  view: LetterView,
  prose: readonly number[],
  toCourt: ReadonlySet<number>,
  jurisdiction: Jurisdiction,
): boolean {
  const { 'through-authority': through, 'appeal-to-court': appeal } = view.pack.reading.complaint
  const { bodies } = view.pack.law
  if (bodies.some(({ court, acts }) => court && acts && bodyCited(view, acts))) return true
  if (view.sentences.some((_, index) => view.find(through, index) !== undefined)) return true
  if (!prose.some((index) => view.find(appeal, index))) return false
  const others = bodies.filter(
    ({ court, beside, jurisdictions }) => !court && !beside && (!jurisdictions || jurisdictions.includes(jurisdiction)),
  )
  return !prose.some(
    (index) =>
      (!toCourt.has(index) && view.within(view.periods, index).length > 0) ||
      others.some(({ names }) => view.find(names, index)),
  )
}

function bodyCited(view: LetterView, acts: readonly string[]): boolean {
  return view.references.some((reference) => reference.actKey !== undefined && acts.includes(reference.actKey))
}

function startIn(
  view: LetterView,
  index: number,
  deadlines: readonly Deadline[],
  court: ReadonlySet<number>,
): Evidence[] {
  const near = deadlines.some(
    ({ needsStart, sentence }) =>
      needsStart && (sentence === index || (Math.abs(sentence - index) === 1 && !court.has(index))),
  )
  const span = near
    ? view
        .findAll(view.pack.reading.complaint.start, index)
        .find(
          (found) =>
            !view
              .findAll(view.pack.reading.complaint['not-a-start'], index)
              .some((other) => other.start >= found.start && other.end <= found.end),
        )
    : undefined
  const dated = deadlines
    .filter((deadline) => !deadline.needsStart && deadline.sentence === index)
    .map((deadline) => evidence(view.letter, deadline.span))
  return span ? [evidence(view.letter, span), ...dated] : dated
}
