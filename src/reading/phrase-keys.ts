import { numberAtom } from '../language/atom-table.ts'
import { atomOf, compilePhrase, type Phrase } from '../language/phrase.ts'
import { describePhrases, type PhraseIndex, textLists } from '../language/phrase-index.ts'
import type { PhraseList } from '../rules/vocabulary.ts'

/** A phrase of a list, with the sets of atoms of each of which a match holds one, besides what it is found by. */
interface ListedPhrase extends Phrase {
  readonly companions: readonly (readonly number[])[]
}

/** What one phrase of a list is found by: a word that fits an atom, and how many words of a match may stand before it. */
export interface PhraseKey {
  readonly phrase: ListedPhrase
  /** The number of the atom; -1 for a phrase that may match anywhere. */
  readonly atom: number
  readonly least: number
  readonly most: number
}

/** A list of phrases with its keys, phrase by phrase. */
export interface KeyedList {
  /** The atom of each key. */
  readonly atoms: readonly number[]
  /** A key by its number. Most are never asked for, so each is made when it is. */
  readonly key: (number: number) => PhraseKey
}

/** The lists of a pack that phrases are looked for by. */
export type KeyedLists = ReadonlyMap<PhraseList, () => KeyedList>

/** Reads the keys of the lists that stand in some data from its index, each when it is first asked for. */
export function readKeys(data: unknown, index: PhraseIndex): KeyedLists {
  const numbers = index.atoms === '' ? [] : index.atoms.split('\n').map((atom) => numberAtom(atomOf(atom)))
  const lists = new Map<PhraseList, () => KeyedList>()
  const texts = index.lists.length > 0 ? textLists(data) : []
  for (const [place, described] of index.lists.entries()) {
    if (described.length === 0) continue
    let keyed: KeyedList | undefined
    lists.set(texts[place]!, () => {
      keyed ??= keysFrom(described, texts[place]!, numbers)
      return keyed
    })
  }
  return lists
}

const compiledLists = new WeakMap<PhraseList, KeyedList>()

/** Finds out what the phrases of a list are found by, where no index tells. */
export function keyList(list: PhraseList): KeyedList {
  let keyed = compiledLists.get(list)
  if (!keyed) {
    keyed = keysFrom(describePhrases(list.map(compilePhrase), numberAtom), list)
    compiledLists.set(list, keyed)
  }
  return keyed
}

/** What keys are made from, by the number of the key; by that of the phrase where its sets of companions begin. */
interface KeyTable {
  readonly atoms: number[]
  readonly least: number[]
  readonly most: number[]
  readonly phraseOf: number[]
  readonly companionsAt: number[]
}

/**
 * The keys of a list from what `describePhrases` says of it. `numbers`: those of the atoms, where it gives their places
 * in an index.
 */
function keysFrom(described: readonly number[], texts: PhraseList, numbers?: readonly number[]): KeyedList {
  const numberOf = (atom: number): number => (numbers ? numbers[atom]! : atom)
  const table = tableOf(described, texts.length, numberOf)
  const phrases: (ListedPhrase | undefined)[] = texts.map(() => undefined)
  const keys: (PhraseKey | undefined)[] = table.atoms.map(() => undefined)
  const phrase = (number: number): ListedPhrase => {
    phrases[number] ??= {
      source: texts[number]!,
      root: undefined,
      step: undefined,
      companions: companionsFrom(described, table.companionsAt[number]!, numberOf),
    }
    return phrases[number]
  }
  const key = (number: number): PhraseKey => {
    keys[number] ??= {
      phrase: phrase(table.phraseOf[number]!),
      atom: table.atoms[number]!,
      least: table.least[number]!,
      most: table.most[number]!,
    }
    return keys[number]
  }
  return { atoms: table.atoms, key }
}

function tableOf(described: readonly number[], phrases: number, numberOf: (atom: number) => number): KeyTable {
  const table: KeyTable = { atoms: [], least: [], most: [], phraseOf: [], companionsAt: [] }
  const add = (phrase: number, atom: number, least: number, most: number): void => {
    table.atoms.push(atom)
    table.least.push(least)
    table.most.push(most)
    table.phraseOf.push(phrase)
  }
  let at = 0
  for (let phrase = 0; phrase < phrases; phrase += 1) {
    const anchors = described[at++]!
    if (anchors === 0) add(phrase, -1, 0, 0)
    for (let anchor = 0; anchor < anchors; anchor += 1, at += 3)
      add(phrase, numberOf(described[at]!), described[at + 1]!, described[at + 2]!)
    table.companionsAt.push(at)
    const sets = described[at++]!
    for (let set = 0; set < sets; set += 1) at += described[at]! + 1
  }
  return table
}

function companionsFrom(described: readonly number[], at: number, numberOf: (atom: number) => number): number[][] {
  let next = at + 1
  return Array.from({ length: described[at]! }, () => {
    const first = next + 1
    next = first + described[next]!
    return described.slice(first, next).map(numberOf)
  })
}
