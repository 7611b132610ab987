import { atomNumbered, countAtoms, findAtoms, numberAtom } from '../language/atom-table.ts'
import {
  anchorsOf,
  atomOf,
  type ClassName,
  companionsOf,
  compilePhrase,
  fits,
  foldWord,
  matchEvery,
  matchPhrase,
  type Phrase,
  type WordLine,
  type WordSpan,
} from '../language/phrase.ts'
import { emptyIndex, type PhraseIndex } from '../language/phrase-index.ts'
import { spanAt } from '../language/span-search.ts'
import type { PhraseList } from '../rules/vocabulary.ts'
import type { Sentence, Span } from '../types.ts'

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
 * a match can reach it; a list is looked for when it is first asked for, sentence by sentence.
 */
export function phraseFinder(
  sentences: readonly Sentence[],
  mentions: Mentions,
  index: PhraseIndex = emptyIndex,
  language: WordsOfLanguage = noWords,
): PhraseFinder {
  const known = numberAtoms(index)
  const lines = sentences.map((sentence) => wordLine(sentence, mentions, language))
  const words = fileWords(lines)
  const lists = new Map<PhraseList, BySentence>()

  const matchesOf = (list: PhraseList, sentence: number): Matches | undefined => {
    let matches = lists.get(list)
    if (!matches) {
      matches = findCandidates(compile(list, known), lines, words)
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
    if (!matches) return []
    matches.all ??= everyMatch(matches.candidates, lines[index]!, sentences[index]!)
    return matches.all
  }

  return { find, findAll }
}

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

/** A list with its phrases and what they are found by: key `k` is anchor `k` of them all, phrase by phrase. */
interface CompiledList {
  readonly phrases: readonly Phrase[]
  /** For each phrase the sets of atoms of each of which a match holds one, besides what it is found by. */
  readonly companions: readonly (readonly (readonly number[])[])[]
  /** For each key the place of its phrase in `phrases`. */
  readonly phrase: Int32Array
  /** For each key the number of its atom; -1 for a phrase that may match anywhere. */
  readonly atom: Int32Array
  /** For each key the fewest and the most words of a match that stand before the atom. */
  readonly least: Int32Array
  readonly most: Int32Array
}

/** An index, with the numbers of its atoms. */
interface KnownPhrases {
  readonly index: PhraseIndex
  readonly numbers: Int32Array
}

const numbered = new WeakMap<PhraseIndex, KnownPhrases>()

function numberAtoms(index: PhraseIndex): KnownPhrases {
  let known = numbered.get(index)
  if (!known) {
    known = { index, numbers: Int32Array.from(index.atoms, (atom) => numberAtom(atomOf(atom))) }
    numbered.set(index, known)
  }
  return known
}

const compiled = new WeakMap<PhraseList, CompiledList>()

function compile(list: PhraseList, known: KnownPhrases): CompiledList {
  let compiledList = compiled.get(list)
  if (!compiledList) {
    compiledList = compileAnew(list, known)
    compiled.set(list, compiledList)
  }
  return compiledList
}

function compileAnew(list: PhraseList, { index, numbers }: KnownPhrases): CompiledList {
  const phrases: Phrase[] = []
  const companions: (readonly (readonly number[])[])[] = []
  const keys = { phrase: [] as number[], atom: [] as number[], least: [] as number[], most: [] as number[] }
  const addKey = (atom: number, least: number, most: number): void => {
    keys.phrase.push(phrases.length - 1)
    keys.atom.push(atom)
    keys.least.push(least)
    keys.most.push(most)
  }
  for (const source of list) {
    const anchors = Object.hasOwn(index.anchors, source) ? index.anchors[source] : undefined
    const phrase = anchors ? { source } : compilePhrase(source)
    phrases.push(phrase)
    const before = keys.atom.length
    if (anchors) {
      for (let at = 0; at < anchors.length; at += 3) addKey(numbers[anchors[at]!]!, anchors[at + 1]!, anchors[at + 2]!)
    } else {
      for (const { atom, least, most } of anchorsOf(phrase) ?? []) addKey(numberAtom(atom), least, most)
    }
    companions.push(
      anchors
        ? (index.companions[source] ?? []).map((places) => places.map((place) => numbers[place]!))
        : companionsOf(phrase).map((atoms) => atoms.map(numberAtom)),
    )
    if (keys.atom.length === before) addKey(-1, 0, 0)
  }
  return {
    phrases,
    companions,
    phrase: Int32Array.from(keys.phrase),
    atom: Int32Array.from(keys.atom),
    least: Int32Array.from(keys.least),
    most: Int32Array.from(keys.most),
  }
}

/** The phrases of a list, compiled once. */
export function compileList(list: PhraseList): readonly Phrase[] {
  return compile(list, { index: emptyIndex, numbers: new Int32Array() }).phrases
}

/** The words of a letter, numbered from the first to the last. */
interface FiledWords {
  /** Each different word with its numbers. */
  readonly words: ReadonlyMap<string, readonly number[]>
  /** The sentence that a word stands in. */
  readonly sentenceOf: readonly number[]
  /** The number of the first word of a sentence. */
  readonly firstOf: readonly number[]
  /** For each atom that had a number when the words were filed, the words that fit it. */
  readonly fitting: readonly (readonly number[] | undefined)[]
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
  return { words, sentenceOf, firstOf, fitting: fileByAtom(words) }
}

function fileByAtom(words: ReadonlyMap<string, readonly number[]>): (readonly number[] | undefined)[] {
  const fitting: (number[] | undefined)[] = new Array(countAtoms()).fill(undefined)
  let numbers: readonly number[] = []
  const file = (atom: number): void => {
    const others = fitting[atom]
    if (others) for (const number of numbers) others.push(number)
    else fitting[atom] = numbers.slice()
  }
  for (const [word, same] of words) {
    numbers = same
    findAtoms(word, file)
  }
  return fitting
}

/** The sentences that a list may match in, with the phrases to try there, in the order of the list. */
function findCandidates(list: CompiledList, lines: readonly WordLine[], filed: FiledWords): BySentence {
  const found: BySentence = new Array(lines.length).fill(undefined)
  for (let key = 0; key < list.atom.length; key += 1) {
    const atom = list.atom[key]!
    const fitting = atom >= 0 && atom < filed.fitting.length ? filed.fitting[atom] : wordsFor(atom, filed)
    if (fitting === undefined) continue
    const place = list.phrase[key]!
    const phrase = list.phrases[place]!
    const companions = list.companions[place]!
    let without = -1
    for (const word of fitting) {
      const sentence = filed.sentenceOf[word]!
      if (sentence === without) continue
      const at = word - filed.firstOf[sentence]!
      if (atom >= 0 && at < list.least[key]!) continue
      if (!companions.every((atoms) => holdsOne(filed, sentence, atoms))) {
        without = sentence
        continue
      }
      if (atom < 0) addCandidate(found, sentence, phrase, 0, lines[sentence]!.words.length - 1)
      else addCandidate(found, sentence, phrase, Math.max(0, at - list.most[key]!), at - list.least[key]!)
    }
  }
  return found
}

/** Whether a sentence holds a word that fits one of some atoms; true when that can't be told quickly. */
function holdsOne({ fitting, sentenceOf }: FiledWords, sentence: number, atoms: readonly number[]): boolean {
  for (const atom of atoms) {
    if (atom >= fitting.length) return true
    const words = fitting[atom]
    if (words !== undefined) for (const word of words) if (sentenceOf[word] === sentence) return true
  }
  return false
}

/** The words that fit an atom whose list was compiled after the words were filed; without an atom the first of each sentence. */
function wordsFor(number: number, { words, firstOf, sentenceOf }: FiledWords): readonly number[] | undefined {
  if (number < 0) return firstOf.filter((first) => first < sentenceOf.length)
  const atom = atomNumbered(number)
  if (atom.fit === 'whole') return words.get(atom.literal)
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
