import type { Problem } from '../errors.ts'
import { nearestRule } from '../nearest.ts'
import type { RuleChoice } from './profile.ts'
import { type YamlFile, yamlProblems } from './read-yaml.ts'
import type { Rule } from './rule.ts'
import { checkOptions } from './schema.ts'

/** What is wrong with choices of rules: rules that don't exist, and options that their checks refuse. */
export function choiceProblems(
  file: YamlFile,
  at: readonly PropertyKey[],
  choices: Readonly<Record<string, RuleChoice>>,
  rules: readonly Rule[],
): Problem[] {
  return Object.entries(choices).flatMap(([id, { options }]): Problem[] => {
    const named = rules.filter((rule) => rule.id === id)
    if (named.length === 0) {
      const near = nearestRule(
        id,
        rules.map((rule) => rule.id),
      )
      const text = `there is no rule "${id}"${near === undefined ? '' : `; did you mean "${near}"?`}`
      const values = { name: id, ...(near !== undefined && { nearest: near }) }
      return [{ where: file.locate([...at, id]), text, key: near === undefined ? 'no-rule' : 'no-rule-near', values }]
    }
    if (!options) return []
    const issues = named.flatMap((rule) => checkOptions(rule.check, { ...rule.options, ...options }))
    return yamlProblems(
      file,
      issues.map((issue) => ({ ...issue, path: [...at, id, 'options', ...issue.path] })),
    )
  })
}
