import { anchorsOf, companionsOf, type Phrase, writeAtom } from './phrase.ts'

/**
 * What the phrases of a pack are found by, worked out when the pack is built, so that klarbrev starts without parsing
 * phrases that no letter will hold. It names no phrase: it follows the lists of texts in the pack, see `textLists`.
 */
export interface PhraseIndex {
  /** The atoms that phrases are found by, as they are written (`klage*`), one a line. */
  readonly atoms: string
  /**
   * For each list of texts, how many phrases it has: 0 for a list of something else. Then for each phrase
   *
   *     how many anchors it has (none: it may match anywhere), and for each
   *         the place of its atom in `atoms`, the fewest and the most words of a match that stand before it
   *     how many sets of words there are of each of which a match must hold one besides, and for each
   *         how many atoms it has, and their places in `atoms`
   */
  readonly lists: readonly number[]
}

/** An index of no phrases: each is compiled when it is first looked for. */
export const emptyIndex: PhraseIndex = { atoms: '', lists: [] }

/** The lists of texts in some data, such as a pack, in the order in which they stand there. */
export function* textLists(data: unknown): Generator<readonly string[]> {
  if (typeof data !== 'object' || data === null) return
  if (Array.isArray(data) && typeof data[0] === 'string') yield data
  else for (const part of Object.values(data)) yield* textLists(part)
}

/** Makes the index of the phrases that stand in the lists of some data. `phrases`: by the text of each. */
export function indexPhrases(data: unknown, phrases: ReadonlyMap<string, Phrase>): PhraseIndex {
  const places = new Map<string, number>()
  const placeOf = (atom: string): number => {
    const place = places.get(atom) ?? places.size
    places.set(atom, place)
    return place
  }
  const describe = (phrase: Phrase): number[] => {
    const anchors = anchorsOf(phrase) ?? []
    const companions = companionsOf(phrase).map((atoms) => atoms.map((atom) => placeOf(writeAtom(atom))))
    return [
      anchors.length,
      ...anchors.flatMap(({ atom, least, most }) => [placeOf(writeAtom(atom)), least, most]),
      companions.length,
      ...companions.flatMap((atoms) => [atoms.length, ...atoms]),
    ]
  }
  const lists = Array.from(textLists(data), (texts) => {
    const known = texts.flatMap((text) => phrases.get(text) ?? [])
    return known.length === texts.length ? [known.length, ...known.flatMap(describe)] : [0]
  })
  return { atoms: [...places.keys()].join('\n'), lists: lists.flat() }
}
