import { say } from '../messages.ts'
import type { Language, Violation } from '../types.ts'

/** What a comment needs to know of a violation; every violation fits. */
export type Remark = Pick<
  Violation,
  'ruleId' | 'span' | 'message' | 'advice' | 'sources' | 'suggestions' | 'location' | 'excerpt'
>

/** Longer quotations are cut. */
const longestQuote = 120

/**
 * The paragraphs of a comment: what, where (for what stands where Word takes no comments), what to do, what to write
 * instead, and why.
 */
export function commentText(remark: Remark, elsewhere: boolean, locale: Language): string[] {
  const { ruleId, message, advice, sources, suggestions } = remark
  const quoted = suggestions.map((text) => say(locale, 'report.quote', { text })).join(', ')
  return [
    message,
    ...(elsewhere ? [placeOf(remark, locale)] : []),
    advice,
    ...(quoted === '' ? [] : [say(locale, 'report.suggestions', { words: quoted })]),
    `${say(locale, 'report.sources', { count: sources.length, sources: sources.join('; ') })} (${ruleId})`,
  ]
}

function placeOf({ location, excerpt }: Remark, locale: Language): string {
  const story = say(locale, location.story === undefined ? 'annotate.body' : `story.${location.story}`)
  const words = excerpt.replace(/\s+/gu, ' ').trim()
  const text = words.length > longestQuote ? `${words.slice(0, longestQuote)} …` : words
  return say(locale, 'annotate.elsewhere', { story, quote: say(locale, 'report.quote', { text }) })
}
