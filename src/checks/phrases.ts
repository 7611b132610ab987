import type { Span } from '../types.ts'
import { defineCheck } from './check.ts'
import { phraseOption, sectionOption } from './option-schemas.ts'
import { isQuoted, type ProseSentence } from './prose.ts'

/**
 * Marks phrases in the authority's own prose; at most one in a sentence. A sentence with an `unless` phrase is passed
 * over, a match that shares words with an `except` phrase too, and so are quotations. `whenAddressed`: only in letters
 * that greet their reader or speak to them with one of these words. `outside`: parts of the letter to leave alone.
 * `lists`: words by the name that stands for them in phrases, in braces: `ask (the)? {unit}`.
 */
export const phrases = defineCheck(
  (z) => {
    const phrase = z.array(phraseOption(z))
    const written = z.array(z.string())
    const rest = {
      whenAddressed: z.array(z.string()).optional(),
      suggestions: z.array(z.string()).optional(),
    }
    const outside = z.array(sectionOption(z))
    return z
      .strictObject({
        lists: z.record(z.string(), z.array(z.string().min(1)).min(1)).default({}),
        phrases: written.min(1),
        unless: written.default([]),
        except: written.default([]),
        outside: outside.default([]),
        ...rest,
      })
      .transform(({ lists, phrases, unless, except, ...others }) => {
        const spelledOut = (some: readonly string[]): string[] => some.map((one) => spellOut(one, lists))
        return { ...others, phrases: spelledOut(phrases), unless: spelledOut(unless), except: spelledOut(except) }
      })
      .pipe(z.strictObject({ phrases: phrase, unless: phrase, except: phrase, outside, ...rest }))
  },
  function* ({ letter, reading, view, prose: whole }, options) {
    const { outside } = options
    const prose = outside.length === 0 ? whole : whole.filter(({ section }) => !outside.includes(section))
    const addressed = reading.elements.greeting !== undefined || !options.whenAddressed
    if (!addressed && !speaksToReader(prose, options.whenAddressed ?? [])) return
    for (const { sentence, index } of prose) {
      const found = view.findAll(options.phrases, index)
      if (found.length === 0) continue
      const excepted = view.findAll(options.except, index)
      const span = found.find(
        (match) => !overlaps(match, excepted) && !isQuoted(sentence.text, match.start - sentence.start),
      )
      if (!span || view.find(options.unless, index)) continue
      yield {
        span,
        values: { words: letter.text.slice(span.start, span.end) },
        ...(options.suggestions ? { suggestions: options.suggestions } : {}),
      }
    }
  },
  { unless: [], except: [], outside: [] },
)

/** A phrase with the words of each list in place of its name. */
function spellOut(phrase: string, lists: Readonly<Record<string, readonly string[]>>): string {
  return phrase.replace(/\{([\w-]+)\}/gu, (whole, name: string) =>
    Object.hasOwn(lists, name) ? `(${lists[name]!.join('|')})` : whole,
  )
}

function overlaps({ start, end }: Span, others: readonly Span[]): boolean {
  return others.some((other) => other.start < end && start < other.end)
}

function speaksToReader(prose: readonly ProseSentence[], words: readonly string[]): boolean {
  const known = new Set(words)
  return prose.some(({ sentence }) => sentence.words.some((word) => known.has(word.text.toLowerCase())))
}
