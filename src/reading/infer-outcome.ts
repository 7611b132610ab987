import type { OutcomeHit } from './outcome.ts'
import type { Layout } from './sections.ts'
import { evidence, type LetterView } from './view.ts'

/** What a sentence must weigh to be taken for the decision, though no known words of a decision are in it. */
const enough = 4

/** Where in the letter proper a decision may stand without a heading or a word that announces it. */
const firstSentences = 4

/**
 * The decision of a letter whose words for it are not known: the sentence that tells in the present tense what the
 * authority does, what the reader gets or what becomes of the matter, where results stand. Its outcome follows from the
 * words for no, less, less than before, and duty in it; without any it says yes.
 */
export function inferOutcome(view: LetterView, layout: Layout): OutcomeHit | undefined {
  const topic = topicOf(view, layout)
  let best: { index: number; weight: number } | undefined
  for (const index of view.sentences.keys()) {
    const weight = weightOf(view, layout, index, topic)
    if (weight >= enough && weight > (best?.weight ?? 0)) best = { index, weight }
  }
  if (!best) return undefined
  const sentence = view.sentences[best.index]!
  return {
    outcome: outcomeOf(view, best.index),
    sentence: best.index,
    evidence: evidence(view.letter, sentence),
    title: false,
    weak: true,
    asked: false,
    term: false,
    block: sentence.block,
  }
}

/** How much speaks for the sentence: its place, its words, and that it is about what the subject line names. */
function weightOf(view: LetterView, layout: Layout, index: number, topic: ReadonlySet<string>): number {
  const { inferred, tone } = lists(view)
  const sentence = view.sentences[index]!
  if (!mayDecide(view, layout, index) || !view.find(inferred.tells, index)) return 0
  // A duty that is no order is a term.
  if (view.find(view.pack.reading.outcomes['infer-duty'], index) && toneOf(view, index) === 'approval') return 0
  const zone = layout.zones[index]
  const concludes = view.find(inferred.concludes, index) !== undefined
  const place = index - layout.bodyStart
  let weight = 1
  if (zone === 'decision' || concludes) weight += 2
  else if (zone !== 'body' || layout.headings.slice(layout.bodyStart, index).includes(true)) return 0
  else if (place === 0) weight += 2
  else if (place < firstSentences) weight += 1
  else return 0
  if (tone.some((list) => view.find(list, index))) weight += 1
  if (view.find(inferred.reader, index)) weight += 1
  if (sentence.words.some((word) => topic.has(stemOf(word.text)))) weight += 1
  return weight
}

/** Neither law, fact, weighing, courtesy, instruction nor question. */
function mayDecide(view: LetterView, layout: Layout, index: number): boolean {
  const { outcomes, reasons, kinds } = view.pack.reading
  const zone = layout.zones[index]
  const sentence = view.sentences[index]!
  if (zone !== 'body' && zone !== 'decision' && zone !== 'reasons') return false
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

/** What the sentence decides; a yes with a no in the next sentence of its paragraph is partial. */
function outcomeOf(view: LetterView, index: number): OutcomeHit['outcome'] {
  const first = toneOf(view, index)
  if (first !== 'approval' || view.sentences[index + 1]?.block !== view.sentences[index]!.block) return first
  const next = toneOf(view, index + 1)
  return next === 'refusal' || next === 'partial' ? 'partial' : first
}

function toneOf(view: LetterView, index: number): OutcomeHit['outcome'] {
  const { outcomes } = view.pack.reading
  const has = (list: readonly string[]): boolean => view.find(list, index) !== undefined
  if (has(outcomes['infer-order'])) return 'order'
  if (has(outcomes['infer-partial'])) return 'partial'
  if (has(outcomes['infer-ending'])) return 'ending'
  return has(outcomes.negation) || has(outcomes['infer-refusal']) ? 'refusal' : 'approval'
}

function lists(view: LetterView) {
  const { outcomes } = view.pack.reading
  return {
    inferred: {
      tells: outcomes['infer-tells'],
      concludes: outcomes['infer-concludes'],
      reader: outcomes['infer-reader'],
    },
    tone: [
      outcomes['infer-partial'],
      outcomes['infer-ending'],
      outcomes['infer-order'],
      outcomes['infer-refusal'],
      outcomes.negation,
    ],
  }
}

const stemLength = 5

/** The beginning of a word, by which its inflections and compounds are known. */
function stemOf(word: string): string {
  return word.length < stemLength ? '' : word.toLowerCase().slice(0, stemLength)
}

/** What the titles above the letter's text speak of. */
function topicOf(view: LetterView, layout: Layout): ReadonlySet<string> {
  const titles = view.sentences.filter((_, index) => layout.titles[index] && index <= layout.bodyStart)
  const stems = titles.flatMap((title) => title.words.map((word) => stemOf(word.text)))
  return new Set(stems.filter((stem) => stem !== ''))
}
