import { say } from '../messages.ts'
import type { Reporter } from './reporter.ts'
import { showPath, showText } from './show.ts'
import { placeOf, shownPath, shownViolations } from './shown.ts'

const columns = ['path', 'line', 'column', 'severity', 'rule', 'message', 'advice', 'sources', 'excerpt', 'fingerprint']

/**
 * A table for spreadsheets: semicolons and a byte order mark, for that is what a Danish Excel opens rightly; every cell
 * quoted (RFC 4180), and no cell is a formula.
 */
export const csv: Reporter = {
  begin: () => `\uFEFF${row(columns)}`,
  letter: (result, _, options) =>
    shownViolations(result, options)
      .map((violation) => {
        const { line, column } = placeOf(result, violation)
        return row([
          shownPath(result, options),
          String(line),
          String(column),
          violation.severity,
          showText(violation.ruleId),
          showText(violation.message),
          showText(violation.advice),
          violation.sources.map(showText).join('; '),
          showText(violation.excerpt),
          violation.fingerprint,
        ])
      })
      .join(''),
  end: (_, failures, { locale = 'da' }) =>
    failures
      .map(({ path, code, message }) =>
        row([
          showPath(path),
          '',
          '',
          say(locale, 'severity-name.error'),
          showText(code),
          showText(message),
          '',
          '',
          '',
          '',
        ]),
      )
      .join(''),
}

function row(cells: readonly string[]): string {
  return `${cells.map((cell) => `"${withoutFormula(cell).replaceAll('"', '""')}"`).join(';')}\r\n`
}

/** What a spreadsheet would take for a formula gets an apostrophe; full-width signs are signs to some of them. */
function withoutFormula(cell: string): string {
  return /^[\s\uFEFF]*[=+\-@\t\r\0＝＋－＠]/u.test(cell) ? `'${cell}` : cell
}
