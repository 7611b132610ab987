import { foldWord, matchPhrase } from '../language/phrase.ts'
import type { Evidence, Outcome, Span } from '../types.ts'
import { standsIn } from './clause.ts'
import { cluesIn, weigh } from './clues.ts'
import type { OutcomeHit } from './outcome.ts'
import type { Layout } from './sections.ts'
import { compileList, evidence, type LetterView } from './view.ts'

/** What was found of the reasons (forvaltningsloven § 24). */
export interface ReasonsReading {
  readonly legalBasis: readonly Evidence[]
  /** Acts cited without a section. */
  readonly bareActs: readonly Evidence[]
  readonly facts: readonly Evidence[]
  readonly considerations: readonly Evidence[]
  readonly boilerplate: readonly Evidence[]
  /** What the authority itself can afford. */
  readonly economy: readonly Evidence[]
  /** Quoted statute text with no word about the reader beside it. */
  readonly statuteText: readonly Evidence[]
  readonly reasons: readonly Evidence[]
  readonly alternatives: readonly Evidence[]
}

/** What is known of the letter when its reasons are read. */
export interface ReasonsContext {
  readonly outcomes: readonly OutcomeHit[]
  readonly outcome: Outcome
  /** Whether the letter is about access to documents. */
  readonly access: boolean
  /** The letter's own date, ISO `YYYY-MM-DD`. */
  readonly date: string | undefined
}

/** Reads the reasons: legal basis, facts, considerations, and phrases that only announce an assessment. */
export function readReasons(view: LetterView, layout: Layout, context: ReasonsContext): ReasonsReading {
  const { letter, sentences } = view
  const lists = view.pack.reading.reasons
  const results = new Set(context.outcomes.map((hit) => hit.sentence))
  const facts: Evidence[] = []
  const considerations: Evidence[] = []
  const boilerplate: Evidence[] = []
  const economy: Evidence[] = []
  const reasons: Evidence[] = []
  const alternatives: Evidence[] = []
  const { weights } = view.pack.reading
  for (const index of sentences.keys()) {
    if (!mayHoldReasons(view, layout, index)) continue
    const other = alternativeIn(view, index)
    if (other && context.outcome !== 'approval') alternatives.push(evidence(letter, other))
    if (layout.zones[index] === 'contact' || layout.ahead[index]) continue
    const quoted = letter.blocks[sentences[index]!.block]!.quoted
    const money = quoted ? undefined : economyIn(view, index)
    if (
      money &&
      !isWeighedWith(view, index) &&
      (!results.has(index) || view.find(lists.reason, index) || view.find(lists.therefore, index))
    ) {
      economy.push(evidence(letter, money))
      continue
    }
    const empty = quoted ? undefined : view.find(lists.boilerplate, index)
    if (empty) boilerplate.push(evidence(letter, empty))
    const clues = cluesIn(view, layout, index, { results, date: context.date })
    if (weigh(clues, weights.facts) > 0)
      facts.push(
        evidence(letter, view.find(lists.source, index) ?? view.find(lists.document, index) ?? sentences[index]!),
      )
    if (!quoted && weigh(clues, weights['main-considerations']) > 0 && hasContentBeside(view, index, empty))
      considerations.push(evidence(letter, view.find(lists.consideration, index) ?? sentences[index]!))
    const reason = view.find(lists.reason, index)
    if (reason) reasons.push(evidence(letter, reason))
  }
  const { sections, acts } = citedIn(view, layout, context.access)
  return {
    legalBasis: sections,
    bareActs: acts,
    facts,
    considerations,
    boilerplate,
    economy,
    statuteText: statuteTextIn(view, layout),
    reasons: [...facts, ...considerations, ...boilerplate, ...economy, ...reasons],
    alternatives,
  }
}

/** What the reader can do instead; a way that is closed is none. */
function alternativeIn(view: LetterView, index: number): Span | undefined {
  const { alternatives, 'not-an-alternative': not } = view.pack.reading.reasons
  return view.findAll(alternatives, index).find((span) => !standsIn(view, index, span, not))
}

/** The authority's own money: not the reader's, nor that of somebody in the case. */
function economyIn(view: LetterView, index: number): Span | undefined {
  const { economy, 'own-economy': own } = view.pack.reading.reasons
  return view.find(own, index) ? undefined : view.find(economy, index)
}

/** «… vejer tungere end hensynet til økonomien»: the money is weighed against something about the reader. */
function isWeighedWith(view: LetterView, index: number): boolean {
  const { weighing, reader } = view.pack.reading.reasons
  return (
    view.find(weighing, index) !== undefined &&
    (view.find(reader, index) !== undefined || view.sentences[index]!.words.length > 14)
  )
}

