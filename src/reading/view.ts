import { findStreetAddresses } from '../language/addresses.ts'
import { findEmails, findPhones, findUrls } from '../language/contacts.ts'
import { type DateMention, findDates } from '../language/dates.ts'
import { foldText } from '../language/fold.ts'
import {
  findMonths,
  findPeriods,
  findWeeks,
  type MonthMention,
  type PeriodMention,
  type WeekMention,
} from '../language/periods.ts'
import { phraseParts } from '../language/phrase-index.ts'
import { pieceFilter } from '../language/piece-filter.ts'
import { findReferences, type Reference } from '../language/references.ts'
import { spanAt } from '../language/span-search.ts'
import type { Pack } from '../pack.ts'
import type { Evidence, Letter, Sentence, Span } from '../types.ts'
import { type PhraseFinder, phraseFinder, type WordsOfLanguage } from './phrase-finder.ts'
import { type KeyedLists, readKeys } from './phrase-keys.ts'

export { compileList } from './phrase-finder.ts'

/**
 * A letter as the reading sees it: its sentences by number, the dates and references in it, and quick look-up of the
 * vocabulary. Everything is found at most once, and only when it is asked for.
 */
export interface LetterView extends PhraseFinder {
  readonly letter: Letter
  readonly pack: Pack
  readonly sentences: readonly Sentence[]
  readonly dates: readonly DateMention[]
  readonly periods: readonly PeriodMention[]
  readonly weeks: readonly WeekMention[]
  readonly months: readonly MonthMention[]
  readonly references: readonly Reference[]
  readonly emails: readonly Span[]
  readonly phones: readonly Span[]
  readonly urls: readonly Span[]
  readonly addresses: readonly Span[]
  /** The letter's text in lower case with plain spaces, as long as the text itself. */
  readonly folded: string
  /** Whether a piece of text may stand in the letter; false is certain. */
  readonly mayHold: (piece: string) => boolean
  /** The number of the sentence that holds an offset; -1 for an offset between sentences. */
  readonly sentenceAt: (offset: number) => number
  /** The mentions that begin in sentence `index`. */
  readonly within: <M extends Span>(mentions: readonly M[], index: number) => readonly M[]
  /** Sentence `index`, folded. */
  readonly foldedSentence: (index: number) => string
}

/**
 * The latest view, by its letter: no letter is kept for it. A WeakRef would keep every letter that is linted in a row,
 * without a pause in which it may be let go.
 */
let latest = new WeakMap<Letter, LetterView>()

/** Looks at a letter with the vocabulary of its language. A letter that is read and then checked is looked at once. */
export function viewLetter(letter: Letter, pack: Pack): LetterView {
  const known = latest.get(letter)
  if (known?.pack === pack) return known
  const view = makeView(letter, pack)
  latest = new WeakMap([[letter, view]])
  return view
}

const wordsByPack = new WeakMap<Pack, WordsOfLanguage>()

function wordsOf(pack: Pack): WordsOfLanguage {
  const known = wordsByPack.get(pack)
  if (known) return known
  const { numbers, 'pronoun-before': before } = pack.reading.words
  const words = { numbers: new Set(numbers), preposition: before.length > 0, pronounBefore: new Set(before) }
  wordsByPack.set(pack, words)
  return words
}

const keysByPack = new WeakMap<Pack, KeyedLists>()

function keysOf(pack: Pack): KeyedLists {
  const known = keysByPack.get(pack)
  if (known) return known
  const keys = readKeys(phraseParts(pack), pack.phrases)
  keysByPack.set(pack, keys)
  return keys
}

function makeView(letter: Letter, pack: Pack): LetterView {
  const { text, sentences } = letter
  const dates = once(() => findDates(text))
  const periods = once(() => findPeriods(text))
  const weeks = once(() => findWeeks(text))
  const months = once(() => findMonths(text))
  const references = once(() => findReferences(text))
  const emails = once(() => findEmails(text))
  const phones = once(() => findPhones(text))
  const urls = once(() => findUrls(text))
  const addresses = once(() => findStreetAddresses(text))
  const filter = once(() => pieceFilter(text))
  const folded = once(() => foldText(text))
  return {
    letter,
    pack,
    sentences,
    get dates() {
      return dates()
    },
    get periods() {
      return periods()
    },
    get weeks() {
      return weeks()
    },
    get months() {
      return months()
    },
    get references() {
      return references()
    },
    get emails() {
      return emails()
    },
    get phones() {
      return phones()
    },
    get urls() {
      return urls()
    },
    get addresses() {
      return addresses()
    },
    get folded() {
      return folded()
    },
    ...phraseFinder(sentences, { date: dates, period: periods }, keysOf(pack), wordsOf(pack)),
    mayHold: (piece) => filter()(piece),
    foldedSentence: (index) => folded().slice(sentences[index]!.start, sentences[index]!.end),
    sentenceAt: (offset) => spanAt(sentences, offset),
    within: mentionsWithin(sentences),
  }
}

const nothing: readonly never[] = []

/** Sorts mentions by sentence, each list of mentions once. */
function mentionsWithin(sentences: readonly Sentence[]): LetterView['within'] {
  const sorted = new Map<readonly Span[], Map<number, Span[]>>()
  const sort = (mentions: readonly Span[]): Map<number, Span[]> => {
    const bySentence = new Map<number, Span[]>()
    for (const mention of mentions) {
      const index = spanAt(sentences, mention.start)
      const here = bySentence.get(index)
      if (here) here.push(mention)
      else bySentence.set(index, [mention])
    }
    sorted.set(mentions, bySentence)
    return bySentence
  }
  return <M extends Span>(mentions: readonly M[], index: number) => {
    if (mentions.length === 0 || index < 0) return nothing
    return ((sorted.get(mentions) ?? sort(mentions)).get(index) ?? nothing) as readonly M[]
  }
}

/** Evidence for a span of the letter. */
export function evidence(letter: Pick<Letter, 'text'>, span: Span): Evidence {
  return { start: span.start, end: span.end, text: letter.text.slice(span.start, span.end) }
}

/** A value that is worked out when it is first asked for. */
function once<Value>(find: () => Value): () => Value {
  let value: Value | undefined
  return () => {
    value ??= find()
    return value
  }
}
