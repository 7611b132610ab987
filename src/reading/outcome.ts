import type { PhraseList } from '../rules/vocabulary.ts'
import type { Evidence, Outcome, Span } from '../types.ts'
import { clauseAround, isAbout, standsIn } from './clause.ts'
import type { Layout } from './sections.ts'
import { evidence, type LetterView } from './view.ts'

/** A sentence that says what is decided. */
export interface OutcomeHit {
  readonly outcome: Exclude<Outcome, 'none'>
  readonly sentence: number
  readonly evidence: Evidence
  /** In the subject or a heading. */
  readonly title: boolean
  /** By words that can stand for other things too. */
  readonly weak: boolean
  /** By no known words at all, but by its place and its verbs. */
  readonly inferred?: boolean
  /** Speaks of what was asked for. */
  readonly asked: boolean
  /** Says what the reader must not do: a term. */
  readonly term: boolean
  /** The block that the sentence stands in. */
  readonly block: number
}

const sure = ['partial', 'order', 'ending', 'refusal', 'approval'] as const
const unsure = [
  ['weak-refusal', 'refusal'],
  ['weak-approval', 'approval'],
  ['weak-order', 'order'],
  ['weak-ending', 'ending'],
] as const

/** Every sentence that may say what is decided, in order. Conditions, reports of others and guidance are passed over. */
export function findOutcomes(view: LetterView, layout: Layout): OutcomeHit[] {
  return [...view.sentences.keys()].flatMap((index) => {
    const zone = layout.zones[index]!
    const title = layout.headings[index]! || zone === 'letterhead'
    if (!canDecide(view, layout, index)) return []
    const hit = outcomeIn(view, index, title)
    // «Du skal …» decides only where decisions stand, and no weak words decide among the reasons.
    if (
      hit?.weak &&
      (zone === 'reasons' ||
        zone === 'law' ||
        (hit.outcome === 'order' && zone !== 'decision' && index > layout.bodyStart + 1))
    )
      return []
    return hit
      ? [
          {
            ...hit,
            sentence: index,
            title,
            asked: view.find(view.pack.reading.outcomes['asked-for'], index) !== undefined,
            term: view.find(view.pack.reading.outcomes.term, index) !== undefined,
            block: view.sentences[index]!.block,
          },
        ]
      : []
  })
}

function canDecide(view: LetterView, layout: Layout, index: number): boolean {
  const zone = layout.zones[index]!
  if (zone === 'signature' || zone === 'contact' || zone === 'complaint') return false
  if (zone === 'letterhead' && !layout.titles[index]) return false
  const sentence = view.sentences[index]!
  // A quotation at the very top is a box with the result, not somebody's words.
  const foreign = view.letter.blocks[sentence.block]!.quoted && index > layout.bodyStart + 3
  return !foreign && !sentence.text.endsWith('?') && !view.find(view.pack.reading.outcomes.reported, index)
}

type Found = Pick<OutcomeHit, 'outcome' | 'evidence' | 'weak'>

function outcomeIn(view: LetterView, index: number, title: boolean): Found | undefined {
  const found = surelyIn(view, index, title) ?? (title ? undefined : weaklyIn(view, index))
  return found && isSplit(view, index, found) ? { ...found, outcome: 'partial' } : found
}

function surelyIn(view: LetterView, index: number, title: boolean): Found | undefined {
  const lists = view.pack.reading.outcomes
  for (const outcome of sure) {
    const span = view.findAll(lists[outcome], index).find((found) => isResult(view, index, found))
    if (!span || (outcome === 'approval' && isBeside(view, index, span))) continue
    if (title && outcome === 'approval' && isOpenTitle(view, index)) continue
    const negated = isNegated(view, index, span)
    if (outcome === 'order' && negated) continue
    // «does not agree to … and refuses»
    if (outcome === 'partial' && isDenied(view, index, span)) continue
    const denied = outcome === 'approval' && negated
    return { outcome: denied ? 'refusal' : outcome, evidence: evidence(view.letter, span), weak: false }
  }
  return undefined
}

/** «Ansøgning om tilladelse», «Afgørelse om dispensation»: the title names what was asked for. */
function isOpenTitle(view: LetterView, index: number): boolean {
  const lists = view.pack.reading.outcomes
  return [lists['application-title'], lists['open-title']].some((list) => view.find(list, index) !== undefined)
}

