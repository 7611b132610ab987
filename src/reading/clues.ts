import type { DateMention } from '../language/dates.ts'
import type { ClueWeights } from '../rules/vocabulary.ts'
import type { Span } from '../types.ts'
import type { Layout } from './sections.ts'
import type { LetterView } from './view.ts'

/** What is known of the letter when its sentences are weighed. */
export interface ClueContext {
  /** The sentences that say what is decided. */
  readonly results: ReadonlySet<number>
  /** The letter's own date, ISO `YYYY-MM-DD`. */
  readonly date: string | undefined
}

/** The lists of phrases that count as one clue each, besides the words themselves. */
const clueLists = [
  'source',
  'document',
  'event',
  'courtesy',
  'consideration',
  'infer-consideration',
  'reason',
  'boilerplate',
  'economy',
  'alternatives',
] as const

/**
 * What speaks for or against taking a sentence for a fact or a consideration: its words and how they begin and end, what
 * it names (dates, measures, names, sections), the lists it matches, and where in the letter it stands. In braces what
 * is no word.
 */
export function cluesIn(view: LetterView, layout: Layout, index: number, context: ClueContext): ReadonlySet<string> {
  const clues = new Set<string>()
  addWordClues(clues, view, layout.labels[index], index)
  for (const clue of mentionClues(view, index, context)) clues.add(clue)
  for (const clue of placeClues(view, layout, index, context)) clues.add(clue)
  return clues
}

const weightMaps = new WeakMap<ClueWeights, ReadonlyMap<string, number>>()

/** How much the clues of a sentence speak for what the weights are of; above 0 they outweigh those that speak against it. */
export function weigh(clues: ReadonlySet<string>, weights: ClueWeights): number {
  let map = weightMaps.get(weights)
  if (!map) {
    map = new Map(Object.entries(weights.clues))
    weightMaps.set(weights, map)
  }
  let sum = weights.base
  for (const clue of clues) sum += map.get(clue) ?? 0
  return sum
}

/** «oplyst», «oplys…», «…lyst», and «^…oplyst» where it is among the first words. A label before them does not count. */
function addWordClues(clues: Set<string>, view: LetterView, label: Span | undefined, index: number): void {
  const { words } = view.sentences[index]!
  const own = words.filter(({ start }) => !label || start >= label.end)
  for (const [place, { start, end }] of (own.length > 0 ? own : words).entries()) {
    const word = view.folded.slice(start, end)
    if (/\d/u.test(word)) {
      clues.add('{number}')
      continue
    }
    clues.add(word)
    if (place < 3) clues.add(place === 0 ? `^${word}` : `^…${word}`)
    if (word.length >= 6) clues.add(`…${word.slice(-4)}`)
    if (word.length >= 7) clues.add(`${word.slice(0, 5)}…`)
    if (place > 0 && capitalised.test(view.letter.text.slice(start - 2, start + 2))) clues.add('{name}')
  }
}

/** A capital that begins neither a sentence nor a quotation. */
const capitalised = /[\p{L}\p{N},] \p{Lu}\p{Ll}/u

/** Amounts with a sign before, and units that are written alike in every language. */
const amount = /[£€$] ?\d|\d ?(?:m²|m2|km|cm|mm|m|kg|db|%|kr\.?|€)(?![\p{L}])/u

/** A year of the last hundred, not part of a longer number. */
const year = /(?<![\d./-])(?:19[3-9]\d|20[0-4]\d)(?![\d/-])/u

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

function mentionClues(view: LetterView, index: number, { date }: ClueContext): string[] {
  const { reasons, deadlines } = view.pack.reading
  const { text } = view.sentences[index]!
  const folded = view.foldedSentence(index)
  const days = view.within(view.dates, index).filter((mention) => !mention.ofAct)
  const isPast = ({ iso }: DateMention): boolean => date === undefined || iso === undefined || iso <= date
  return [
    ...clueLists.filter((list) => view.find(reasons[list], index)).map((list) => `{${list}}`),
    ...named('past date', days.some(isPast)),
    ...named('date to come', days.length > 0 && !days.some(isPast)),
    ...named('year', year.test(folded)),
    ...named('measure', amount.test(folded) || measureOf(reasons.units).test(folded)),
    ...named('period', view.within(view.periods, index).length > 0),
    ...named('month', view.within(view.months, index).length > 0),
    ...named('section', view.within(view.references, index).length > 0),
    ...named(
      'contact',
      [view.emails, view.phones, view.urls].some((ways) => view.within(ways, index).length > 0),
    ),
    ...named('request', view.find(deadlines.request, index) !== undefined),
    ...named('quotation', /[»«"“”]/u.test(text)),
    ...named('question', text.endsWith('?')),
    ...named('colon', text.endsWith(':')),
  ]
}

function placeClues(view: LetterView, layout: Layout, index: number, { results }: ClueContext): string[] {
  const { block, words } = view.sentences[index]!
  const { kind, quoted } = view.letter.blocks[block]!
  const [firstResult = -1] = results
  return [
    `{${kind}}`,
    `{part: ${layout.zones[index]}}`,
    `{length: ${Math.min(4, Math.floor(words.length / 6))}}`,
    ...named('quoted', quoted),
    ...named('under facts', layout.factual[index]!),
    ...named('under assessment', layout.assessing[index]!),
    ...named('labelled', layout.labels[index] !== undefined),
    ...named('result', results.has(index)),
    ...named('before the result', index < firstResult),
    `{quarter: ${quarterOf(index - layout.bodyStart, view.sentences.length - layout.bodyStart)}}`,
  ]
}

/** The quarter of the letter's text, 0–3. */
function quarterOf(place: number, length: number): number {
  return Math.floor((4 * place) / Math.max(1, length))
}

function named(name: string, is: boolean): string[] {
  return is ? [`{${name}}`] : []
}
