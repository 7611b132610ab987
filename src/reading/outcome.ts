import type { Evidence, Outcome } from '../types.ts'
import type { Layout } from './sections.ts'
import { evidence, type LetterView } from './view.ts'

/** A sentence that says what is decided. */
export interface OutcomeHit {
  readonly outcome: Exclude<Outcome, 'none'>
  readonly sentence: number
  readonly evidence: Evidence
  /** In the subject or a heading. */
  readonly title: boolean
}

const order = ['partial', 'refusal', 'order', 'ending', 'approval'] as const

/** Every sentence that may say what is decided, in order. Conditions, reports of others and guidance are passed over. */
export function findOutcomes(view: LetterView, layout: Layout): OutcomeHit[] {
  const lists = view.pack.reading.outcomes
  const hits: OutcomeHit[] = []
  for (const index of view.sentences.keys()) {
    const zone = layout.zones[index]!
    const title = layout.headings[index]!
    if (zone === 'signature' || zone === 'contact' || (zone === 'complaint' && !title)) continue
    if (zone === 'letterhead' && !title && !isSubjectLine(view, layout, index)) continue
    if (zone === 'complaint' || view.letter.blocks[view.sentences[index]!.block]!.quoted) continue
    if (view.sentences[index]!.text.endsWith('?') || view.find(lists['not-a-result'], index)) continue
    for (const outcome of order) {
      const span = view.find(lists[outcome], index)
      if (!span) continue
      hits.push({
        outcome,
        sentence: index,
        evidence: evidence(view.letter, span),
        title: title || zone === 'letterhead',
      })
      break
    }
  }
  return hits
}

/** A line above the greeting that is neither address nor date: it can be the subject. */
function isSubjectLine(view: LetterView, layout: Layout, index: number): boolean {
  return layout.greeting !== undefined && index === layout.greeting - 1 && view.sentences[index]!.words.length >= 3
}

/** The outcome that the hits add up to. The text goes before the title, the first result before later ones. */
export function weighOutcomes(hits: readonly OutcomeHit[], layout: Layout): OutcomeHit | undefined {
  const text = hits.filter((hit) => !hit.title)
  const result = text.filter((hit) => isResultPlace(hit, layout))
  const candidates = result.length > 0 ? result : text.length > 0 ? text : hits
  const first = candidates[0]
  if (!first) return undefined
  const partial = result.find((hit) => hit.outcome === 'partial')
  if (partial) return partial
  const refusal = result.find((hit) => hit.outcome === 'refusal')
  if (first.outcome === 'approval' && refusal && refusal.sentence - first.sentence <= 3) return { ...first, outcome: 'partial' }
  if (first.outcome === 'approval') {
    const stronger = result.find((hit) => hit.outcome === 'ending' || hit.outcome === 'order')
    const titled = hits.find((hit) => hit.title && hit.outcome === stronger?.outcome)
    if (stronger && titled) return stronger
  }
  return first
}

/** Where results stand: the decision section, or the text before the reasons. */
function isResultPlace(hit: OutcomeHit, layout: Layout): boolean {
  const zone = layout.zones[hit.sentence]
  return zone === 'decision' || (zone === 'body' && hit.sentence < layout.bodyStart + 12)
}
