import { foldWord, matchPhrase } from '../language/phrase.ts'
import type { Evidence, Outcome, Span } from '../types.ts'
import { overlaps, standsIn } from './clause.ts'
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
  for (const index of sentences.keys()) {
    if (!isProse(view, layout, index)) continue
    const other = alternativeIn(view, index)
    if (other && context.outcome !== 'approval') alternatives.push(evidence(letter, other))
    if (layout.zones[index] === 'contact' || layout.ahead[index] || view.find(lists.courtesy, index)) continue
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
    const fact = factIn(view, layout, index, results.has(index), context.date)
    if (fact) facts.push(fact)
    const weighs = quoted ? undefined : considerationIn(view, layout, index, empty, !fact && !results.has(index))
    if (weighs) considerations.push(weighs)
    const reason = view.find(lists.reason, index)
    if (reason) reasons.push(evidence(letter, reason))
  }
  if (considerations.length === 0) considerations.push(...inferredConsiderations(view, layout, results))
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

/** A weighing word with something beside it; else a sentence that stands where an assessment was announced. */
function considerationIn(
  view: LetterView,
  layout: Layout,
  index: number,
  empty: Span | undefined,
  free: boolean,
): Evidence | undefined {
  const weighs = weighingIn(view, layout, index)
  if (weighs && hasContentBeside(view, index, empty)) return evidence(view.letter, weighs)
  if (
    isLabelled(view, index, view.pack.reading.sections.assessment) ||
    (free && !empty && assesses(view, layout, index))
  )
    return evidence(view.letter, view.sentences[index]!)
  return undefined
}

/**
 * The weighing of a letter whose words for it are not known: sentences of the letter proper that evaluate, contrast or
 * conclude, and are neither law, result, procedure nor somebody's information.
 */
function inferredConsiderations(view: LetterView, layout: Layout, results: ReadonlySet<number>): Evidence[] {
  const { reasons: lists, outcomes } = view.pack.reading
  const not = [
    lists['not-a-consideration'],
    lists['not-weighed'],
    lists['no-law'],
    lists.boilerplate,
    lists.source,
    lists.procedure,
    lists.courtesy,
    lists.alternatives,
    lists['own-standard'],
    outcomes.reported,
  ]
  return [...view.sentences.keys()].flatMap((index) => {
    const sentence = view.sentences[index]!
    const zone = layout.zones[index]
    if (results.has(index) || !isProse(view, layout, index) || layout.ahead[index]) return []
    if ((zone !== 'body' && zone !== 'reasons' && zone !== 'decision') || sentence.words.length < 6) return []
    if (view.letter.blocks[sentence.block]!.quoted || view.within(view.references, index).length > 0) return []
    const span = view.find(lists['infer-consideration'], index)
    const other = isReachable(view, index) || isDefinite(view, index) || not.some((list) => view.find(list, index))
    return span && !other ? [evidence(view.letter, span)] : []
  })
}

