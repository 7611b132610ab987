import type { LetterFailure, LetterResult } from '../types.ts'
import { checkstyle } from './checkstyle.ts'
import { csv } from './csv.ts'
import { github } from './github.ts'
import { makeGitlab } from './gitlab.ts'
import { makeHtml } from './html.ts'
import { json } from './json.ts'
import { jsonl } from './jsonl.ts'
import { junit } from './junit.ts'
import { line } from './line.ts'
import { markdown } from './markdown.ts'
import { pretty } from './pretty.ts'
import { addToTally, emptyTally, type Reporter, type ReportOptions } from './reporter.ts'
import { defaultExcerpts, type ReporterName } from './reporter-names.ts'
import { makeSarif } from './sarif.ts'

/** Every reporter by its name; each report has one of its own, for some remember what they have written. */
const reporters: Readonly<Record<ReporterName, () => Reporter>> = {
  pretty: () => pretty,
  json: () => json,
  jsonl: () => jsonl,
  line: () => line,
  github: () => github,
  gitlab: makeGitlab,
  sarif: makeSarif,
  junit: () => junit,
  checkstyle: () => checkstyle,
  csv: () => csv,
  markdown: () => markdown,
  html: makeHtml,
}

/**
 * A report on letters that were linted, and on the files that could not be. Pure: the same results give the same text.
 * Throws a RangeError for a reporter that doesn't exist.
 */
export function formatResults(
  results: readonly LetterResult[],
  reporter: ReporterName,
  given: ReportOptions & { readonly failures?: readonly LetterFailure[] } = {},
): string {
  if (!Object.hasOwn(reporters, reporter)) throw new RangeError(`There is no reporter "${reporter}"`)
  const options = { ...given, excerpts: given.excerpts ?? defaultExcerpts(reporter) }
  const { begin, letter, end } = reporters[reporter]()
  return [
    begin(options),
    ...results.map((result, index) => letter(result, index, options)),
    end(results.reduce(addToTally, emptyTally), options.failures ?? [], options),
  ].join('')
}
