import { type Atom, anchorsOf, companionsOf, type Phrase, writeAtom } from './phrase.ts'

/**
 * What the phrases of a pack are found by, worked out when the pack is built, so that klarbrev starts without parsing
 * phrases that no letter will hold. It names no phrase: it follows the lists of texts in the pack, see `textLists`.
 */
export interface PhraseIndex {
  /** The atoms that phrases are found by, as they are written (`klage*`), one a line. */
  readonly atoms: string
  /** For each list of texts what its phrases are found by, with places in `atoms`; empty for a list of something else. */
  readonly lists: readonly (readonly number[])[]
}

/** An index of no phrases: each is compiled when it is first looked for. */
export const emptyIndex: PhraseIndex = { atoms: '', lists: [] }

/** The parts of a pack that have lists of phrases. */
export function phraseParts(pack: {
  readonly rules: readonly { readonly options: unknown }[]
  readonly reading: unknown
  readonly law: unknown
}): unknown {
  return [pack.rules.map(({ options }) => options), pack.reading, pack.law]
}

/** The lists of texts in some data, such as a part of a pack, in the order in which they stand there. */
export function textLists(data: unknown, found: (readonly string[])[] = []): readonly (readonly string[])[] {
  if (typeof data !== 'object' || data === null) return found
  if (Array.isArray(data) && typeof data[0] === 'string') found.push(data)
  else for (const part of Object.values(data)) textLists(part, found)
  return found
}

/** Makes the index of the phrases that stand in the lists of some data. `phrases`: by the text of each. */
export function indexPhrases(data: unknown, phrases: ReadonlyMap<string, Phrase>): PhraseIndex {
  const places = new Map<string, number>()
  const placeOf = (atom: Atom): number => {
    const written = writeAtom(atom)
    const place = places.get(written) ?? places.size
    places.set(written, place)
    return place
  }
  const lists = textLists(data).map((texts) => {
    const known = texts.flatMap((text) => phrases.get(text) ?? [])
    return known.length === texts.length ? describePhrases(known, placeOf) : []
  })
  return { atoms: [...places.keys()].join('\n'), lists }
}

/**
 * What phrases are found by, as numbers: for each phrase
 *
 *     how many anchors it has (none: it may match anywhere), and for each
 *         the number of its atom, the fewest and the most words of a match that stand before it
 *     how many sets of words there are of each of which a match holds one besides, and for each
 *         how many atoms it has, and their numbers
 */
export function describePhrases(phrases: readonly Phrase[], numberOf: (atom: Atom) => number): number[] {
  return phrases.flatMap((phrase) => {
    const anchors = anchorsOf(phrase) ?? []
    const companions = companionsOf(phrase)
    return [
      anchors.length,
      ...anchors.flatMap(({ atom, least, most }) => [numberOf(atom), least, most]),
      companions.length,
      ...companions.flatMap((atoms) => [atoms.length, ...atoms.map(numberOf)]),
    ]
  })
}
