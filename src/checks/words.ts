import type { WordEntry } from '../rules/vocabulary.ts'
import type { Fix, Match, Sentence } from '../types.ts'
import { defineCheck } from './check.ts'
import { likeFound } from './like-found.ts'
import { sectionOption, wordEntryOption } from './option-schemas.ts'
import { isQuoted } from './prose.ts'

/**
 * Words of a list under `rules/<language>/words/` that have a plainer one. The longest match wins. One match a
 * sentence: it marks the first of the gravest words and names all of them. The name of an act is left alone.
 *
 * `own`: entries of somebody's own, which are added to the list. An entry whose `words` are in the list takes the place
 * of that one, and with the level `off` it only takes it away. `quotes`: what stands around each word in the message.
 */
export const words = defineCheck(
  (z) =>
    z.strictObject({
      list: z.enum(['officialese']),
      legal: z.array(sectionOption(z)).default([]),
      own: z.array(wordEntryOption(z)).default([]),
      quotes: z.tuple([z.string(), z.string()]).default(['»', '«']),
    }),
  function* ({ pack, prose, view }, { list, legal, own, quotes }) {
    const known = indexOf(pack.words[list], own as readonly WordEntry[])
    for (const { sentence, index, section } of prose) {
      const found = findForms(sentence, known, legal.includes(section)).filter(
        ({ start, end }) =>
          !view
            .within(view.references, index)
            .some(({ actSpan }) => actSpan && actSpan.start <= start && end <= actSpan.end),
      )
      if (found.length > 0) yield matchOf(found, quotes)
    }
  },
  { legal: [], own: [], quotes: ['»', '«'] },
)

interface Form {
  readonly words: readonly string[]
  readonly use: readonly string[]
  readonly entry: WordEntry
}

/** A form where it stands. */
interface Found extends Form {
  readonly start: number
  readonly end: number
  readonly text: string
}

type Index = ReadonlyMap<string, readonly Form[]>

const indexes = new WeakMap<readonly WordEntry[], WeakMap<readonly WordEntry[], Index>>()

/** Every form of every entry by its first word, longest first; made once for each pair of lists. */
function indexOf(entries: readonly WordEntry[], own: readonly WordEntry[]): Index {
  let known = indexes.get(entries)
  if (!known) {
    known = new WeakMap()
    indexes.set(entries, known)
  }
  let index = known.get(own)
  if (!index) {
    index = makeIndex(entries, own)
    known.set(own, index)
  }
  return index
}

function makeIndex(entries: readonly WordEntry[], own: readonly WordEntry[]): Index {
  const replaced = new Set(own.map((entry) => entry.words.toLowerCase()))
  const kept = entries.filter((entry) => !replaced.has(entry.words.toLowerCase()))
  const index = new Map<string, Form[]>()
  for (const entry of [...kept, ...own]) {
    if (entry.level === 'off') continue
    const forms = [[entry.words, entry.use] as const, ...Object.entries(entry.forms ?? {})]
    for (const [text, use] of forms) {
      const split = text.toLowerCase().split(' ')
      const list = index.get(split[0]!) ?? []
      list.push({ words: split, use, entry })
      index.set(split[0]!, list)
    }
  }
  for (const list of index.values()) list.sort((a, b) => b.words.length - a.words.length)
  return index
}

function findForms(sentence: Sentence, index: Index, inLaw: boolean): Found[] {
  const found: Found[] = []
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
    found.push({ ...form, start, end, text: sentence.text.slice(start - sentence.start, end - sentence.start) })
  }
  return found
}

function matchOf(found: readonly Found[], [open, close]: readonly [string, string]): Match {
  const gravest = found.find(({ entry }) => entry.level === 'warning') ?? found[0]!
  const unique = [...new Map(found.map((one) => [one.words.join(' '), one])).values()]
  const advice = unique.flatMap((one) => {
    const text = insteadText(one, open, close)
    // Of several words, each has to be told apart.
    return text === '' ? [] : [unique.length === 1 ? text : `${open}${one.text}${close} → ${text}`]
  })
  return {
    span: { start: gravest.start, end: gravest.end },
    severity: gravest.entry.level as 'warning' | 'suggestion',
    values: { words: unique.map(({ text }) => text).join(`${close}, ${open}`), instead: advice.join('; ') },
    ...(gravest.use.length > 0 ? { suggestions: gravest.use.map((use) => likeFound(use, gravest.text)) } : {}),
    fixes: found.flatMap(fixOf),
  }
}

/** Only a replacement that the list calls certain is made without asking. */
function fixOf({ entry, use, start, end, text }: Found): Fix[] {
  return entry.fix && use.length === 1 ? [{ start, end, text: likeFound(use[0]!, text) }] : []
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

function insteadText({ use, entry }: Form, open: string, close: string): string {
  const quoted = use.map((word) => `${open}${word}${close}`)
  const advice = entry.advice?.replace(/\.$/u, '')
  // Advice that names the words to use need not be told them first.
  const isSaid = advice !== undefined && quoted.every((word) => advice.includes(word))
  return [isSaid ? '' : quoted.join(' / '), advice].filter(Boolean).join('. ')
}
