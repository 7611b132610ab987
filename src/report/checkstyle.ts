import type { Severity } from '../types.ts'
import type { Reporter } from './reporter.ts'
import { placeOf, sayViolation, shownPath, shownViolations } from './shown.ts'
import { attributes } from './xml.ts'

const severities: Record<Severity, string> = { error: 'error', warning: 'warning', suggestion: 'info' }

/** Checkstyle's XML, which many build servers read. */
export const checkstyle: Reporter = {
  begin: () => '<?xml version="1.0" encoding="UTF-8"?>\n<checkstyle version="4.3">\n',
  letter: (result, _, options) => {
    const errors = shownViolations(result, options).map((violation) => {
      const { line, column } = placeOf(result, violation)
      const severity = severities[violation.severity]
      const source = `klarbrev.${violation.ruleId}`
      return `    <error${attributes({ line, column, severity, message: sayViolation(violation), source })}/>\n`
    })
    return `  <file${attributes({ name: shownPath(result, options) })}>\n${errors.join('')}  </file>\n`
  },
  end: (_, failures) => {
    const files = failures.map(({ path, code, message }) => {
      const error = { line: 1, column: 1, severity: 'error', message, source: `klarbrev.${code}` }
      return `  <file${attributes({ name: path })}>\n    <error${attributes(error)}/>\n  </file>\n`
    })
    return `${files.join('')}</checkstyle>\n`
  },
}
