import type { Rule } from '../rules/rule.ts'
import type { Language, LetterFailure, LetterResult, RuleTrend, Severity, Violation } from '../types.ts'
import type { Excerpts } from './mask.ts'
import type { Paint } from './paint.ts'

/** How a report is to look. */
export interface ReportOptions {
  /** The version that reports name as klarbrev's. Default: the one that runs. */
  readonly version?: string
  /** Language of the words around the letter. Default: each letter's own; for the summary, Danish unless all are English. */
  readonly locale?: Language
  /** Colours. Default: none. */
  readonly paint?: Paint
  /** Columns to write in. Default 80, at most 100. */
  readonly width?: number
  /** Every suggestion, not only the first of each letter. */
  readonly all?: boolean
  /** Errors only. */
  readonly quiet?: boolean
  /** How much of the letter's text is quoted. Default: in full. CPR numbers are masked always. */
  readonly excerpts?: Excerpts
  /** The folder that paths are told from in reports for GitHub and GitLab. Default: paths stay as they were given. */
  readonly cwd?: string
  /** How the letters stand against a baseline; known at the end, and shown by `html`. */
  readonly trend?: readonly RuleTrend[]
  /** The rules, where a report describes them beside what they found. */
  readonly rules?: readonly Rule[]
}

/** Numbers about all letters of a run. */
export interface Tally extends Readonly<Record<Severity, number>> {
  readonly letters: number
  readonly english: number
  /** Letters in a language that no rule is for. */
  readonly unchecked: number
}

/** Writes one kind of report, a piece at a time, so that a run over many letters holds only one of them. Pure. */
export interface Reporter {
  readonly begin: (options: ReportOptions) => string
  /** `index` counts the letters of the report from 0. */
  readonly letter: (result: LetterResult, index: number, options: ReportOptions) => string
  readonly end: (tally: Tally, failures: readonly LetterFailure[], options: ReportOptions) => string
}

export const emptyTally: Tally = { letters: 0, english: 0, unchecked: 0, error: 0, warning: 0, suggestion: 0 }

/** The tally with one more letter. */
export function addToTally(tally: Tally, { letter, violations, checked }: LetterResult): Tally {
  const counts = countSeverities(violations)
  return {
    letters: tally.letters + 1,
    english: tally.english + (letter.language === 'en' ? 1 : 0),
    unchecked: tally.unchecked + (checked ? 0 : 1),
    error: tally.error + counts.error,
    warning: tally.warning + counts.warning,
    suggestion: tally.suggestion + counts.suggestion,
  }
}

export function countSeverities(violations: readonly Violation[]): Record<Severity, number> {
  const counts: Record<Severity, number> = { error: 0, warning: 0, suggestion: 0 }
  for (const { severity } of violations) counts[severity] += 1
  return counts
}
