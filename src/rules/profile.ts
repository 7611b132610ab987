import type { Language, Severity } from '../types.ts'
import type { Rule } from './rule.ts'

/** What a profile or a settings file decides about one rule; what it leaves out stays as the rule's own file says. */
export interface RuleChoice {
  readonly severity?: Severity | 'off' | undefined
  /** Values that replace the rule's own, by name. */
  readonly options?: Readonly<Record<string, unknown>> | undefined
}

/** A choice of rules and severities: one file under `rules/profiles/`, with what it extends already in it. */
export interface Profile {
  readonly title: Readonly<Record<Language, string>>
  /** By rule id. Rules that are not named keep their own severity. */
  readonly rules: Readonly<Record<string, RuleChoice>>
}

/** The rules as `choices` want them: those that are off left out, the others with the chosen severity and options. */
export function chooseRules(rules: readonly Rule[], choices: Readonly<Record<string, RuleChoice>>): Rule[] {
  return rules.flatMap((rule) => {
    const choice = Object.hasOwn(choices, rule.id) ? choices[rule.id] : undefined
    if (!choice) return [rule]
    const { severity, options } = choice
    if (severity === 'off') return []
    return [
      {
        ...rule,
        ...(severity && { severity, severityChosen: true }),
        ...(options && { options: { ...rule.options, ...options } }),
      },
    ]
  })
}

/** `over` before `base`, rule by rule. */
export function mergeChoices(
  base: Readonly<Record<string, RuleChoice>>,
  over: Readonly<Record<string, RuleChoice>>,
): Record<string, RuleChoice> {
  const merged: Record<string, RuleChoice> = { ...base }
  for (const [id, choice] of Object.entries(over)) {
    const options = { ...base[id]?.options, ...choice.options }
    merged[id] = { ...base[id], ...choice, ...(Object.keys(options).length > 0 && { options }) }
  }
  return merged
}
