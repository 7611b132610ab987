import { formatRule, formatRules } from '../report/rule-report.ts'
import { allRules } from '../rules/load-rules.ts'
import type { Rule } from '../rules/rule.ts'
import type { Language } from '../types.ts'
import { loadPaint } from './colours.ts'
import type { Io } from './io.ts'
import { checkRuleIds } from './option-values.ts'

/** The options of `klarbrev rules` and `klarbrev explain`. */
export interface RuleOptions {
  readonly locale?: Language
  readonly color: boolean
}

/** Lists every rule. */
export async function listRules(options: RuleOptions, io: Io): Promise<void> {
  io.stdout.write(formatRules(rulesFor(options), await pageFor(options, io)))
}

/** Explains one rule. Throws `unknown-rule`, with the nearest id, when there is none of that id. */
export async function explainRule(id: string, options: RuleOptions, io: Io): Promise<void> {
  const rules = rulesFor(options)
  checkRuleIds([id], rules)
  const page = await pageFor(options, io)
  for (const rule of rules) if (rule.id === id) io.stdout.write(formatRule(rule, page))
}

/** Every rule once: in the reader's language where there is one, else as it is. */
function rulesFor({ locale = 'da' }: RuleOptions): Rule[] {
  const all = allRules()
  const own = new Set(all.filter(({ language }) => language === locale).map(({ id }) => id))
  return all.filter(({ id, language }) => language === locale || !own.has(id))
}

async function pageFor({ locale = 'da', color }: RuleOptions, io: Io) {
  return { locale, paint: await loadPaint(color, io), ...(io.stdout.columns ? { width: io.stdout.columns } : {}) }
}
