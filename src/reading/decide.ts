import type { Outcome } from '../types.ts'
import { firstSentences, inferOutcome, isAboutTopic, topicOf } from './infer-outcome.ts'
import type { OutcomeHit } from './outcome.ts'
import type { Layout } from './sections.ts'
import type { LetterView } from './view.ts'

/** What speaks for a sentence being the decision, and against it. */
const weights = {
  /** Words that decide, words that can stand for other things, and any telling in the present. */
  sure: 4.5,
  weak: 2,
  told: 1,
  /** Under a heading about the decision, or with a word that announces the result. */
  headed: 2,
  concluding: 2,
  /** In the letter proper before any heading: the first sentence, those right after it, those further down. */
  first: 2,
  early: 1,
  later: -1,
  /** Under a heading of another kind, and under one about reasons, law, or what comes after. */
  beside: -1,
  among: -2,
  /** A no, less, an order; the reader; what the subject line names; what was asked for. */
  tone: 1,
  reader: 1,
  topic: 1,
  asked: 0.5,
  /** Known words in a sentence that tells of the application, the law, a fact or advice; a term. */
  otherwise: -1.5,
  term: -1.5,
} as const

/** What a sentence must weigh: with words that decide, and without any. */
const enough = { known: 3, told: 4 } as const

/** How many sentences of the letter proper come before a result is late. */
const earlySentences = 10

/** A sentence that may be the decision, and what speaks for it. */
export interface Candidate {
  readonly hit: OutcomeHit
  readonly weight: number
}

/**
 * What the letter decides: the sentence that most speaks for, and what the sentences around it add. Words that decide
 * count most, but without them a decision is still known by its place and its verbs: it tells in the present tense what
 * the authority does, what the reader gets or what becomes of the matter. Where no sentence will do, the title says it.
 */
export function decide(view: LetterView, layout: Layout, hits: readonly OutcomeHit[]): Candidate | undefined {
  const candidates = candidatesOf(view, layout, hits)
  const best = candidates.reduce<Candidate | undefined>(
    (heaviest, one) => (one.weight > (heaviest?.weight ?? 0) ? one : heaviest),
    undefined,
  )
  const title = hits.find((hit) => hit.title)
  if (!best) return title && { hit: title, weight: enough.known }
  return { ...best, hit: underTitle(together(view, best, candidates), title) }
}

/** Every sentence that weighs enough to be the decision. */
function candidatesOf(view: LetterView, layout: Layout, hits: readonly OutcomeHit[]): Candidate[] {
  const topic = topicOf(view, layout)
  const known = new Map(hits.filter((hit) => !hit.title).map((hit) => [hit.sentence, hit]))
  const candidates: Candidate[] = []
  for (const index of view.sentences.keys()) {
    const hit = known.get(index) ?? inferOutcome(view, layout, index)
    if (!hit) continue
    const weight = weigh(view, layout, hit, known.has(index), topic)
    if (weight >= (known.has(index) ? enough.known : enough.told)) candidates.push({ hit, weight })
  }
  return candidates
}

/** A title that says «partly» of a yes or a no, and one that knows more than telling words do. */
function underTitle(hit: OutcomeHit, title: OutcomeHit | undefined): OutcomeHit {
  const open = hit.inferred && (hit.outcome === 'approval' || hit.outcome === 'refusal')
  if (title?.outcome === 'partial' && (hit.outcome === 'approval' || hit.outcome === 'refusal'))
    return { ...hit, outcome: 'partial' }
  return title && open && title.outcome !== 'approval' ? { ...hit, outcome: title.outcome } : hit
}

/** How far from the decision the rest of it can stand, and how much less may speak for that. */
const near = { sentences: 3, weight: 4.5 } as const

/** The outcome that the best sentence and those near it add up to: a yes here and a no there is partial. */
function together(view: LetterView, best: Candidate, candidates: readonly Candidate[]): OutcomeHit {
  const { hit } = best
  const around = candidates.filter(
    (one) => Math.abs(one.hit.sentence - hit.sentence) <= near.sentences && one.weight >= best.weight - near.weight,
  )
  const other = (outcome: Outcome): OutcomeHit | undefined => around.find((one) => one.hit.outcome === outcome)?.hit
  // A «but» that is only inferred does not split what is said in plain words.
  const partial = around.find((one) => one.hit.outcome === 'partial' && (hit.weak || !one.hit.inferred))?.hit
  if (partial && (hit.outcome === 'approval' || hit.outcome === 'refusal')) return partial
  const opposite = opposites[hit.outcome]
  if (opposite && around.some((one) => one.hit.outcome === opposite && isRest(view, one.hit, hit)))
    return { ...hit, outcome: 'partial' }
  if (hit.outcome === 'approval') {
    const stronger = other('ending') ?? around.find((one) => one.hit.outcome === 'order' && !one.hit.weak)?.hit
    if (stronger && hit.weak) return stronger
  }
  return hit
}

const opposites: Partial<Record<Outcome, Outcome>> = { approval: 'refusal', refusal: 'approval' }

/** Whether a hit of the other kind is the rest of the same decision, not a term or a way out. */
function isRest(view: LetterView, other: OutcomeHit, hit: OutcomeHit): boolean {
  const contrasts = [other, hit].some(({ sentence }) => view.find(view.pack.reading.outcomes.contrast, sentence))
  if (!other.weak || contrasts) return true
  const together = other.block === hit.block && !other.term
  return other.outcome === 'approval' ? together && !other.inferred : together || other.asked
}

function weigh(view: LetterView, layout: Layout, hit: OutcomeHit, known: boolean, topic: ReadonlySet<string>): number {
  const { outcomes } = view.pack.reading
  const { sentence: index } = hit
  const has = (list: readonly string[]): boolean => view.find(list, index) !== undefined
  let weight = known ? (hit.weak ? weights.weak : weights.sure) : weights.told
  weight += placeOf(view, layout, index)
  if (hit.outcome !== 'approval') weight += weights.tone
  if (has(outcomes['infer-reader'])) weight += weights.reader
  if (isAboutTopic(view, index, topic)) weight += weights.topic
  if (hit.asked) weight += weights.asked
  if (known && has(outcomes['infer-not'])) weight += weights.otherwise
  if (hit.term && hit.weak) weight += weights.term
  return weight
}

/** What the place of a sentence says. */
function placeOf(view: LetterView, layout: Layout, index: number): number {
  const zone = layout.zones[index]
  const concludes = view.find(view.pack.reading.outcomes['infer-concludes'], index) !== undefined
  if (isAmongTerms(view, layout, index)) return weights.among
  if (zone === 'decision') return weights.headed
  if (concludes) return weights.concluding
  if (zone !== 'body') return weights.among
  if (layout.headings.slice(layout.bodyStart, index).includes(true)) return weights.beside
  const place = index - layout.bodyStart
  if (place === 0) return weights.first
  if (place < firstSentences) return weights.early
  return place < earlySentences ? 0 : weights.later
}

/** Whether a sentence stands under a heading, a label or an announcement of terms: «Vilkår», «på følgende vilkår:». */
function isAmongTerms(view: LetterView, layout: Layout, index: number): boolean {
  const { terms } = view.pack.reading.outcomes
  for (let above = index - 1; above >= layout.bodyStart; above -= 1) {
    const announces = view.sentences[above]!.text.endsWith(':') || layout.labels[above] !== undefined
    if (layout.headings[above] || announces) return view.find(terms, above) !== undefined
  }
  return false
}
