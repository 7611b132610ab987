import { atomNumbered, countAtoms, findAtoms } from '../language/atom-table.ts'
import {
  type ClassName,
  compilePhrase,
  fits,
  foldWord,
  matchEvery,
  matchPhrase,
  type Phrase,
  type WordLine,
  type WordSpan,
} from '../language/phrase.ts'
import { spanAt } from '../language/span-search.ts'
import type { PhraseList } from '../rules/vocabulary.ts'
import type { Sentence, Span } from '../types.ts'
import { type KeyedList, type KeyedLists, keyList, type PhraseKey } from './phrase-keys.ts'

/** What a finder has to know of the words of a language. */
export interface WordsOfLanguage {
  /** Numbers that are written in letters. */
  readonly numbers: ReadonlySet<string>
  /** Whether an `I` at the beginning of a sentence can be a preposition with a capital, and the words that show that it is the pronoun. */
  readonly preposition: boolean
  readonly pronounBefore: ReadonlySet<string>
}

const noWords: WordsOfLanguage = { numbers: new Set(), preposition: false, pronounBefore: new Set() }

/** Finds the phrases of lists in the sentences of one letter. */
export interface PhraseFinder {
  /** First match of a list in sentence `index`, as a span of the letter's text; earlier phrases of the list win. */
  readonly find: (list: PhraseList, index: number) => Span | undefined
  /** Every match of a list in sentence `index`, phrase by phrase. */
  readonly findAll: (list: PhraseList, index: number) => readonly Span[]
}

/** The mentions of a letter that a phrase can ask for. */
export type Mentions = Readonly<Record<'date' | 'period', () => readonly Span[]>>

/** A phrase that may match in a sentence, beginning with one of the words `from`–`to`. */
interface Candidate {
  readonly phrase: Phrase
  from: number
  to: number
}

/** A list in a sentence: the phrases that may match there, and the matches that were asked for. */
interface Matches {
  readonly candidates: Candidate[]
  /** `null` when there is none. */
  first: Span | null | undefined
  all: readonly Span[] | undefined
}

/** What a list has in each sentence; undefined in those where it can't match. */
type BySentence = (Matches | undefined)[]

/**
 * Makes a finder. A phrase is tried only in sentences that hold one of its anchors, and only from the words from which
 * a match can reach it; a list is looked for when it is first asked for, sentence by sentence. `known`: what the lists
 * of the vocabulary are found by.
 */
export function phraseFinder(
  sentences: readonly Sentence[],
  mentions: Mentions,
  known: KeyedLists,
  language: WordsOfLanguage = noWords,
): PhraseFinder {
  const lines = sentences.map((sentence) => wordLine(sentence, mentions, language))
  const words = fileWords(lines)
  const lists = new Map<PhraseList, BySentence>()

  const matchesOf = (list: PhraseList, sentence: number): Matches | undefined => {
    let matches = lists.get(list)
    if (!matches) {
      matches = findCandidates(known.get(list)?.() ?? keyList(list), words)
      lists.set(list, matches)
    }
    return matches[sentence]
  }

  const find = (list: PhraseList, index: number): Span | undefined => {
    const matches = matchesOf(list, index)
    if (!matches) return undefined
    if (matches.first === undefined)
      matches.first = firstMatch(matches.candidates, lines[index]!, sentences[index]!) ?? null
    return matches.first ?? undefined
  }

  const findAll = (list: PhraseList, index: number): readonly Span[] => {
    const matches = matchesOf(list, index)
    if (!matches) return none
    matches.all ??= everyMatch(matches.candidates, lines[index]!, sentences[index]!)
    return matches.all
  }

  return { find, findAll }
}

const none: readonly Span[] = []

function firstMatch(candidates: readonly Candidate[], line: WordLine, sentence: Sentence): Span | undefined {
  for (const { phrase, from, to } of candidates) {
    const match = matchPhrase(phrase, line, from, to)
    if (match) return spanOf(sentence, match)
  }
  return undefined
}

function everyMatch(candidates: readonly Candidate[], line: WordLine, sentence: Sentence): Span[] {
  const spans: Span[] = []
  for (const { phrase, from, to } of candidates) {
    for (const match of matchEvery(phrase, line, from, to)) spans.push(spanOf(sentence, match))
  }
  return spans
}

const compiledLists = new WeakMap<PhraseList, readonly Phrase[]>()

/** The phrases of a list, compiled once. */
export function compileList(list: PhraseList): readonly Phrase[] {
  const known = compiledLists.get(list)
  if (known) return known
  const phrases = list.map(compilePhrase)
  compiledLists.set(list, phrases)
  return phrases
}

/** The words of a letter, numbered from the first to the last. */
interface FiledWords {
  /** Each different word with its numbers. */
  readonly words: ReadonlyMap<string, readonly number[]>
  /** The sentence that a word stands in. */
  readonly sentenceOf: readonly number[]
  /** The number of the first word of a sentence; one more than there are sentences. */
  readonly firstOf: readonly number[]
  /** For each atom that had a number when the words were filed, its place in `fitting`; 0 where no word fits it. */
  readonly placeOf: Int32Array
  /** The words that fit an atom. */
  readonly fitting: readonly (readonly number[])[]
}

