import { say } from '../messages.ts'
import type { LetterResult } from '../types.ts'
import { describeReading } from './describe-reading.ts'
import type { Reporter, ReportOptions } from './reporter.ts'
import { showPath, showText } from './show.ts'
import { localeOf, placeOf, sayViolation, shownPath, shownViolations } from './shown.ts'

/** A report for a comment on a pull request or the summary of a build. Letters without remarks are only counted. */
export const markdown: Reporter = {
  begin: () => '## klarbrev\n',
  letter: (result, _, options) => letterLines(result, options),
  end: (tally, failures, { locale = 'da' }) => {
    const unread = failures.map(
      ({ path, message }) => `\n- ${escapeMarkdown(showPath(path))}: ${escapeMarkdown(showText(message))}`,
    )
    const totals = { letters: tally.letters, error: tally.error, warning: tally.warning, suggestion: tally.suggestion }
    return `${unread.join('')}\n\n${say(locale, 'report.totals', totals)} ${say(locale, 'summary.no-clearance')}\n`
  },
}

function letterLines(result: LetterResult, options: ReportOptions): string {
  const locale = localeOf(result.letter, options)
  const violations = shownViolations(result, options)
  if (violations.length === 0) return ''
  const head = ['line', 'severity', 'remark', 'rule'].map((name) => say(locale, `column.${name}`))
  const rows = violations.map((violation) => [
    String(placeOf(result, violation).line),
    say(locale, `severity-name.${violation.severity}`),
    escapeMarkdown(sayViolation(violation)),
    escapeMarkdown(showText(violation.ruleId)),
  ])
  return [
    '',
    `### ${escapeMarkdown(shownPath(result, options))}`,
    '',
    escapeMarkdown(say(locale, 'report.read-as', { reading: describeReading(locale, result.reading) })),
    '',
    ...[head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`),
    '',
  ].join('\n')
}

/** Nothing in the text is markup, a mention or a reference to an issue. */
function escapeMarkdown(text: string): string {
  return text
    .replace(/[\\`*_{}[\]()#+\-.!|~=^$]/gu, '\\$&')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('@', '&#64;')
    .replaceAll(':', '&#58;')
}
