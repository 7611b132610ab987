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

function outcomeIn(
  view: LetterView,
  index: number,
  title: boolean,
): Pick<OutcomeHit, 'outcome' | 'evidence' | 'weak'> | undefined {
  const lists = view.pack.reading.outcomes
  for (const outcome of sure) {
    const span = view.findAll(lists[outcome], index).find((found) => isResult(view, index, found))
    if (!span || (outcome === 'approval' && isBeside(view, index, span))) continue
    if (title && outcome === 'approval' && view.find(lists['application-title'], index)) continue
    const negated = isNegated(view, index, span)
    if (outcome === 'order' && negated) continue
    const denied = outcome === 'approval' && negated
    return { outcome: denied ? 'refusal' : outcome, evidence: evidence(view.letter, span), weak: false }
  }
  if (title) return undefined
  for (const [list, outcome] of unsure) {
    const span = view
      .findAll(lists[list], index)
      .find((found) => isResult(view, index, found) && !isBeside(view, index, found))
    if (span)
      return {
        outcome: isNegated(view, index, span) ? 'refusal' : outcome,
        evidence: evidence(view.letter, span),
        weak: true,
      }
  }
  return undefined
}

/** Not in a clause that begins as a condition, nor in one about somebody else's decision or an old one. */
function isResult(view: LetterView, index: number, span: Span): boolean {
  const lists = view.pack.reading.outcomes
  const clause = clauseAround(view, index, span)
  const opens = view
    .findAll(lists.condition, index)
    .some((found) => found.start - clause.start <= 1 && found.start >= clause.start)
  return !opens && !standsIn(view, index, clause, lists['not-a-result'])
}

function isBeside(view: LetterView, index: number, span: Span): boolean {
  return isAbout(view, index, span, view.pack.reading.outcomes['beside-the-result'])
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

/**
 * The outcome that the hits add up to. The text goes before the title, results before the reasons, the first before the
 * later ones; a sure refusal close after an approval makes it partial.
 */
export function weighOutcomes(hits: readonly OutcomeHit[], layout: Layout): OutcomeHit | undefined {
  const text = hits.filter((hit) => !hit.title)
  const results = text.filter((hit) => isResultPlace(hit, layout))
  const candidates = [results, text.filter((hit) => !hit.weak), hits.filter((hit) => hit.title), text].find(
    (list) => list.length > 0,
  )
  const first = candidates?.[0]
  if (!first) return undefined
  const near = candidates.filter((hit) => hit.sentence - first.sentence <= 3)
  const partial = near.find((hit) => hit.outcome === 'partial')
  if (partial) return partial
  if (first.outcome === 'approval') {
    if (
      near.some(
        (hit) => hit.outcome === 'refusal' && (!hit.weak || hit.asked || (hit.block === first.block && !hit.term)),
      )
    )
      return { ...first, outcome: 'partial' }
    const stronger = near.find((hit) => hit.outcome === 'ending' || (hit.outcome === 'order' && !hit.weak))
    if (stronger && (first.weak || hits.some((hit) => hit.title && hit.outcome === stronger.outcome))) return stronger
  }
  if (first.weak && first.outcome === 'refusal')
    return near.find((hit) => !hit.weak && hit.outcome !== 'approval') ?? first
  return first
}

/** Where results stand: the decision section, or the first sentences of a letter without one. */
function isResultPlace(hit: OutcomeHit, layout: Layout): boolean {
  const zone = layout.zones[hit.sentence]
  return zone === 'decision' || (zone === 'body' && hit.sentence < layout.bodyStart + 10)
}
