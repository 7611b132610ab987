import type { Reporter } from './reporter.ts'
import { showText } from './show.ts'
import { placeOf, sayViolation, shownPath, shownViolations } from './shown.ts'

/** One remark a line, `path:line:column: severity rule: message`, as editors and problem matchers read it. */
export const line: Reporter = {
  begin: () => '',
  letter: (result, _, options) =>
    shownViolations(result, options)
      .map((violation) => {
        const place = placeOf(result, violation)
        const where = `${shownPath(result, options)}:${place.line}:${place.column}`
        return `${where}: ${violation.severity} ${showText(violation.ruleId)}: ${sayViolation(violation)}\n`
      })
      .join(''),
  end: () => '',
}
