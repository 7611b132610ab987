import { say } from '../messages.ts'
import type { Severity } from '../types.ts'
import type { Reporter } from './reporter.ts'
import { showPath, showText } from './show.ts'
import { localPath, placeOf, sayViolation, shownViolations } from './shown.ts'

const commands: Record<Severity, string> = { error: 'error', warning: 'warning', suggestion: 'notice' }

/**
 * Workflow commands that GitHub Actions shows beside the lines of a pull request. Escaped as GitHub's own toolkit does:
 * https://github.com/actions/toolkit/blob/main/packages/core/src/command.ts
 */
export const github: Reporter = {
  begin: () => '',
  letter: (result, _, options) =>
    shownViolations(result, options)
      .map((violation) => {
        const { line, column, endLine, endColumn } = placeOf(result, violation)
        const properties = {
          file: localPath(result, options),
          line,
          endLine,
          // GitHub passes over columns of a remark that spans lines.
          ...(line === endLine && { col: column, endColumn }),
          title: `klarbrev ${showText(violation.ruleId)}`,
        }
        const list = Object.entries(properties).map(([name, value]) => `${name}=${escapeProperty(String(value))}`)
        return `::${commands[violation.severity]} ${list.join(',')}::${escapeData(sayViolation(violation))}\n`
      })
      .join(''),
  end: (tally, failures, { locale = 'da' }) => {
    const errors = failures.map(
      ({ path, message }) => `::error file=${escapeProperty(showPath(path))}::${escapeData(showText(message))}\n`,
    )
    const counts = { letters: tally.letters, error: tally.error, warning: tally.warning, suggestion: tally.suggestion }
    return `${errors.join('')}${say(locale, 'report.totals', counts)}\n`
  },
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
}
