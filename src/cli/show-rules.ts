import { formatGuidelines } from '../report/guideline-report.ts'
import { formatRule, formatRules, type ProfileSeverities } from '../report/rule-report.ts'
import { findGuideline, loadGuidelines } from '../rules/load-guidelines.ts'
import { allRules, findProfile, profileNames } from '../rules/load-rules.ts'
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

/** The options of `klarbrev guidelines`. */
export interface GuidelineOptions extends RuleOptions {
  readonly format: 'pretty' | 'json'
}

/** Lists every rule, with the severity that each profile gives it. */
export async function listRules(options: RuleOptions, io: Io): Promise<void> {
  io.stdout.write(formatRules(rulesFor(options), await pageFor(options, io), profileSeverities()))
}

/** Shows every sentence of one guideline, or of all. Throws `unknown-value` for a name that is none. */
export async function showGuidelines(name: string | undefined, options: GuidelineOptions, io: Io): Promise<void> {
  const guidelines = name === undefined ? await loadGuidelines() : [await findGuideline(name)]
  const color = options.color && options.format === 'pretty'
  io.stdout.write(formatGuidelines(guidelines, options.format, await pageFor({ ...options, color }, io)))
}

/** What each profile makes of the rules it names; `recommended` first. */
function profileSeverities(): ProfileSeverities {
  const names = ['recommended', ...profileNames.filter((name) => name !== 'recommended')]
  return Object.fromEntries(
    names.map((name) => [
      name,
      Object.fromEntries(
        Object.entries(findProfile(name).rules).flatMap(([id, { severity }]) => (severity ? [[id, severity]] : [])),
      ),
    ]),
  )
}

/** Explains one rule. Throws `unknown-rule`, with the nearest id, when there is none of that id. */
export async function explainRule(id: string, options: RuleOptions, io: Io): Promise<void> {
  const rules = rulesFor(options)
  checkRuleIds([id], rules)
  const page = await pageFor(options, io)
  const guidelines = await loadGuidelines()
  for (const rule of rules) if (rule.id === id) io.stdout.write(formatRule(rule, page, guidelines))
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
