import type { Reporter } from './reporter.ts'
import { placeOf, sayViolation, shownPath, shownViolations } from './shown.ts'
import { attributes, escapeXml } from './xml.ts'

/**
 * JUnit's XML: a suite for each letter, a failed case for each error. Warnings and suggestions stand in the suite's
 * output, for a build server counts every failure.
 */
export const junit: Reporter = {
  begin: () => '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="klarbrev">\n',
  letter: (result, _, options) => {
    const name = shownPath(result, options)
    const violations = shownViolations(result, options)
    const errors = violations.filter(({ severity }) => severity === 'error')
    const others = violations.filter(({ severity }) => severity !== 'error')
    const suite = { name, tests: Math.max(1, errors.length), failures: errors.length, errors: 0, skipped: 0, time: 0 }
    const cases = errors.map((violation) => {
      const { line, column } = placeOf(result, violation)
      const text = sayViolation(violation)
      const failure = `<failure${attributes({ type: violation.severity, message: text })}>${escapeXml(`${line}:${column} ${text}`)}</failure>`
      return `    <testcase${attributes({ name: violation.ruleId, classname: name, file: name, line, time: 0 })}>${failure}</testcase>\n`
    })
    const passed = `    <testcase${attributes({ name: 'klarbrev', classname: name, file: name, time: 0 })}/>\n`
    const output = others.map((violation) => {
      const { line, column } = placeOf(result, violation)
      return `${escapeXml(`${line}:${column} ${violation.severity} ${violation.ruleId}: ${sayViolation(violation)}`)}\n`
    })
    return [
      `  <testsuite${attributes(suite)}>\n`,
      ...(cases.length > 0 ? cases : [passed]),
      ...(output.length > 0 ? [`    <system-out>${output.join('')}</system-out>\n`] : []),
      '  </testsuite>\n',
    ].join('')
  },
  end: (_, failures) => {
    const suites = failures.map(({ path, code, message }) => {
      const suite = { name: path, tests: 1, failures: 0, errors: 1, skipped: 0, time: 0 }
      const error = `<error${attributes({ type: code, message })}/>`
      return `  <testsuite${attributes(suite)}>\n    <testcase${attributes({ name: code, classname: path, file: path, time: 0 })}>${error}</testcase>\n  </testsuite>\n`
    })
    return `${suites.join('')}</testsuites>\n`
  },
}
