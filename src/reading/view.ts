import { findStreetAddresses } from '../language/addresses.ts'
import { findEmails, findPhones, findUrls } from '../language/contacts.ts'
import { type DateMention, findDates } from '../language/dates.ts'
import { foldText } from '../language/fold.ts'
import { findMonths, findPeriods, findWeeks, type MonthMention, type PeriodMention, type WeekMention } from '../language/periods.ts'
import { type ClassName, compilePhrase, foldWord, matchEvery, matchPhrase, type Phrase, type WordLine, type WordSpan } from '../language/phrase.ts'
import { findReferences, type Reference } from '../language/references.ts'
import type { Pack } from '../pack.ts'
import type { PhraseList } from '../rules/vocabulary.ts'
import type { Evidence, Letter, Sentence, Span } from '../types.ts'

/**
 * A letter as the reading sees it: its sentences by number, the dates and references in it, and quick look-up of the
 * vocabulary. Everything is found at most once, and only when it is asked for.
 */
export interface LetterView {
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
  /** First match of a list in sentence `index`, as a span of the letter's text; earlier phrases of the list win. */
  readonly find: (list: PhraseList, index: number) => Span | undefined
  /** Every match of a list in sentence `index`. */
  readonly findAll: (list: PhraseList, index: number) => readonly Span[]
  /** The mentions that begin in sentence `index`. */
  readonly within: <M extends Span>(mentions: readonly M[], index: number) => readonly M[]
  /** Sentence `index`, folded. */
  readonly foldedSentence: (index: number) => string
}

/** Looks at a letter with the vocabulary of its language. */
export function viewLetter(letter: Letter, pack: Pack): LetterView {
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
  const folded = once(() => foldText(text))
  const lines = sentences.map((sentence) => wordLine(sentence, { date: dates, period: periods }))
  const sentencesWith = indexWords(lines)
  const matched = new Map<PhraseList, ReadonlyMap<number, Span>>()
  const all = new Map<PhraseList, ReadonlyMap<number, readonly Span[]>>()

  const find = (list: PhraseList, index: number): Span | undefined => {
    let matches = matched.get(list)
    if (!matches) {
      matches = firstMatches(list)
      matched.set(list, matches)
    }
    return matches.get(index)
  }

  const firstMatches = (list: PhraseList): Map<number, Span> => {
    const found = new Map<number, Span>()
    for (const phrase of compileList(list)) {
      for (const index of sentencesWith(phrase)) {
        if (found.has(index)) continue
        const match = matchPhrase(phrase, lines[index]!)
        if (match) found.set(index, spanOf(sentences[index]!, match))
      }
    }
    return found
  }

  const findAll = (list: PhraseList, index: number): readonly Span[] => {
    let matches = all.get(list)
    if (!matches) {
      const found = new Map<number, Span[]>()
      for (const phrase of compileList(list)) {
        for (const other of sentencesWith(phrase)) {
          const spans = matchEvery(phrase, lines[other]!).map((match) => spanOf(sentences[other]!, match))
          if (spans.length > 0) found.set(other, [...(found.get(other) ?? []), ...spans])
        }
      }
      matches = found
      all.set(list, matches)
    }
    return matches.get(index) ?? []
  }

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
    find,
    findAll,
    foldedSentence: (index) => folded().slice(sentences[index]!.start, sentences[index]!.end),
    within: (mentions, index) => {
      const sentence = sentences[index]
      return sentence ? mentions.filter((mention) => mention.start >= sentence.start && mention.start < sentence.end) : []
    },
  }
}

/** Evidence for a span of the letter. */
export function evidence(letter: Pick<Letter, 'text'>, span: Span): Evidence {
  return { start: span.start, end: span.end, text: letter.text.slice(span.start, span.end) }
}

const compiled = new WeakMap<PhraseList, readonly Phrase[]>()

/** The phrases of a list, compiled once. */
export function compileList(list: PhraseList): readonly Phrase[] {
  let phrases = compiled.get(list)
  if (!phrases) {
    phrases = list.map(compilePhrase)
    compiled.set(list, phrases)
  }
  return phrases
}

/** A sentence as phrases see it; dates and periods are looked for only when a phrase asks. */
export function wordLine(sentence: Sentence, mentions: Readonly<Record<'date' | 'period', () => readonly Span[]>>): WordLine {
  const { words } = sentence
  const folded = words.map((word) => foldWord(word.text))
  const classEnd = (name: ClassName, index: number): number | undefined => {
    const word = words[index]
    if (!word) return undefined
    if (name === 'number') return /^\d|^(?:en|et|én|ét|to|tre|fire|fem|seks|syv|otte|ni|ti|tolv|fjorten|tyve)$/u.test(folded[index]!) ? index + 1 : undefined
    const mention = mentions[name]().find((other) => other.start <= word.start && word.start < other.end)
    if (!mention || (words[index - 1] && words[index - 1]!.start >= mention.start)) return undefined
    const after = words.findIndex((other, at) => at > index && other.start >= mention.end)
    return after < 0 ? words.length : after
  }
  return { words: folded, classEnd }
}

function spanOf({ words }: Sentence, { first, last }: WordSpan): Span {
  return { start: words[first]!.start, end: words[last - 1]!.end }
}

/**
 * Finds, for a phrase, the sentences that hold one of its anchors. Every word of the letter is filed under itself, its
 * beginnings and its endings, so that a phrase costs a few look-ups and not a run over the text.
 */
function indexWords(lines: readonly WordLine[]): (phrase: Phrase) => Iterable<number> {
  const whole = new Map<string, number[]>()
  for (const [index, line] of lines.entries()) {
    for (const word of line.words) {
      const known = whole.get(word)
      if (!known) whole.set(word, [index])
      else if (known.at(-1) !== index) known.push(index)
    }
  }
  const starts = once(() => fileBy(whole, (word, length) => word.slice(0, length)))
  const ends = once(() => fileBy(whole, (word, length) => word.slice(word.length - length)))
  const words = { whole: () => whole, start: starts, end: ends, part: () => new Map<string, number[]>() }
  const everywhere = [...lines.keys()]
  return ({ anchors }) => {
    if (!anchors) return everywhere
    const found = anchors.flatMap((atom) => words[atom.fit]().get(atom.literal) ?? [])
    return found.length < 2 ? found : new Set(found.sort((a, b) => a - b))
  }
}

/** Files the sentences of every word under its parts of two letters and more. */
function fileBy(whole: ReadonlyMap<string, readonly number[]>, part: (word: string, length: number) => string): Map<string, number[]> {
  const filed = new Map<string, number[]>()
  for (const [word, indexes] of whole) {
    for (let length = 2; length <= word.length; length += 1) {
      const key = part(word, length)
      const known = filed.get(key)
      if (known) known.push(...indexes)
      else filed.set(key, [...indexes])
    }
  }
  return filed
}

/** A value that is worked out when it is first asked for. */
function once<Value>(find: () => Value): () => Value {
  let value: Value | undefined
  return () => {
    value ??= find()
    return value
  }
}
