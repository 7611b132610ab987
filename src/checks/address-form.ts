import type { Sentence, Span } from '../types.ts'
import { defineCheck } from './check.ts'
import { isQuoted, proseSentences } from './prose.ts'

/**
 * How the letter speaks to its reader. `familiar` and `polite` forms in one letter are a mix; polite forms alone are
 * old-fashioned. A polite form at the beginning of a sentence can be another word («De næste fire uger …»), so only
 * those inside a sentence are proof (Retskrivningsordbogen § 13).
 */
export const addressForm = defineCheck(
  (z) => z.strictObject({ familiar: z.array(z.string()).min(1), polite: z.array(z.string()).min(1), oldFashioned: z.string(), mixed: z.string() }),
  function* ({ letter, reading }, { familiar, polite, oldFashioned, mixed }) {
    const sentences = proseSentences(letter, reading)
    const politeForms = sentences.flatMap((sentence) => forms(sentence, new Set(polite), true))
    const first = politeForms[0]
    if (!first) return
    const known = new Set(familiar)
    const familiarForms = sentences.flatMap((sentence) => forms(sentence, known, false))
    const fewer = familiarForms.length > 0 && familiarForms.length < politeForms.length ? familiarForms[0]! : first
    yield {
      span: fewer,
      values: { words: letter.text.slice(fewer.start, fewer.end), what: familiarForms.length > 0 ? mixed : oldFashioned },
    }
  },
)

function forms(sentence: Sentence, known: ReadonlySet<string>, inside: boolean): Span[] {
  return sentence.words.flatMap((word, index) => {
    const matches = known.has(inside ? word.text : word.text.toLowerCase())
    if (!matches || (inside && index === 0) || isQuoted(sentence.text, word.start - sentence.start)) return []
    if (inside && /[:.»"“]\s*$/u.test(sentence.text.slice(0, word.start - sentence.start))) return []
    return [{ start: word.start, end: word.end }]
  })
}