function weaklyIn(view: LetterView, index: number): Found | undefined {
  const lists = view.pack.reading.outcomes
  for (const [list, outcome] of unsure) {
    const span = view
      .findAll(lists[list], index)
      .find((found) => isResult(view, index, found) && !isBeside(view, index, found))
    if (!span) continue
    // «You need not remove it» orders nothing; «must not serve food» does.
    if ((outcome === 'order' || outcome === 'ending') && isDenied(view, index, span)) continue
    const denied = outcome === 'approval' && isNegated(view, index, span)
    return { outcome: denied ? 'refusal' : outcome, evidence: evidence(view.letter, span), weak: true }
  }
  return undefined
}

/** Whether a sentence says yes to one thing and no to another: «I får carporten, men udhuset siger vi nej til». */
function isSplit(view: LetterView, index: number, { outcome }: Found): boolean {
  if (outcome !== 'approval' && outcome !== 'refusal') return false
  const lists = view.pack.reading.outcomes
  const { start } = view.sentences[index]!
  const semicolons = Array.from(view.foldedSentence(index).matchAll(/;/gu), ({ index: at }) => ({
    start: start + at,
    end: start + at + 1,
  }))
  const middle = [...view.findAll(lists.contrast, index), ...view.findAll(lists.joins, index), ...semicolons]
  if (middle.length === 0) return false
  const results = (...some: readonly PhraseList[]): Span[] =>
    some.flatMap((list) =>
      view.findAll(list, index).filter((span) => isResult(view, index, span) && !isBeside(view, index, span)),
    )
  const yes = results(lists.approval, lists['weak-approval']).filter(
    (span) => !isAbout(view, index, span, lists.negation),
  )
  const no = [
    ...results(lists.refusal, lists['weak-refusal']),
    ...middle.filter(({ end }) =>
      view.findAll(lists.negation, index).some(({ start }) => start > end && start <= end + 2),
    ),
  ]
  return middle.some((word) =>
    yes.some((a) =>
      no.some((b) => (a.end <= word.start && b.start >= word.start) || (b.end <= word.start && a.start >= word.end)),
    ),
  )
}

/** Not in a clause that begins as a condition, nor in one about somebody else's decision or an old one. */
function isResult(view: LetterView, index: number, span: Span): boolean {
  const lists = view.pack.reading.outcomes
  const clause = clauseAround(view, index, span)
  const opens = view
    .findAll(lists.condition, index)
    .some((found) => Math.abs(found.start - clause.start) <= 1 || Math.abs(clause.start - found.end) <= 1)
  return !opens && !standsIn(view, index, clause, lists['not-a-result'])
}

function isBeside(view: LetterView, index: number, span: Span): boolean {
  return isAbout(view, index, span, view.pack.reading.outcomes['beside-the-result'])
}

/** A no right before the words. */
function isDenied(view: LetterView, index: number, span: Span): boolean {
  const { start } = clauseAround(view, index, span)
  const from = Math.max(start, span.start - 12)
  return view
    .findAll(view.pack.reading.outcomes.negation, index)
    .some((no) => no.start >= from && no.start < span.start && no.end <= span.start)
}

/** «giver ikke tilladelse», «ikke imødekommes»: a no inside the words of the yes, or right before them. */
function isNegated(view: LetterView, index: number, span: Span): boolean {
  const { start } = clauseAround(view, index, span)
  const from = Math.max(start, span.start - 20)
  return view.findAll(view.pack.reading.outcomes.negation, index).some((no) => no.start < span.end && no.end > from)
}

/** Titles that say yes over a no, or no over a yes: «Bevilling af …» above a refusal. */
export function contraryTitles(view: LetterView, layout: Layout, outcome: Outcome): Evidence[] {
  const lists = view.pack.reading.outcomes
  const contrary = outcome === 'approval' ? lists['no-title'] : outcome === 'partial' ? undefined : lists['yes-title']
  if (!contrary || outcome === 'none') return []
  return view.sentences.flatMap((sentence, index) => {
    const span = layout.titles[index] && index <= layout.bodyStart ? view.find(contrary, index) : undefined
    const agrees = outcome !== 'approval' && view.find(lists['no-title'], index)
    return span && !agrees && !view.find(lists['open-title'], index) ? [evidence(view.letter, sentence)] : []
  })
}
