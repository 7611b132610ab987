import type { OutcomeHit } from './outcome.ts'
import type { Layout } from './sections.ts'
import { evidence, type LetterView } from './view.ts'

/** Where in the letter proper a decision may stand without a heading or a word that announces it. */
export const firstSentences = 4

/**
 * What a sentence decides that holds no known words of a decision, where it may decide at all: where results stand, and
 * told in the present tense. Its outcome follows from the words for no, less, less than before, and duty in it; without
 * any it says yes.
 */
export function inferOutcome(view: LetterView, layout: Layout, index: number): OutcomeHit | undefined {
  const { outcomes } = view.pack.reading
  const zone = layout.zones[index]
  if (zone !== 'body' && zone !== 'decision' && zone !== 'reasons') return undefined
  if (!view.find(outcomes['infer-tells'], index)) return undefined
  const early =
    index < layout.bodyStart + firstSentences && !layout.headings.slice(layout.bodyStart, index).includes(true)
  const placed = zone === 'decision' || (zone === 'body' && early)
  if (!placed && !view.find(outcomes['infer-concludes'], index)) return undefined
  if (!mayDecide(view, layout, index)) return undefined
  const outcome = toneOf(view, index)
  // A duty that is no order is a term.
  if (outcome === 'approval' && view.find(outcomes['infer-duty'], index)) return undefined
  const sentence = view.sentences[index]!
  return {
    outcome,
    sentence: index,
    evidence: evidence(view.letter, sentence),
    title: false,
    weak: true,
    inferred: true,
    asked: view.find(outcomes['asked-for'], index) !== undefined,
    term: false,
    block: sentence.block,
  }
}

/** Neither law, fact, weighing, courtesy, instruction nor question. */
function mayDecide(view: LetterView, layout: Layout, index: number): boolean {
  const { outcomes, reasons, kinds } = view.pack.reading
  const sentence = view.sentences[index]!
  if (layout.titles[index] || view.letter.blocks[sentence.block]!.quoted || sentence.words.length < 3) return false
  if (
    /[?:]$/u.test(sentence.text) ||
    view.within(view.phones, index).length + view.within(view.emails, index).length > 0
  )
    return false
  return [
    outcomes['infer-not'],
    outcomes.reported,
    outcomes['not-a-result'],
    reasons.courtesy,
    reasons.consideration,
    reasons.alternatives,
    kinds.undecided,
    kinds['hearing-text'],
  ].every((list) => view.find(list, index) === undefined)
}

/** What the sentence decides, by the words for no, less, less than before and duty in it. */
function toneOf(view: LetterView, index: number): OutcomeHit['outcome'] {
  const { outcomes } = view.pack.reading
  const has = (list: readonly string[]): boolean => view.find(list, index) !== undefined
  if (has(outcomes['infer-order'])) return 'order'
  if (has(outcomes['infer-partial'])) return 'partial'
  if (has(outcomes['infer-ending'])) return 'ending'
  return has(outcomes.negation) || has(outcomes['infer-refusal']) ? 'refusal' : 'approval'
}

const stemLength = 5

/** The beginning of a word, by which its inflections and compounds are known. */
function stemOf(word: string): string {
  return word.length < stemLength ? '' : word.toLowerCase().slice(0, stemLength)
}

/** Whether a sentence names what the titles above the letter's text speak of. */
export function isAboutTopic(view: LetterView, index: number, topic: ReadonlySet<string>): boolean {
  return view.sentences[index]!.words.some((word) => topic.has(stemOf(word.text)))
}

/** What the titles above the letter's text speak of: the beginnings of their words. */
export function topicOf(view: LetterView, layout: Layout): ReadonlySet<string> {
  const titles = view.sentences.filter((_, index) => layout.titles[index] && index <= layout.bodyStart)
  const stems = titles.flatMap((title) => title.words.map((word) => stemOf(word.text)))
  return new Set(stems.filter((stem) => stem !== ''))
}
