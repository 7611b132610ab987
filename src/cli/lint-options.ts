import type { LintOptions } from '../lint-text.ts'
import { allRules, findProfile } from '../rules/load-rules.ts'
import type { CheckOptions } from './check-options.ts'
import { checkRuleIds } from './option-values.ts'

/** The options of a command that say how letters are linted. */
export type LetterOptions = Pick<
  CheckOptions,
  'profile' | 'kind' | 'outcome' | 'area' | 'date' | 'language' | 'rule' | 'template' | 'fragment'
>

/** What the options of a command say of how letters are linted. Throws for a rule or profile that there is not. */
export function makeLintOptions(options: LetterOptions, hasConfig = false): LintOptions {
  const { profile, kind, outcome, area, date, language, template, fragment, rule = [] } = options
  const ids = rule.map(({ id }) => id)
  // Rules of the user's own are known to the settings only.
  if (ids.length > 0 && !hasConfig) checkRuleIds(ids, allRules())
  if (profile !== undefined) findProfile(profile)
  return {
    ...(profile !== undefined && { profile }),
    ...(kind && { kind }),
    ...(outcome && { outcome }),
    ...(area && { area }),
    ...(date && { date }),
    ...(language && { language }),
    ...(template && { template }),
    ...(fragment && { fragment }),
    ...(rule.length > 0 && { severities: Object.fromEntries(rule.map(({ id, severity }) => [id, severity])) }),
  }
}
