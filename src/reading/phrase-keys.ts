import { numberAtom } from '../language/atom-table.ts'
import { anchorsOf, atomOf, companionsOf, compilePhrase, type Phrase } from '../language/phrase.ts'
import { type PhraseIndex, textLists } from '../language/phrase-index.ts'
import type { PhraseList } from '../rules/vocabulary.ts'

/** A phrase of a list, with the sets of atoms of each of which a match holds one, besides what it is found by. */
export interface ListedPhrase extends Phrase {
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
  readonly phrases: readonly ListedPhrase[]
  readonly keys: readonly PhraseKey[]
  /** The atom of each key. */
  readonly atoms: Int32Array
}

/** The lists of a pack that phrases are looked for by. */
export type KeyedLists = ReadonlyMap<PhraseList, KeyedList>

/** Reads the keys of the lists that stand in some data from its index. */
export function readKeys(data: unknown, index: PhraseIndex): KeyedLists {
  const numbers = index.atoms === '' ? [] : index.atoms.split('\n').map((atom) => numberAtom(atomOf(atom)))
  const lists = new Map<PhraseList, KeyedList>()
  let at = 0
  const next = (): number => index.lists[at++]!
  const nextAtom = (): number => numbers[next()]!
  for (const texts of textLists(data)) {
    if (at === index.lists.length) break
    if (next() === 0) continue
    const phrases: ListedPhrase[] = []
    const keys: PhraseKey[] = []
    for (const source of texts) {
      const anchors = Array.from({ length: next() }, () => ({ atom: nextAtom(), least: next(), most: next() }))
      const companions = Array.from({ length: next() }, () => Array.from({ length: next() }, nextAtom))
      addPhrase({ phrases, keys }, { source, root: undefined, step: undefined, companions }, anchors)
    }
    lists.set(texts, keyedList(phrases, keys))
  }
  return lists
}

/** Finds out what the phrases of a list are found by, where no index tells. */
export function keyList(list: PhraseList): KeyedList {
  const phrases: ListedPhrase[] = []
  const keys: PhraseKey[] = []
  for (const source of list) {
    const compiled = compilePhrase(source)
    const companions = companionsOf(compiled).map((atoms) => atoms.map(numberAtom))
    const anchors = anchorsOf(compiled) ?? []
    addPhrase(
      { phrases, keys },
      { ...compiled, companions },
      anchors.map((anchor) => ({ ...anchor, atom: numberAtom(anchor.atom) })),
    )
  }
  return keyedList(phrases, keys)
}

function keyedList(phrases: readonly ListedPhrase[], keys: readonly PhraseKey[]): KeyedList {
  return { phrases, keys, atoms: Int32Array.from(keys, ({ atom }) => atom) }
}

function addPhrase(
  { phrases, keys }: { phrases: ListedPhrase[]; keys: PhraseKey[] },
  phrase: ListedPhrase,
  anchors: readonly Omit<PhraseKey, 'phrase'>[],
): void {
  phrases.push(phrase)
  if (anchors.length === 0) keys.push({ phrase, atom: -1, least: 0, most: 0 })
  for (const { atom, least, most } of anchors) keys.push({ phrase, atom, least, most })
}
