import { say } from '../messages.ts'
import { type Guideline, sentencesHeldBy } from '../rules/guideline.ts'
import type { Example, Rule } from '../rules/rule.ts'
import type { Severity } from '../types.ts'
import { sentenceText } from './guideline-report.ts'
import { hanging, type Layout, layoutFor } from './layout.ts'
import type { ReportOptions } from './reporter.ts'
import { showPath, showText } from './show.ts'
import { textWidth, wrap } from './wrap.ts'

/** What profiles make of the rules: by the profile's name, then by rule id. */
export type ProfileSeverities = Readonly<Record<string, Readonly<Record<string, Severity | 'off'>>>>

/**
 * All rules, one a line, by group. `profiles`: the severities of each; the first is the one that holds when no other is
 * chosen, the others are named where they differ from it.
 */
export function formatRules(
  rules: readonly Rule[],
  options: ReportOptions = {},
  profiles: ProfileSeverities = {},
): string {
  const layout = layoutFor(options, 'da')
  const { locale, paint } = layout
  const [usual = {}, ...others] = Object.values(profiles)
  const names = Object.keys(profiles).slice(1)
  const weight = ({ id, severity }: Rule): Severity | 'off' => usual[id] ?? severity
  const idWidth = Math.max(...rules.map(({ id }) => textWidth(id)))
  const severityWidth = Math.max(...rules.map((rule) => textWidth(severityName(layout, weight(rule)))))
  const differences = (rule: Rule): string => {
    const other = others.flatMap((profile, index) => {
      const severity = profile[rule.id] ?? rule.severity
      return severity === weight(rule) ? [] : [`${names[index]}: ${severityName(layout, severity)}`]
    })
    return other.length === 0 ? '' : ` (${other.join(', ')})`
  }
  const sorted = [...rules].sort((left, right) => (left.id < right.id ? -1 : 1))
  const lines = sorted.flatMap((rule, index) => [
    ...(index > 0 && groupOf(sorted[index - 1]) !== groupOf(sorted[index]) ? [''] : []),
    ...hanging(
      layout,
      `${rule.id.padEnd(idWidth)}  ${severityName(layout, weight(rule)).padEnd(severityWidth)}  `,
      showText(rule.title) + differences(rule),
      { mark: 'dim' },
    ),
  ])
  return [...lines, '', paint.dim(say(locale, 'rules.explain')), ''].join('\n')
}

/** Everything about one rule: what it says, what to do, why, the sentences of guidelines it holds, and its examples. */
export function formatRule(rule: Rule, options: ReportOptions = {}, guidelines: readonly Guideline[] = []): string {
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
    ...part(
      'explain.guidelines',
      sentencesHeldBy(
        rule.id,
        guidelines.filter(({ language }) => language === rule.language),
      ).flatMap(({ guideline, sentence }) =>
        hanging(layout, `  ${guideline.name} `, sentenceText(sentence), { mark: 'dim' }),
      ),
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

function severityName({ locale }: Layout, severity: Severity | 'off'): string {
  return say(locale, `severity-name.${severity}`)
}

function groupOf(rule: Rule | undefined): string | undefined {
  return rule?.id.split('/')[0]
}
