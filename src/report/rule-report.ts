import { say } from '../messages.ts'
import type { Example, Rule } from '../rules/rule.ts'
import { hanging, type Layout, layoutFor } from './layout.ts'
import type { ReportOptions } from './reporter.ts'
import { showPath, showText } from './show.ts'
import { textWidth, wrap } from './wrap.ts'

/** All rules, one a line, by group. */
export function formatRules(rules: readonly Rule[], options: ReportOptions = {}): string {
  const layout = layoutFor(options, 'da')
  const { locale, paint } = layout
  const idWidth = Math.max(...rules.map(({ id }) => textWidth(id)))
  const severityWidth = Math.max(...rules.map(({ severity }) => textWidth(severityName(layout, severity))))
  const sorted = [...rules].sort((left, right) => (left.id < right.id ? -1 : 1))
  const lines = sorted.flatMap(({ id, severity, title }, index) => [
    ...(index > 0 && groupOf(sorted[index - 1]) !== groupOf(sorted[index]) ? [''] : []),
    ...hanging(
      layout,
      `${id.padEnd(idWidth)}  ${severityName(layout, severity).padEnd(severityWidth)}  `,
      showText(title),
      { mark: 'dim' },
    ),
  ])
  return [...lines, '', paint.dim(say(locale, 'rules.explain')), ''].join('\n')
}

/** Everything about one rule: what it says, what to do, why, and its examples. */
export function formatRule(rule: Rule, options: ReportOptions = {}): string {
  const layout = layoutFor(options, rule.language)
  const { locale, paint } = layout
  const part = (key: string, lines: string[]) =>
    lines.length === 0 ? [] : [paint.bold(say(locale, key)), ...lines, '']
  const examples = (list: readonly Example[]) =>
    list.flatMap(({ text }, index) => [...(index === 0 ? [] : ['']), ...exampleLines(layout, text)])
  return [
    ...hanging(layout, '', showText(rule.title), { text: 'bold' }),
    paint.dim(`${rule.id} · ${severityName(layout, rule.severity)}`),
    '',
    ...part('explain.message', hanging(layout, '  ', withoutNames(rule.message))),
    ...part('explain.advice', hanging(layout, '  ', withoutNames(rule.advice))),
    ...part(
      'explain.sources',
      rule.sources.flatMap((source) => hanging(layout, '  ', showText(source))),
    ),
    ...part('explain.bad', examples(rule.examples.bad)),
    ...part('explain.good', examples(rule.examples.good)),
  ].join('\n')
}

function exampleLines({ width }: Layout, text: string): string[] {
  const lines = text.trimEnd().split('\n')
  return lines.flatMap((line) => wrap(showPath(line), width - 4).map((part) => `  │ ${part}`.trimEnd()))
}

/** The names that a check fills with words of a letter stand for anything here. */
function withoutNames(text: string): string {
  return showText(text.replace(/\{\w+\}/gu, '…'))
}

function severityName({ locale }: Layout, severity: Rule['severity']): string {
  return say(locale, `severity-name.${severity}`)
}

function groupOf(rule: Rule | undefined): string | undefined {
  return rule?.id.split('/')[0]
}
