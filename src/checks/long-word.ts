import { spanAt } from '../language/span-search.ts'
import { defineCheck } from './check.ts'
import { patternOption } from './option-schemas.ts'
import { isQuoted } from './prose.ts'

/**
 * Words with at least `letters` letters, where each stands first; parts on either side of a hyphen count by themselves.
 * `except`: patterns of whole words in lower case that are names of something. Names, addresses and legal references
 * are left alone. At most one a sentence.
 */
export const longWord = defineCheck(
  (z) => z.strictObject({ letters: z.int().positive(), except: z.array(patternOption(z)).default([]) }),
  function* ({ view, prose }, { letters, except }) {
    const seen = new Set<string>()
    const known = except.length > 0 ? neutral(except) : undefined
    for (const { sentence } of prose) {
      const word = sentence.words.find(({ text, start }, at) => {
        if (text.length < letters || longestPart(text) < letters || /[\d@/.]/u.test(text)) return false
        const lower = text.toLowerCase()
        if (seen.has(lower) || known?.test(lower) || (at > 0 && /^\p{Lu}/u.test(text))) return false
        return !isQuoted(sentence.text, start - sentence.start) && spanAt(view.references, start) < 0
      })
      if (!word) continue
      seen.add(word.text.toLowerCase())
      yield { span: { start: word.start, end: word.end }, values: { words: word.text, count: longestPart(word.text) } }
    }
  },
  { except: [] },
)

function longestPart(word: string): number {
  return Math.max(...word.split(/[-‐‑–]/u).map((part) => part.length))
}

const compiled = new WeakMap<readonly string[], RegExp>()

function neutral(patterns: readonly string[]): RegExp {
  let known = compiled.get(patterns)
  if (!known) {
    known = new RegExp(`^(?:${patterns.join('|')})$`, 'u')
    compiled.set(patterns, known)
  }
  return known
}