/** Files every word of a letter under the atoms that it fits. */
function fileWords(lines: readonly WordLine[]): FiledWords {
  const words = new Map<string, number[]>()
  const sentenceOf: number[] = []
  const firstOf: number[] = []
  for (let sentence = 0; sentence < lines.length; sentence += 1) {
    firstOf.push(sentenceOf.length)
    for (const word of lines[sentence]!.words) {
      const same = words.get(word)
      if (same) same.push(sentenceOf.length)
      else words.set(word, [sentenceOf.length])
      sentenceOf.push(sentence)
    }
  }
  firstOf.push(sentenceOf.length)
  return { words, sentenceOf, firstOf, ...fileByAtom(words) }
}

function fileByAtom(words: ReadonlyMap<string, readonly number[]>): Pick<FiledWords, 'placeOf' | 'fitting'> {
  const placeOf = new Int32Array(countAtoms())
  const fitting: number[][] = [[]]
  let numbers: readonly number[] = []
  const file = (atom: number): void => {
    const place = placeOf[atom]!
    if (place === 0) placeOf[atom] = fitting.push(numbers.slice()) - 1
    else for (const number of numbers) fitting[place]!.push(number)
  }
  for (const [word, same] of words) {
    numbers = same
    findAtoms(word, file)
  }
  return { placeOf, fitting }
}

const nowhere: BySentence = []

/** The sentences that a list may match in, with the phrases to try there, in the order of the list. */
function findCandidates({ atoms, key: keyAt }: KeyedList, filed: FiledWords): BySentence {
  const { placeOf, firstOf } = filed
  let found = nowhere
  for (let key = 0; key < atoms.length; key += 1) {
    if (placeOf[atoms[key]!] === 0) continue
    if (found === nowhere) found = new Array<Matches | undefined>(firstOf.length - 1).fill(undefined)
    addCandidates(found, keyAt(key), filed)
  }
  return found
}

/** Adds a phrase to the sentences that it may match in by one of its keys. */
function addCandidates(found: BySentence, { phrase, atom, least, most }: PhraseKey, filed: FiledWords): void {
  const { sentenceOf, firstOf } = filed
  let without = -1
  for (const word of wordsFor(atom, filed)) {
    const sentence = sentenceOf[word]!
    if (sentence === without) continue
    const at = word - firstOf[sentence]!
    if (at < least) continue
    if (!holdsCompanions(filed, sentence, phrase.companions)) {
      without = sentence
      continue
    }
    if (atom >= 0) addCandidate(found, sentence, phrase, Math.max(0, at - most), at - least)
    else addCandidate(found, sentence, phrase, 0, firstOf[sentence + 1]! - word - 1)
  }
}

/** Whether a sentence holds a word of each set; true of a set of which that can't be told quickly. */
function holdsCompanions(filed: FiledWords, sentence: number, companions: readonly (readonly number[])[]): boolean {
  for (const atoms of companions) if (!holdsOne(filed, sentence, atoms)) return false
  return true
}

function holdsOne({ placeOf, fitting, sentenceOf }: FiledWords, sentence: number, atoms: readonly number[]): boolean {
  for (const atom of atoms) {
    if (atom >= placeOf.length) return true
    const place = placeOf[atom]!
    if (place > 0) for (const word of fitting[place]!) if (sentenceOf[word] === sentence) return true
  }
  return false
}

/**
 * The words that fit an atom, also one that got its number after the words were filed; without an atom the first of each
 * sentence.
 */
function wordsFor(number: number, { words, firstOf, sentenceOf, placeOf, fitting }: FiledWords): readonly number[] {
  if (number < 0) return firstOf.filter((first, sentence) => sentenceOf[first] === sentence)
  if (number < placeOf.length) return fitting[placeOf[number]!]!
  const atom = atomNumbered(number)
  if (atom.fit === 'whole') return words.get(atom.literal) ?? []
  const found: number[] = []
  for (const [word, numbers] of words) if (fits(atom, word)) found.push(...numbers)
  return found
}

/** Adds a phrase to those of a sentence; one that is there already may begin at more words. */
function addCandidate(found: BySentence, sentence: number, phrase: Phrase, from: number, to: number): void {
  const here = found[sentence]?.candidates
  const last = here?.[here.length - 1]
  if (!here) found[sentence] = { candidates: [{ phrase, from, to }], first: undefined, all: undefined }
  else if (last?.phrase !== phrase) here.push({ phrase, from, to })
  else {
    last.from = Math.min(last.from, from)
    last.to = Math.max(last.to, to)
  }
}

/** A sentence as phrases see it; dates and periods are looked for only when a phrase asks. */
function wordLine({ words }: Sentence, mentions: Mentions, language: WordsOfLanguage): WordLine {
  const folded = words.map((word) => foldWord(word.text))
  if (folded[0] === 'I' && language.preposition && !language.pronounBefore.has(folded[1] ?? '')) folded[0] = 'i'
  const classEnd = (name: ClassName, index: number): number | undefined => {
    const word = words[index]
    if (!word) return undefined
    if (name === 'number') return isNumber(folded[index]!, language) ? index + 1 : undefined
    const found = mentions[name]()
    const mention = found[spanAt(found, word.start)]
    if (!mention || (words[index - 1] && words[index - 1]!.start >= mention.start)) return undefined
    let after = index + 1
    while (after < words.length && words[after]!.start < mention.end) after += 1
    return after
  }
  return { words: folded, classEnd }
}

function isNumber(word: string, { numbers }: WordsOfLanguage): boolean {
  return /^\d/u.test(word) || numbers.has(word)
}

function spanOf({ words }: Sentence, { first, last }: WordSpan): Span {
  return { start: words[first]!.start, end: words[last - 1]!.end }
}
