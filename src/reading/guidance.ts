import type { ComplaintBody } from '../rules/vocabulary.ts'
import type { Reading, Span } from '../types.ts'
import { holdsOn } from './remedy.ts'
import type { LetterView } from './view.ts'

/** A body that the complaint guidance names. */
export interface NamedBody extends Span {
  readonly body: ComplaintBody
  readonly sentence: number
  /** It took complaints no longer on the letter's date, or never did. */
  readonly obsolete: boolean
}

/**
 * The numbers of the sentences that make up the complaint guidance, without its headings and quotations. Guidance that
 * stands in a box with its heading is no quotation. Found once for each reading.
 */
export function guidanceSentences(view: LetterView, reading: Reading): readonly number[] {
  return view.remember(findGuidance, reading)
}

function findGuidance(view: LetterView, { sections }: Reading): readonly number[] {
  return sections.flatMap(({ kind, firstSentence, lastSentence, heading }) => {
    if (kind !== 'complaint') return []
    const quoted = (index: number): boolean => view.letter.blocks[view.sentences[index]!.block]!.quoted
    const first = heading ? firstSentence + 1 : firstSentence
    const boxed = heading !== undefined && quoted(firstSentence)
    return Array.from({ length: Math.max(0, lastSentence - first) }, (_, index) => first + index).filter(
      (index) => boxed || !quoted(index),
    )
  })
}

/** Every body named in the complaint guidance: of names that overlap the longest. Found once for each reading. */
export function bodiesNamed(view: LetterView, reading: Reading): readonly NamedBody[] {
  return view.remember(findBodies, reading)
}

function findBodies(view: LetterView, reading: Reading): readonly NamedBody[] {
  const cited = new Set(view.references.flatMap(({ actKey }) => (actKey === undefined ? [] : [actKey])))
  const found: NamedBody[] = []
  const bodies = view.pack.law.bodies
    .filter(({ jurisdictions }) => !jurisdictions || jurisdictions.includes(reading.jurisdiction))
    .filter(({ acts }) => !acts || acts.some((name) => cited.has(name)))
  for (const index of guidanceSentences(view, reading)) {
    const here = bodies
      .flatMap((body) =>
        view.findAll(body.names, index).map(({ start, end }) => ({ body, start, end, sentence: index })),
      )
      .sort((a, b) => b.end - b.start - (a.end - a.start))
    const kept: NamedBody[] = []
    for (const one of here) {
      if (kept.some((other) => other.start <= one.start && one.end <= other.end)) continue
      kept.push({
        ...one,
        obsolete: !holdsOn({ ...(one.body.validTo ? { validTo: one.body.validTo } : {}) }, reading.date),
      })
    }
    found.push(...kept.sort((a, b) => a.start - b.start))
  }
  return found
}
