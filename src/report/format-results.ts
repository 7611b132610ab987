import type { LetterFailure, LetterResult } from '../types.ts'
import { json } from './json.ts'
import { pretty } from './pretty.ts'
import { addToTally, emptyTally, type Reporter, type ReportOptions } from './reporter.ts'

/** Every reporter by its name. */
export const reporters = { pretty, json } satisfies Record<string, Reporter>

export type ReporterName = keyof typeof reporters

/**
 * A report on letters that were linted, and on the files that could not be. Pure: the same results give the same text.
 * Throws a RangeError for a reporter that doesn't exist.
 */
export function formatResults(
  results: readonly LetterResult[],
  reporter: ReporterName,
  options: ReportOptions & { readonly failures?: readonly LetterFailure[] } = {},
): string {
  if (!Object.hasOwn(reporters, reporter)) throw new RangeError(`There is no reporter "${reporter}"`)
  const { begin, letter, end } = reporters[reporter]
  return [
    begin(options),
    ...results.map((result, index) => letter(result, index, options)),
    end(results.reduce(addToTally, emptyTally), options.failures ?? [], options),
  ].join('')
}
