import type { PhraseList } from '../rules/vocabulary.ts'
import type { Span } from '../types.ts'
import { type CheckContext, defineCheck } from './check.ts'
import { phraseOption } from './option-schemas.ts'
import type { ProseSentence } from './prose.ts'

/**
 * Sentences with more than `clauses` subordinate clauses, and those with a bracket of more than `bracket` words. A word
 * of `subordinators` begins a clause at the start of a sentence, after a comma, or right after another such word
 * («at hvis»); one of `anywhere` wherever it stands, for languages that put no comma there. Brackets that hold a legal
 * reference are left alone.
 */
export const nestedClause = defineCheck(
  (z) =>
    z.strictObject({
      subordinators: z.array(phraseOption(z)).min(1),
      anywhere: z.array(phraseOption(z)).default([]),
      clauses: z.int().positive(),
      bracket: z.int().positive(),
    }),
  function* (context, { subordinators, anywhere, clauses, bracket }) {
    for (const one of context.prose) {
      const { sentence } = one
      if (sentence.words.length <= clauses * 2) continue
      const count = countClauses(context, one, subordinators, anywhere)
      const long = longBracket(context, one, bracket)
      if (count > clauses) yield { span: { start: sentence.start, end: sentence.end }, values: { count } }
      else if (long) yield { span: long, values: { count } }
    }
  },
  { anywhere: [] },
)

function countClauses(
  { view, letter }: CheckContext,
  { sentence, index }: ProseSentence,
  list: PhraseList,
  anywhere: PhraseList,
): number {
  const sure = new Set(view.findAll(anywhere, index).map(({ start }) => start))
  const found = [...view.findAll(list, index)].sort((a, b) => a.start - b.start || b.end - a.end)
  let count = 0
  let end = -1
  let counted = false
  for (const { start, end: to } of found) {
    if (start < end) continue
    const before = letter.text.slice(sentence.start, start).trimEnd()
    const stacked: boolean = counted && end >= 0 && letter.text.slice(end, start).trim() === ''
    counted = before === '' || /[,(–]$/u.test(before) || stacked || sure.has(start)
    if (counted) count += 1
    end = to
  }
  return count
}

function longBracket({ view }: CheckContext, { sentence, index }: ProseSentence, most: number): Span | undefined {
  if (!sentence.text.includes('(')) return undefined
  for (const match of sentence.text.matchAll(/\([^()]*\)/gu)) {
    const span = { start: sentence.start + match.index, end: sentence.start + match.index + match[0].length }
    const inside = (other: Span): boolean => other.start >= span.start && other.end <= span.end
    if (sentence.words.filter(inside).length > most && !view.within(view.references, index).some(inside)) return span
  }
  return undefined
}
