import { spanAt } from '../language/span-search.ts'
import type { Abbreviation } from '../rules/vocabulary.ts'
import type { Fix, Match, Word } from '../types.ts'
import { type CheckContext, defineCheck } from './check.ts'
import { likeFound } from './like-found.ts'
import { isQuoted, type ProseSentence } from './prose.ts'

/**
 * Abbreviations that are better spelled out or are written wrongly, from the list of the language, and the first use of
 * an abbreviation in capitals that no bracket explains and that is not among `known`. Those of legal language may stand
 * inside a legal reference. At the end of a sentence one that is spelt as one of `alsoWords` is that word. At most one a sentence.
 */
export const abbreviation = defineCheck(
  (z) =>
    z.strictObject({
      known: z.array(z.string()).default([]),
      alsoWords: z.array(z.string()).default([]),
      explain: z.string().min(1),
    }),
  function* (context, { known, alsoWords, explain }) {
    const words = new Set(alsoWords)
    const index = indexOf(context.pack.words.abbreviations)
    const familiar = new Set(known)
    for (const one of context.prose) {
      const found = listed(context, one, index, words) ?? unexplained(context, one, familiar, explain)
      if (found) yield found
    }
  },
  { known: [], alsoWords: [] },
)

interface Index {
  readonly entries: ReadonlyMap<string, Abbreviation>
  /** Letters of the longest that has no full stop, as «eg» in English; 0 where all have one. */
  readonly longestBare: number
}

const indexes = new WeakMap<readonly Abbreviation[], Index>()

/** Abbreviations that are not fine as they are, by what is written. */
function indexOf(list: readonly Abbreviation[]): Index {
  let index = indexes.get(list)
  if (!index) {
    const named = list.filter(({ level }) => level !== 'ok')
    const bare = named.filter(({ abbr }) => !abbr.endsWith('.'))
    index = {
      entries: new Map(named.map((entry) => [entry.abbr.toLowerCase(), entry])),
      longestBare: Math.max(0, ...bare.map(({ abbr }) => abbr.length)),
    }
    indexes.set(list, index)
  }
  return index
}

interface Found {
  readonly entry: Abbreviation
  readonly start: number
  readonly end: number
  readonly text: string
  /** Ends its sentence. */
  readonly last: boolean
}

function listed(
  context: CheckContext,
  one: ProseSentence,
  { entries, longestBare }: Index,
  alsoWords: ReadonlySet<string>,
): Match | undefined {
  const { sentence } = one
  const found: Found[] = []
  for (let at = 0; at < sentence.words.length; at += 1) {
    const word = sentence.words[at]!
    // Most end in a full stop, and so does the second part of those that are wrongly written apart.
    const stopped = word.text.endsWith('.')
    if ((!stopped && word.text.length > longestBare) || initial.test(word.text)) continue
    const before = sentence.words[at - 1]
    const two = before && stopped ? entries.get(`${before.text} ${word.text}`.toLowerCase()) : undefined
    const entry = two ?? entries.get(word.text.toLowerCase())
    if (!entry) continue
    const start = two && before ? before.start : word.start
    const last = word.end >= sentence.end
    if (last && alsoWords.has(entry.abbr.slice(0, -1))) continue
    if (isQuoted(sentence.text, start - sentence.start)) continue
    if (entry.level === 'jargon' && standsByReference(context, one, word)) continue
    if (two && before && found.at(-1)?.end === before.end) found.pop()
    found.push({ entry, start, end: word.end, text: context.letter.text.slice(start, word.end), last })
  }
  const [first] = found
  if (!first) return undefined
  const use = insteadOf(first)
  return {
    span: { start: first.start, end: first.end },
    values: { words: first.text, instead: use },
    suggestions: [use],
    fixes: found.flatMap(fixOf),
  }
}

/** Inside a legal reference or right beside one: «§ 24, stk. 2, jf. § 25». */
function standsByReference({ view, letter }: CheckContext, { index }: ProseSentence, word: Word): boolean {
  return view
    .within(view.references, index)
    .some(
      ({ start, end }) =>
        (start <= word.start && word.end <= end) ||
        /^[\s,(]*$/u.test(letter.text.slice(word.end, start)) ||
        /^[\s,(]*$/u.test(letter.text.slice(end, word.start)),
    )
}

function insteadOf({ entry, text }: Found): string {
  return likeFound(entry.wrong ?? entry.expand ?? entry.abbr, text)
}

function fixOf(found: Found): Fix[] {
  if (!found.entry.fix) return []
  const stop = found.last && found.text.endsWith('.') && !found.entry.wrong ? '.' : ''
  return [{ start: found.start, end: found.end, text: insteadOf(found) + stop }]
}

/** `V. Holm`: the beginning of a name. */
const initial = /^\p{Lu}\.$/u
const acronym = /^\p{Lu}{2,6}$/u

function unexplained(
  { view, letter }: CheckContext,
  { sentence }: ProseSentence,
  familiar: Set<string>,
  explain: string,
): Match | undefined {
  for (let at = 0; at < sentence.words.length; at += 1) {
    const { text, start, end } = sentence.words[at]!
    if (text.length > 6 || !acronym.test(text) || familiar.has(text)) continue
    familiar.add(text)
    const beside = [sentence.words[at - 1], sentence.words[at + 1]]
    const shouted = beside.some((word) => word && /^(?:\p{Lu}{2,}|\d.*)$/u.test(word.text))
    const bracketed = /\(\s*$/u.test(letter.text.slice(0, start)) || /^\s*\(/u.test(letter.text.slice(end))
    if (shouted || bracketed || isQuoted(sentence.text, start - sentence.start)) continue
    if (spanAt(view.references, start) >= 0) continue
    return { span: { start, end }, values: { words: text, instead: explain } }
  }
  return undefined
}
