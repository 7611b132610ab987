import type { WordEntry } from '../rules/vocabulary.ts'
import type { Match, Sentence } from '../types.ts'
import { defineCheck } from './check.ts'
import { isQuoted, proseSentences } from './prose.ts'

/** Words of a list under `rules/<language>/words/` that have a plainer one. The longest match wins. */
export const words = defineCheck(
  (z) => z.strictObject({ list: z.enum(['officialese']), legal: z.array(z.string()).default([]) }),
  function* ({ letter, reading, pack }, { list, legal }) {
    const index = indexOf(pack.words[list])
    const plain = new Set(proseSentences(letter, reading, { outside: legal }))
    for (const sentence of proseSentences(letter, reading)) yield* wordsIn(sentence, index, !plain.has(sentence))
  },
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
  const lower = sentence.words.map((word) => word.text.toLowerCase())
  for (let at = 0; at < lower.length; at += 1) {
    const form = index.get(lower[at]!)?.find((candidate) => fits(candidate, lower, at, sentence))
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

function fits({ words: wanted, entry }: Form, lower: readonly string[], at: number, sentence: Sentence): boolean {
  if (!wanted.every((word, offset) => lower[at + offset] === word)) return false
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
