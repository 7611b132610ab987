import type { Severity } from '../types.ts'
import { toJson } from './json.ts'
import type { Reporter } from './reporter.ts'
import { localPath, placeOf, sayViolation, shownViolations } from './shown.ts'

const severities: Record<Severity, string> = { error: 'major', warning: 'minor', suggestion: 'info' }

/**
 * GitLab's Code Quality report: https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format. Two remarks
 * of one fingerprint become one there, so it names the letter too.
 */
export function makeGitlab(): Reporter {
  let isFirst = true
  return {
    begin: () => '[',
    letter: (result, _, options) =>
      shownViolations(result, options)
        .map((violation) => {
          const path = localPath(result, options)
          const entry = {
            description: sayViolation(violation),
            check_name: violation.ruleId,
            fingerprint: `${violation.ruleId}:${violation.fingerprint}:${path}`,
            severity: severities[violation.severity],
            location: { path, lines: { begin: placeOf(result, violation).line } },
          }
          const text = `${isFirst ? '' : ','}\n  ${toJson(entry, 1)}`
          isFirst = false
          return text
        })
        .join(''),
    end: () => (isFirst ? ']\n' : '\n]\n'),
  }
}
