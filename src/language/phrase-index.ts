import { anchorsOf, type Phrase, writeAtom } from './phrase.ts'

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
}

/** An index of no phrases: each is compiled when it is first looked for. */
export const emptyIndex: PhraseIndex = { atoms: [], anchors: {} }

/** Makes the index of some phrases. */
export function indexPhrases(phrases: Iterable<Phrase>): PhraseIndex {
  const places = new Map<string, number>()
  const placeOf = (atom: string): number => {
    const place = places.get(atom) ?? places.size
    places.set(atom, place)
    return place
  }
  const anchors: Record<string, readonly number[]> = {}
  for (const phrase of phrases) {
    anchors[phrase.source] = (anchorsOf(phrase) ?? []).flatMap(({ atom, least, most }) => [
      placeOf(writeAtom(atom)),
      least,
      most,
    ])
  }
  return { atoms: [...places.keys()], anchors }
}