const longQuotation = 40

/** Long statute text, quoted, where its paragraph says nothing else about this reader. */
function statuteTextIn(view: LetterView, layout: Layout): Evidence[] {
  const { statute } = view.pack.reading.reasons
  const found: Evidence[] = []
  const sentencesOf: number[][] = view.letter.blocks.map(() => [])
  for (const [index, { block }] of view.sentences.entries()) sentencesOf[block]!.push(index)
  for (const [number, inside] of sentencesOf.entries()) {
    const block = view.letter.blocks[number]!
    if (inside.length === 0 || inside.some((index) => layout.zones[index] === 'complaint')) continue
    const quotation = block.quoted
      ? block
      : Array.from(view.letter.text.slice(block.start, block.end).matchAll(/[»“"][^«”"]+[«”"]/gu), (match) => ({
          start: block.start + match.index,
          end: block.start + match.index + match[0].length,
        })).find((span) => countWords(view, inside, span) >= longQuotation)
    if (!quotation || countWords(view, inside, quotation) < longQuotation) continue
    const lawful = inside.some((index) => view.within(view.references, index).length > 0 || view.find(statute, index))
    if (lawful && !inside.some((index) => view.find(view.pack.reading.reasons.reader, index)))
      found.push(evidence(view.letter, quotation))
  }
  return found
}

function countWords(view: LetterView, sentences: readonly number[], { start, end }: Span): number {
  const words = sentences.flatMap((index) => view.sentences[index]!.words)
  return words.filter((word) => word.start >= start && word.end <= end).length
}

/** Sentences of the letter proper that can hold reasons: not the letterhead, the guidance or the signature. */
export function mayHoldReasons(view: LetterView, layout: Layout, index: number): boolean {
  const zone = layout.zones[index]!
  if (layout.headings[index] || ['letterhead', 'signature', 'complaint'].includes(zone)) return false
  const { words, block } = view.sentences[index]!
  return words.length >= 3 || (view.letter.blocks[block]!.kind === 'cell' && /\d/u.test(view.sentences[index]!.text))
}

/** A weighing word counts when the sentence says more than the empty phrase around it. */
function hasContentBeside(view: LetterView, index: number, empty: Span | undefined): boolean {
  if (!empty) return true
  const rest = view.sentences[index]!.words.filter((word) => word.end <= empty.start || word.start >= empty.end)
  return rest.length >= 12 && view.find(view.pack.reading.reasons.reason, index) !== undefined
}

/** «Bygningsreglement 2018 fastsætter i § 170 …»: the act is named in the sentence, though not beside its section. A bare «loven» names none. */
function namesAct(view: LetterView, index: number): boolean {
  return view.findAll(view.pack.reading.reasons['act-name'], index).some(({ start, end }) => end - start >= 9)
}

/**
 * What the decision can rest on: sections and the authority's own written standards, and acts without a section. Not
 * procedure, and not what is cited only in the complaint guidance.
 */
function citedIn(view: LetterView, layout: Layout, access: boolean): { sections: Evidence[]; acts: Evidence[] } {
  const lists = view.pack.reading.reasons
  const sections: Evidence[] = []
  const acts: Evidence[] = []
  const actNamed = view.references.some((reference) => reference.actKey !== undefined)
  const procedural = new Map<string, boolean>()
  const isProcedural = (act: string): boolean => {
    const known = procedural.get(act)
    if (known !== undefined) return known
    const found = matchesText(lists['procedural-act'], act) && !(access && matchesText(lists['access-act'], act))
    procedural.set(act, found)
    return found
  }
  for (const index of view.sentences.keys()) {
    const zone = layout.zones[index]
    if (zone === 'complaint') continue
    for (const reference of view.within(view.references, index)) {
      const { actKey, kind } = reference
      if (actKey === undefined ? !actNamed && !namesAct(view, index) : isProcedural(actKey)) continue
      if (reference.sections.length > 0) sections.push(evidence(view.letter, reference))
      else if (actKey !== undefined) (kind === 'order' ? sections : acts).push(evidence(view.letter, reference))
    }
    const own = zone === 'letterhead' ? undefined : view.find(lists['own-standard'], index)
    if (own) sections.push(evidence(view.letter, own))
  }
  return { sections, acts }
}

/** Whether a phrase of the list matches in the name of an act. */
function matchesText(list: readonly string[], text: string): boolean {
  const line = { words: text.split(' ').map(foldWord), classEnd: () => undefined }
  return compileList(list).some((phrase) => matchPhrase(phrase, line) !== undefined)
}
