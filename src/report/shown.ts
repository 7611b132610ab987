import { say } from '../messages.ts'
import type { Language, Letter, LetterResult, Violation } from '../types.ts'
import { maskResult } from './mask-result.ts'
import type { ReportOptions } from './reporter.ts'
import { showPath, showText } from './show.ts'

/** What reports for build servers share: which violations they show, and where. */

/** The violations a report shows, with as much of the letter's words as it may hold. */
export function shownViolations(result: LetterResult, options: ReportOptions): readonly Violation[] {
  const { violations } = maskResult(result, options.excerpts)
  return options.quiet ? violations.filter(({ severity }) => severity === 'error') : violations
}

/** The letter's path, or what stands for it when it came from standard input. */
export function shownPath({ path, letter }: Pick<LetterResult, 'path' | 'letter'>, options: ReportOptions): string {
  const name = showPath(path?.replace(/^\.\//u, '') ?? '')
  return name === '' ? say(localeOf(letter, options), 'report.stdin') : name
}

/** The path from the folder that klarbrev runs in, which build servers take for that of the repository. */
export function localPath({ path, letter }: LetterResult, options: ReportOptions): string {
  const folder = `${options.cwd?.replaceAll('\\', '/')}/`
  const local = options.cwd !== undefined && path?.startsWith(folder) ? path.slice(folder.length) : path
  return shownPath({ path: local, letter }, options)
}

/** What and what to do, on one line. */
export function sayViolation({ message, advice, ruleId }: Violation): string {
  return `${showText(message)} ${showText(advice)}`.trim() || showText(ruleId)
}

export function localeOf(letter: Pick<Letter, 'language'>, { locale }: ReportOptions): Language {
  return locale ?? letter.language
}

/** Lines and columns, from 1. Word files have no lines: their paragraphs count as such. */
export function placeOf({ letter }: LetterResult, violation: Violation) {
  const { line, column, endLine, endColumn, location } = violation
  if (letter.format !== 'docx') return { line, column, endLine, endColumn }
  return { line: location.paragraph, column: 1, endLine: location.paragraph, endColumn: 1 }
}
