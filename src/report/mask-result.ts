import type { LetterResult, Location, Violation } from '../types.ts'
import { type Excerpts, excerptText } from './mask.ts'

/**
 * The result with as much of the letter's own words in its violations as a report may show. The words in messages and
 * advice are shown as excerpts are: in full, as first letters, or as `…`.
 */
export function maskResult(result: LetterResult, excerpts: Excerpts = 'full'): LetterResult {
  return {
    ...result,
    violations: result.violations.map((violation) => maskViolation(violation, excerpts)),
    suppressed: result.suppressed.map((violation) => maskViolation(violation, excerpts)),
  }
}

function maskViolation<V extends Violation>(violation: V, excerpts: Excerpts): V {
  const { template, excerpt, location, suggestions } = violation
  const shown = { ...violation, excerpt: excerptText(excerpt, excerpts), location: maskLocation(location, excerpts) }
  if (excerpts === 'full') return shown
  const words = template && (excerptText(template.words, excerpts) || '…')
  const withWords = (text: string) => text.replaceAll('{words}', () => words ?? '')
  return {
    ...shown,
    ...(template && { message: withWords(template.message), advice: withWords(template.advice) }),
    suggestions: suggestions.filter((suggestion) => !stands(suggestion, excerpt)),
  }
}

function maskLocation({ heading, ...place }: Location, excerpts: Excerpts): Location {
  const shown = heading === undefined ? '' : excerptText(heading, excerpts)
  return shown === '' ? place : { ...place, heading: shown }
}

/** A suggestion that stands in the words it is for is made of the letter, not of the rule. */
function stands(suggestion: string, excerpt: string): boolean {
  const words = (text: string) =>
    ` ${
      text
        .toLowerCase()
        .match(/[\p{L}\p{N}\p{M}]+/gu)
        ?.join(' ') ?? ''
    } `
  return words(excerpt).includes(words(suggestion))
}
