import type { Sentence, Span } from '../types.ts'
import { defineCheck } from './check.ts'
import { isQuoted } from './prose.ts'

/**
 * How the letter speaks to its reader. `familiar` and `polite` forms in one letter are a mix; polite forms alone are
 * old-fashioned. A polite form at the beginning of a sentence can be another word («De næste fire uger …»), so only
 * those inside a sentence are proof (Retskrivningsordbogen § 13).
 */
export const addressForm = defineCheck(
  (z) =>
    z.strictObject({
      familiar: z.array(z.string()).min(1),
      polite: z.array(z.string()).min(1),
      oldFashioned: z.string(),
      mixed: z.string(),
    }),
  function* ({ letter, prose }, { familiar, polite, oldFashioned, mixed }) {
    const politeWords = new Set(polite)
    const politeForms = prose.flatMap(({ sentence }) => forms(sentence, politeWords, true))
    const first = politeForms[0]
    if (!first) return
    const known = new Set(familiar)
    const familiarForms = prose.flatMap(({ sentence }) => forms(sentence, known, false))
    const fewer = familiarForms.length > 0 && familiarForms.length < politeForms.length ? familiarForms[0]! : first
    yield {
      span: fewer,
      values: {
        words: letter.text.slice(fewer.start, fewer.end),
        what: familiarForms.length > 0 ? mixed : oldFashioned,
      },
    }
  },
)

function forms(sentence: Sentence, known: ReadonlySet<string>, inside: boolean): Span[] {
  const found: Span[] = []
  for (const { text, start, end } of inside ? sentence.words.slice(1) : sentence.words) {
    if (!known.has(inside ? text : text.toLowerCase())) continue
    const at = start - sentence.start
    if (isQuoted(sentence.text, at) || (inside && /[:.»"“]\s*$/u.test(sentence.text.slice(0, at)))) continue
    found.push({ start, end })
  }
  return found
}
