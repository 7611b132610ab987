import { spanAt } from '../language/span-search.ts'
import type { Span } from '../types.ts'
import { type CheckContext, defineCheck } from './check.ts'
import { patternOption, phraseOption } from './option-schemas.ts'
import type { ProseSentence } from './prose.ts'

/**
 * Sentences whose reader waits long for the verb of the main clause. After one of the `openers` («På baggrund af»,
 * «Hvis») the main clause begins where a verb is followed by a subject, or, with `order: subject-verb` as in English,
 * where a subject after a comma is followed by a verb; more than `opening` words before it are too many. Sentences that begin with one of `determiners` have too heavy a subject when none of their first `subject` words can be a verb: neither one of
 * `verbs` nor one that looks like it (`verbLike`). A legal reference is one word.
 */
export const frontWeight = defineCheck(
  (z) =>
    z.strictObject({
      openers: z.array(phraseOption(z)).min(1),
      verbs: z.array(z.string()).min(1),
      subjects: z.array(z.string()).min(1),
      determiners: z.array(z.string()).min(1),
      verbLike: patternOption(z),
      order: z.enum(['verb-subject', 'subject-verb']).default('verb-subject'),
      opening: z.int().positive(),
      subject: z.int().positive(),
    }),
  function* (context, options) {
    const sets = setsOf(options)
    for (const one of context.prose) {
      if (one.sentence.words.length <= options.subject) continue
      const opener = context.view.find(options.openers, one.index)
      const opened = opener !== undefined && opener.start === one.sentence.words[0]?.start
      if (!opened && !sets.determiners.has(one.sentence.words[0]!.text.toLowerCase())) continue
      const words = foldReferences(context, one)
      const at = opened
        ? mainClause(context, words, sets, options.order)
        : words.findIndex(({ text }) => sets.canBeVerb(text))
      const most = opened ? options.opening : options.subject
      if (at <= most) continue
      const span: Span = { start: one.sentence.start, end: words[at]!.end }
      yield { span, values: { count: at } }
    }
  },
  { order: 'verb-subject' },
)

interface Options {
  readonly determiners: readonly string[]
  readonly verbs: readonly string[]
  readonly subjects: readonly string[]
  readonly verbLike: string
}

interface Sets {
  readonly determiners: ReadonlySet<string>
  readonly verbs: ReadonlySet<string>
  readonly subjects: ReadonlySet<string>
  readonly canBeVerb: (word: string) => boolean
}

const known = new WeakMap<readonly string[], Sets>()

function setsOf({ verbs, subjects, determiners, verbLike }: Options): Sets {
  let sets = known.get(verbs)
  if (!sets) {
    const all = new Set(verbs)
    const pattern = new RegExp(verbLike, 'u')
    sets = {
      verbs: all,
      subjects: new Set(subjects),
      determiners: new Set(determiners),
      canBeVerb: (word) => all.has(word) || pattern.test(word),
    }
    known.set(verbs, sets)
  }
  return sets
}

interface FoldedWord extends Span {
  readonly text: string
}

/** The words of a sentence in lower case, a legal reference as one. */
function foldReferences({ view }: CheckContext, { sentence, index }: ProseSentence): FoldedWord[] {
  const cited = view.within(view.references, index)
  const words: FoldedWord[] = []
  let last = -1
  for (const { text, start, end } of sentence.words) {
    const reference = cited.length > 0 ? spanAt(cited, start) : -1
    if (reference >= 0 && reference === last) continue
    last = reference
    words.push({ text: reference >= 0 ? '§' : text.toLowerCase(), start, end })
  }
  return words
}

/** The word with which the main clause begins; -1 where none is found. */
function mainClause(
  { letter }: CheckContext,
  words: readonly FoldedWord[],
  { verbs, subjects }: Sets,
  order: 'verb-subject' | 'subject-verb',
): number {
  if (order === 'verb-subject')
    return words.findIndex(({ text }, at) => at > 0 && verbs.has(text) && subjects.has(words[at + 1]?.text ?? ''))
  const afterComma = (at: number): boolean => /,\s*$/u.test(letter.text.slice(words[at - 1]!.end, words[at]!.start))
  const isSubject = (at: number): boolean =>
    subjects.has(words[at]!.text) && [1, 2, 3].some((ahead) => verbs.has(words[at + ahead]?.text ?? ''))
  return words.findIndex((_, at) => at > 0 && isSubject(at) && afterComma(at))
}
