import type { WordEntry } from '../rules/vocabulary.ts'
import type { Match, Sentence } from '../types.ts'
import { defineCheck } from './check.ts'
import { sectionOption } from './option-schemas.ts'
import { isQuoted } from './prose.ts'

/** Words of a list under `rules/<language>/words/` that have a plainer one. The longest match wins. */
export const words = defineCheck(
  (z) => z.strictObject({ list: z.enum(['officialese']), legal: z.array(sectionOption(z)).default([]) }),
  function* ({ pack, prose }, { list, legal }) {
    const index = indexOf(pack.words[list])
    for (const { sentence, section } of prose) yield* wordsIn(sentence, index, legal.includes(section))
  },
  { legal: [] },
)

interface Form {
  readonly words: readonly string[]
  readonly use: readonly string[]
  readonly entry: WordEntry
}

const indexes = new WeakMap<readonly WordEntry[], ReadonlyMap<string, readonly Form[]>>()

/** Every form of every entry by its first word, longest first. */
function indexOf(entries: readonly WordEntry[]): ReadonlyMap<string, readonly Form[]> {
  const known = indexes.get(entries)
  if (known) return known
  const index = new Map<string, Form[]>()
  for (const entry of entries) {
    const forms = [[entry.words, entry.use] as const, ...Object.entries(entry.forms ?? {})]
    for (const [text, use] of forms) {
      const split = text.toLowerCase().split(' ')
      const list = index.get(split[0]!) ?? []
      list.push({ words: split, use, entry })
      index.set(split[0]!, list)
    }
  }
  for (const list of index.values()) list.sort((a, b) => b.words.length - a.words.length)
  indexes.set(entries, index)
  return index
}

function* wordsIn(sentence: Sentence, index: ReadonlyMap<string, readonly Form[]>, inLaw: boolean): Generator<Match> {
  let lower: readonly string[] | undefined
  for (let at = 0; at < sentence.words.length; at += 1) {
    const forms = index.get(sentence.words[at]!.text.toLowerCase())
    if (!forms) continue
    lower ??= sentence.words.map((word) => word.text.toLowerCase())
    const form = firstFitting(forms, lower, at, sentence)
    if (!form) continue
    const start = sentence.words[at]!.start
    const end = sentence.words[at + form.words.length - 1]!.end
    at += form.words.length - 1
    if (isQuoted(sentence.text, start - sentence.start) || (inLaw && form.entry.legal)) continue
    const found = sentence.text.slice(start - sentence.start, end - sentence.start)
    yield {
      span: { start, end },
      severity: form.entry.level,
      values: { words: found, instead: insteadText(form) },
      ...(form.use.length > 0 ? { suggestions: form.use.map((use) => likeFound(use, found)) } : {}),
    }
  }
}

function firstFitting(
  forms: readonly Form[],
  lower: readonly string[],
  at: number,
  sentence: Sentence,
): Form | undefined {
  // Common words begin many forms: they are told apart without a function for each.
  for (const form of forms) if (standsAt(form.words, lower, at) && fits(form, lower, at, sentence)) return form
  return undefined
}

function standsAt(wanted: readonly string[], lower: readonly string[], at: number): boolean {
  for (let offset = 0; offset < wanted.length; offset += 1) if (lower[at + offset] !== wanted[offset]) return false
  return true
}

/** Whether a form whose words stand there may be reported there. */
function fits({ words: wanted, entry }: Form, lower: readonly string[], at: number, sentence: Sentence): boolean {
  const before = lower.slice(0, at)
  const after = lower.slice(at + wanted.length)
  const start = sentence.words[at]!.start - sentence.start
  if (entry['sentence-start'] && at > 0) return false
  if (entry.after && !sentence.text.slice(0, start).trimEnd().endsWith(entry.after)) return false
  if (entry['unless-before']?.some((word) => before.includes(word))) return false
  if (entry['unless-after']?.some((phrase) => startsWith(after, phrase))) return false
  if (entry['only-after'] && !entry['only-after'].some((phrase) => startsWith(after, phrase))) return false
  return !entry['only-before'] || entry['only-before'].some((phrase) => endsWith(before, phrase))
}

function startsWith(list: readonly string[], phrase: string): boolean {
  return phrase.split(' ').every((word, index) => list[index] === word)
}

function endsWith(list: readonly string[], phrase: string): boolean {
  const wanted = phrase.split(' ')
  return wanted.every((word, index) => list[list.length - wanted.length + index] === word)
}

function insteadText({ use, entry }: Form): string {
  const quoted = use.map((word) => `»${word}«`).join(' / ')
  return [quoted, entry.advice].filter(Boolean).join('. ')
}

/** A replacement begins with a capital where the word found does. */
function likeFound(use: string, found: string): string {
  return /^\p{Lu}/u.test(found) ? use.charAt(0).toUpperCase() + use.slice(1) : use
}
