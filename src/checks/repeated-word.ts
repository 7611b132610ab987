import { defineCheck } from './check.ts'

/** The same word twice in a row («til til»), except words that can rightly stand so. */
export const repeatedWord = defineCheck(
  (z) => z.strictObject({ except: z.array(z.string()) }),
  function* ({ letter }, { except }) {
    const allowed = new Set(except)
    for (const sentence of letter.sentences) {
      if (letter.blocks[sentence.block]!.quoted) continue
      for (let index = 1; index < sentence.words.length; index += 1) {
        const before = sentence.words[index - 1]!
        const word = sentence.words[index]!
        if (before.text.length !== word.text.length || before.text.toLowerCase() !== word.text.toLowerCase()) continue
        if (!/^\p{L}+$/u.test(word.text) || allowed.has(word.text.toLowerCase())) continue
        if (!/^\s+$/u.test(letter.text.slice(before.end, word.start))) continue
        if (/^\p{Lu}/u.test(word.text) && /^\p{Lu}/u.test(before.text)) continue
        // «Vil I i mellemtiden»: the pronoun and the preposition.
        if (before.text === 'I') continue
        const span = { start: before.start, end: word.end }
        const fixes = [{ ...span, text: before.text }]
        yield { span, values: { words: word.text }, suggestions: [before.text], fixes }
      }
    }
  },
)