/** A weighing word in the sentence itself: its label does not weigh, nor does what only tells that the case was looked at. */
function weighingIn(view: LetterView, layout: Layout, index: number): Span | undefined {
  const { consideration, 'not-weighed': not } = view.pack.reading.reasons
  const label = layout.labels[index]
  const empty = view.findAll(not, index)
  return view
    .findAll(consideration, index)
    .find((span) => !(label && overlaps(span, label)) && !empty.some((other) => overlaps(span, other)))
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
  const { consideration, reader } = view.pack.reading.reasons
  return (
    view.find(consideration, index) !== undefined &&
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

/** Sentences of the letter proper that can hold reasons: not the letterhead, the guidance, the contact or the signature. */
function isProse(view: LetterView, layout: Layout, index: number): boolean {
  if (layout.headings[index]) return false
  const zone = layout.zones[index]
  if (zone === 'letterhead' || zone === 'signature' || zone === 'complaint') return false
  return view.sentences[index]!.words.length >= 3
}

/** «Vurdering: …»: the sentence begins with a label that a heading could have. */
function isLabelled(view: LetterView, index: number, list: readonly string[]): boolean {
  const { text, start } = view.sentences[index]!
  const label = /^[^:.,]{3,40}:(?=\s)/u.exec(text)?.[0]
  return label !== undefined && view.findAll(list, index).some((span) => span.start < start + label.length)
}

/** A sentence under a heading such as «Vurdering» that is neither fact, law nor procedure is taken as weighing. */
function assesses(view: LetterView, layout: Layout, index: number): boolean {
  if (!layout.assessing[index] || view.sentences[index]!.words.length < 5) return false
  if (view.within(view.references, index).length > 0 || isDefinite(view, index) || isReachable(view, index))
    return false
  const lists = view.pack.reading.reasons
  return [lists['not-a-consideration'], lists['no-law'], lists.source, lists.procedure].every(
    (list) => view.find(list, index) === undefined,
  )
}

/** A weighing word counts when the sentence says more than the empty phrase around it. */
function hasContentBeside(view: LetterView, index: number, empty: Span | undefined): boolean {
  if (!empty) return true
  const rest = view.sentences[index]!.words.filter((word) => word.end <= empty.start || word.start >= empty.end)
  return rest.length >= 12 && view.find(view.pack.reading.reasons.reason, index) !== undefined
}

/**
 * A fact of this case: somebody's information, a document or an observation, or the reader's or the property's own
 * circumstances told with something definite (a date, an amount, a measure, past tense).
 */
function factIn(
  view: LetterView,
  layout: Layout,
  index: number,
  isResult: boolean,
  date: string | undefined,
): Evidence | undefined {
  const lists = view.pack.reading.reasons
  const sentence = view.sentences[index]!
  const blocked = view.find(lists['not-a-fact'], index)
  const source = view.find(lists.source, index)
  const document = view.find(lists.document, index)
  const circumstance =
    view.find(lists.circumstance, index) ?? view.find(lists.thing, index) ?? view.find(lists.event, index)
  const definite = isDefinite(view, index)
  const zone = layout.zones[index]
  let weight = 0
  if (source) weight += 2
  if (document) weight += 1
  if (circumstance) weight += 1
  if (definite) weight += 1
  if (definite && view.letter.blocks[sentence.block]!.kind === 'item' && !blocked) weight += 1
  if (
    (layout.factual[index] && !view.find(lists.consideration, index)) ||
    isLabelled(view, index, view.pack.reading.sections.facts)
  )
    weight += sentence.words.length >= 6 ? 2 : 1
  else if (zone === 'reasons' && circumstance && !view.find(lists.consideration, index)) weight += 1
  if (blocked) weight -= source && definite ? 0 : 2
  if (view.find(lists.procedure, index)) weight -= 3
  if (circumstance && !source && view.find(lists.consideration, index)) weight -= 2
  if (view.within(view.references, index).length > 0) weight -= 2
  if (zone === 'law') weight -= 2
  if (isResult) weight -= 3
  if (isAhead(view, index, date) || isReachable(view, index)) weight -= 3
  if (!source && !document && view.find(lists.alternatives, index)) weight -= 2
  if (definite && !source && /\d/u.test(sentence.text) && isTold(view, index)) weight += 1
  if (view.letter.blocks[sentence.block]!.quoted) weight -= 1
  return weight >= 2 ? evidence(view.letter, source ?? document ?? circumstance ?? sentence) : undefined
}

/** Something is, was or has been so: no modal, no condition, no request. */
function isTold(view: LetterView, index: number): boolean {
  const { reasons, deadlines } = view.pack.reading
  return view.find(reasons['not-told'], index) === undefined && view.find(deadlines.request, index) === undefined
}

/** A day to come: something is announced, not told. */
function isAhead(view: LetterView, index: number, date: string | undefined): boolean {
  const dates = view.within(view.dates, index).filter((mention) => !mention.ofAct && mention.iso !== undefined)
  return date !== undefined && dates.length > 0 && dates.every(({ iso }) => iso! > date)
}

/** The sentence says how somebody is reached. */
function isReachable(view: LetterView, index: number): boolean {
  return [view.emails, view.phones, view.urls].some((mentions) => view.within(mentions, index).length > 0)
}

/** Amounts with a sign before, and units that are written alike in every language. */
const amount = /[£€$] ?\d|\d ?(?:m²|m2|km|cm|mm|m|kg|db|%|kr\.?|€)(?![\p{L}])/u

const measures = new WeakMap<readonly string[], RegExp>()

/** A number before one of the pack's units of measure; compiled once. */
function measureOf(units: readonly string[]): RegExp {
  let pattern = measures.get(units)
  if (!pattern) {
    pattern = new RegExp(`\\d+(?:[.,]\\d+)*[ -]?(?:${units.join('|')})(?![\\p{L}])`, 'u')
    measures.set(units, pattern)
  }
  return pattern
}

/** A year of the last hundred, not part of a longer number. */
const year = /(?<![\d./-])(?:19[3-9]\d|20[0-4]\d)(?![\d/-])/u

function isDefinite(view: LetterView, index: number): boolean {
  if (view.within(view.dates, index).some((date) => !date.ofAct)) return true
  const folded = view.foldedSentence(index)
  const lists = view.pack.reading.reasons
  return (
    amount.test(folded) ||
    measureOf(lists.units).test(folded) ||
    view.find(lists['time-of-day'], index) !== undefined ||
    year.test(folded) ||
    view.within(view.periods, index).length > 0 ||
    view.within(view.months, index).length > 0
  )
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
