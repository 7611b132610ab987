import { locate } from '../formats/locate.ts'
import type {
  ElementName,
  Letter,
  LetterFailure,
  LetterReadability,
  LetterResult,
  Readability,
  Reading,
  Violation,
} from '../types.ts'
import { version } from '../version.ts'
import { type Excerpts, excerptText, maskCpr } from './mask.ts'
import { maskResult } from './mask-result.ts'
import { noteCodes } from './notes.ts'
import { countSeverities, type Reporter, type ReportOptions, type Tally } from './reporter.ts'
import { hardenJson } from './show.ts'

/** Version of the JSON report. Fields may be added within a version; none changes its meaning or goes away. */
export const schemaVersion = 1

/** The JSON report, for programs: a stable contract, described in `docs/`. */
export const json: Reporter = {
  begin: (options) => `{
  "schemaVersion": ${schemaVersion},
  "tool": ${toJson(describeTool(options), 1)},
  "letters": [`,
  letter: (result, index, options) => `${index === 0 ? '' : ','}\n    ${toJson(describeLetter(result, options), 2)}`,
  end: (tally, failures, options) => {
    return `${tally.letters === 0 ? '' : '\n  '}],
  "errors": ${toJson(describeErrors(failures), 1)},
  "summary": ${toJson(describeSummary(tally, failures, options), 1)}
}
`
  },
}

/** What one letter's reading looks like to programs. */
export function describeReadingAsData(letter: Letter, reading: Reading, excerpts: Excerpts = 'full') {
  const names = Object.keys(reading.elements) as ElementName[]
  return {
    kind: reading.kind,
    outcome: reading.outcome,
    area: reading.area,
    date: reading.date ?? null,
    elements: Object.fromEntries(
      names.sort().map((name) => [
        name,
        (reading.elements[name] ?? []).map((evidence) => {
          const { line, column } = locate(letter, evidence)
          return { text: excerptText(evidence.text, excerpts), line, column }
        }),
      ]),
    ),
  }
}

/** JSON of a value that stands `depth` levels in. */
export function toJson(value: unknown, depth = 0): string {
  return hardenJson(JSON.stringify(value, null, 2)).replaceAll('\n', `\n${'  '.repeat(depth)}`)
}

/** The program that made a report. */
export function describeTool(options: ReportOptions) {
  return { name: 'klarbrev', version: options.version ?? version }
}

/** The files that could not be read. */
export function describeErrors(failures: readonly LetterFailure[]) {
  return failures.map(({ path, code, message }) => ({ path: maskCpr(path), code, message: maskCpr(message) }))
}

/** The numbers of a run. */
export function describeSummary(tally: Tally, failures: readonly LetterFailure[], options: ReportOptions) {
  return {
    letters: tally.letters,
    error: tally.error,
    warning: options.quiet ? 0 : tally.warning,
    suggestion: options.quiet ? 0 : tally.suggestion,
    failed: failures.length,
  }
}

/** One letter, as the JSON reports tell of it. */
export function describeLetter(result: LetterResult, options: ReportOptions) {
  const { path, letter, reading, violations, suppressed } = maskResult(result, options.excerpts)
  const shown = options.quiet ? violations.filter(({ severity }) => severity === 'error') : violations
  return {
    path: path === undefined ? null : maskCpr(path),
    format: letter.format,
    language: letter.language,
    reading: describeReadingAsData(letter, reading, options.excerpts),
    readability: describeReadability(result.readability),
    violations: shown.map((violation) => describeViolation(violation)),
    suppressed: suppressed.map((one) => ({
      ...describeViolation(one),
      justification: maskCpr(one.justification),
      suppressedBy: one.suppressedBy,
      ...(one.owner === undefined ? {} : { owner: one.owner }),
      ...(one.expires === undefined ? {} : { expires: one.expires }),
    })),
    counts: countSeverities(shown),
    notes: noteCodes(result),
  }
}

/** Measures with one decimal. `reasons` only where the reasons have a part of their own. */
function describeReadability({ reasons, ...whole }: LetterReadability) {
  return { ...describeMeasures(whole), ...(reasons && { reasons: describeMeasures(reasons) }) }
}

function describeMeasures({ lix, band, averageSentence, words, sentences, longWords }: Readability) {
  return { lix: oneDecimal(lix), band, averageSentence: oneDecimal(averageSentence), words, sentences, longWords }
}

function oneDecimal(value: number): number {
  return Math.round(value * 10) / 10
}

/** Field by field: what a violation gains inside klarbrev doesn't slip into the contract. */
function describeViolation(violation: Violation) {
  const { paragraph, heading, story, cell } = violation.location
  return {
    ruleId: violation.ruleId,
    severity: violation.severity,
    message: maskCpr(violation.message),
    advice: maskCpr(violation.advice),
    sources: violation.sources,
    line: violation.line,
    column: violation.column,
    endLine: violation.endLine,
    endColumn: violation.endColumn,
    offset: violation.offset,
    endOffset: violation.endOffset,
    location: {
      paragraph,
      ...(heading === undefined ? {} : { heading }),
      ...(story && { story }),
      ...(cell && { cell: { table: cell.table, row: cell.row, column: cell.column } }),
    },
    excerpt: violation.excerpt,
    suggestions: violation.suggestions.map(maskCpr),
    fingerprint: violation.fingerprint,
  }
}
