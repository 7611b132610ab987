import { anchorsOf, companionsOf, type Phrase, writeAtom } from './phrase.ts'

/**
 * What the phrases of a pack are found by, worked out when the pack is built, so that klarbrev starts without parsing
 * phrases that no letter will hold.
 */
export interface PhraseIndex {
  /** The atoms that phrases are found by, as they are written: `klage*`. */
  readonly atoms: readonly string[]
  /**
   * For each phrase its anchors: the place of the atom in `atoms`, then the fewest and the most words of a match that
   * stand before it, three numbers an anchor. Empty for a phrase that may match anywhere.
   */
  readonly anchors: Readonly<Record<string, readonly number[]>>
  /** For each phrase that has some, the sets of words that a match must hold besides, as places in `atoms`. */
  readonly companions: Readonly<Record<string, readonly (readonly number[])[]>>
}

/** An index of no phrases: each is compiled when it is first looked for. */
export const emptyIndex: PhraseIndex = { atoms: [], anchors: {}, companions: {} }

/** Makes the index of some phrases. */
export function indexPhrases(phrases: Iterable<Phrase>): PhraseIndex {
  const places = new Map<string, number>()
  const placeOf = (atom: string): number => {
    const place = places.get(atom) ?? places.size
    places.set(atom, place)
    return place
  }
  const anchors: Record<string, readonly number[]> = {}
  const companions: Record<string, readonly (readonly number[])[]> = {}
  for (const phrase of phrases) {
    anchors[phrase.source] = (anchorsOf(phrase) ?? []).flatMap(({ atom, least, most }) => [
      placeOf(writeAtom(atom)),
      least,
      most,
    ])
    const sets = companionsOf(phrase).map((atoms) => atoms.map((atom) => placeOf(writeAtom(atom))))
    if (sets.length > 0) companions[phrase.source] = sets
  }
  return { atoms: [...places.keys()], anchors, companions }
}
