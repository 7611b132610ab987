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
  /**
   * What `find` finds in the view for a subject (a reading of the letter, for example), found once. It is kept here, and
   * not in a WeakMap that lives longer than the letter, for the reason that `latest` gives.
   */
  readonly remember: <Subject, Value>(find: (view: LetterView, subject: Subject) => Value, subject: Subject) => Value
}

/**
 * The latest view. Not a WeakMap: its table lies in old memory, and what it holds is moved there before it is let go,
 * letter by letter. Nor a WeakRef: it would keep every letter that is linted without a pause in between.
 */
let latest: LetterView | undefined

/** Looks at a letter with the vocabulary of its language. A letter that is read and then checked is looked at once. */
export function viewLetter(letter: Letter, pack: Pack): LetterView {
  if (latest?.letter === letter && latest.pack === pack) return latest
  latest = new View(letter, pack)
  return latest
}

/** Lets go of the latest letter. To be called when it has been checked. */
export function forgetLetter(): void {
  latest = undefined
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

/**
 * A class, for its getters: V8 would give each object that has getters of its own a hidden class of its own, which slows
 * down whoever asks it something and keeps the whole letter until all memory is swept.
 */
class View implements LetterView {
  readonly letter: Letter
  readonly pack: Pack
  readonly sentences: readonly Sentence[]
  readonly find: PhraseFinder['find']
  readonly findAll: PhraseFinder['findAll']
  readonly within: LetterView['within']
  private readonly found = new Map<unknown, { readonly subject: unknown; readonly value: unknown }>()
  private readonly text: string
  private knownDates: readonly DateMention[] | undefined
  private knownPeriods: readonly PeriodMention[] | undefined
  private knownWeeks: readonly WeekMention[] | undefined
  private knownMonths: readonly MonthMention[] | undefined
  private knownReferences: readonly Reference[] | undefined
  private knownEmails: readonly Span[] | undefined
  private knownPhones: readonly Span[] | undefined
  private knownUrls: readonly Span[] | undefined
  private knownAddresses: readonly Span[] | undefined
  private knownFolded: string | undefined
  private filter: ((piece: string) => boolean) | undefined

  constructor(letter: Letter, pack: Pack) {
    this.letter = letter
    this.pack = pack
    this.sentences = letter.sentences
    this.text = letter.text
    const mentions = { date: () => this.dates, period: () => this.periods }
    const { find, findAll } = phraseFinder(letter.sentences, mentions, keysOf(pack), wordsOf(pack))
    this.find = find
    this.findAll = findAll
    this.within = mentionsWithin(letter.sentences)
  }

  get dates(): readonly DateMention[] {
    this.knownDates ??= findDates(this.text)
    return this.knownDates
  }

  get periods(): readonly PeriodMention[] {
    this.knownPeriods ??= findPeriods(this.text)
    return this.knownPeriods
  }

  get weeks(): readonly WeekMention[] {
    this.knownWeeks ??= findWeeks(this.text)
    return this.knownWeeks
  }

  get months(): readonly MonthMention[] {
    this.knownMonths ??= findMonths(this.text)
    return this.knownMonths
  }

  get references(): readonly Reference[] {
    this.knownReferences ??= findReferences(this.text)
    return this.knownReferences
  }

  get emails(): readonly Span[] {
    this.knownEmails ??= findEmails(this.text)
    return this.knownEmails
  }

  get phones(): readonly Span[] {
    this.knownPhones ??= findPhones(this.text)
    return this.knownPhones
  }

  get urls(): readonly Span[] {
    this.knownUrls ??= findUrls(this.text)
    return this.knownUrls
  }

  get addresses(): readonly Span[] {
    this.knownAddresses ??= findStreetAddresses(this.text)
    return this.knownAddresses
  }

  get folded(): string {
    this.knownFolded ??= foldText(this.text)
    return this.knownFolded
  }

  readonly mayHold = (piece: string): boolean => {
    this.filter ??= pieceFilter(this.text)
    return this.filter(piece)
  }

  readonly foldedSentence = (index: number): string => {
    const { start, end } = this.sentences[index]!
    return this.folded.slice(start, end)
  }

  readonly sentenceAt = (offset: number): number => spanAt(this.sentences, offset)

  readonly remember: LetterView['remember'] = (find, subject) => {
    let known = this.found.get(find)
    if (!known || known.subject !== subject) {
      known = { subject, value: find(this, subject) }
      this.found.set(find, known)
    }
    return known.value as ReturnType<typeof find>
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
