import { say } from '../messages.ts'
import type { Example, Rule } from '../rules/rule.ts'
import type { Language } from '../types.ts'

/** A page of documentation about a rule, in Markdown: what, why, the law behind it, good and bad, how to switch it off. */
export function rulePage(rule: Rule, locale: Language): string {
  const text = (key: string, values = {}) => say(locale, `docs.${key}`, values)
  const weight = say(locale, `severity-name.${rule.severity}`)
  const inOther = rule.language === locale ? [] : ['', text(`only-${rule.language}`)]
  return [
    `# ${rule.id}`,
    '',
    `**${plain(rule.title)}**`,
    '',
    text('weight', { weight }),
    ...inOther,
    '',
    `## ${say(locale, 'explain.message')}`,
    '',
    plain(rule.message),
    '',
    `## ${say(locale, 'explain.advice')}`,
    '',
    plain(rule.advice),
    '',
    `## ${say(locale, 'explain.sources')}`,
    '',
    ...rule.sources.map((source) => `- ${plain(source)}`),
    '',
    ...examples(say(locale, 'explain.bad'), rule.examples.bad),
    ...examples(say(locale, 'explain.good'), rule.examples.good),
    `## ${text('off')}`,
    '',
    text('off-all'),
    '',
    fence('yaml', `rules:\n  ${rule.id}: off`),
    '',
    text('off-once'),
    '',
    fence('markdown', `<!-- klarbrev-ignore ${rule.id} -- ${text('reason')} -->`),
    '',
  ].join('\n')
}

/** A list of all rules by group, each with a link to its page. */
export function ruleIndex(rules: readonly Rule[], locale: Language): string {
  const groups = [...new Set(rules.map(({ id }) => groupOf(id)))].sort()
  const head = ['rule', 'severity', 'demand'].map((name) => say(locale, `docs.column-${name}`))
  return [
    `# ${say(locale, 'docs.rules')}`,
    ...groups.flatMap((group) => [
      '',
      `## ${group}`,
      '',
      `| ${head.join(' | ')} |`,
      '| --- | --- | --- |',
      ...rules
        .filter(({ id }) => groupOf(id) === group)
        .sort((a, b) => (a.id < b.id ? -1 : 1))
        .map(({ id, severity, title }) => {
          const weight = say(locale, `severity-name.${severity}`)
          return `| [${id}](${id}.md) | ${weight} | ${plain(title).replaceAll('|', '\\|')} |`
        }),
    ]),
    '',
  ].join('\n')
}

function groupOf(id: string): string {
  return id.slice(0, id.indexOf('/'))
}

/** Text of a rule as running text of a page; the names that a check fills stand for anything here. */
function plain(text: string): string {
  return text
    .replace(/\{\w+\}/gu, '…')
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/[\\`*_[\]<>]/gu, '\\$&')
}

function examples(title: string, list: readonly Example[]): string[] {
  return [`## ${title}`, '', ...list.flatMap(({ text }) => [fence('markdown', text.trimEnd()), ''])]
}

/** A code block whose fence is longer than any in the text. */
function fence(language: string, text: string): string {
  const longest = Math.max(2, ...Array.from(text.matchAll(/`+/gu), ([ticks]) => ticks.length))
  const ticks = '`'.repeat(longest + 1)
  return `${ticks}${language}\n${text}\n${ticks}`
}
