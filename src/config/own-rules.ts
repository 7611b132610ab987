import { readdirSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { KlarbrevError, type Problem } from '../errors.ts'
import { readYaml } from '../rules/read-yaml.ts'
import type { Rule } from '../rules/rule.ts'
import { ownRuleSchema } from '../rules/schema.ts'
import { languages } from '../types.ts'
import { describeIssues } from './describe-issues.ts'
import { patternProblems } from './pattern-safety.ts'
import { readText } from './read-settings.ts'

/** A rule from a file of the user's, and where the file is. */
export interface OwnRule {
  readonly rule: Rule
  readonly file: string
}

/**
 * Reads rule files of a municipality's own, and those in folders, checked as the built-in ones are. A rule's id is the
 * name of its folder and its own: `regler/adresse.yml` is `regler/adresse`. Throws a KlarbrevError, `rule-invalid`,
 * that lists every problem with file and line.
 */
export async function readOwnRules(paths: readonly string[], taken: ReadonlySet<string>): Promise<OwnRule[]> {
  const problems: Problem[] = []
  const rules: OwnRule[] = []
  for (const file of paths.flatMap((path) => ruleFilesIn(path, 0))) {
    const id = `${basename(dirname(file))}/${basename(file).replace(/\.ya?ml$/iu, '')}`
    const yaml = readYaml(readText(file), file, 'rule-invalid')
    const parsed = ownRuleSchema.safeParse(yaml.value ?? {})
    if (!parsed.success) {
      problems.push(...describeIssues(yaml, parsed.error.issues, ownRuleSchema))
      continue
    }
    if (taken.has(id) || rules.some(({ rule }) => rule.id === id)) {
      problems.push({ where: file, text: `the id ${id} is taken`, key: 'rule-taken', values: { name: id } })
    }
    const { language = languages[0], ...rest } = parsed.data
    const rule = { ...rest, id, language } as Rule
    problems.push(...(await patternProblems(rule, yaml)))
    rules.push({ rule, file })
  }
  if (problems.length > 0) throw new KlarbrevError('rule-invalid', {}, problems)
  return rules
}

/** Rule files in a folder and those below it, in order of their names. */
function ruleFilesIn(path: string, depth: number): string[] {
  if (!statSync(path, { throwIfNoEntry: false })?.isDirectory()) return [path]
  if (depth > 5) return []
  return readdirSync(path, { withFileTypes: true })
    .filter((entry) => (entry.isDirectory() && !entry.name.startsWith('.')) || /\.ya?ml$/iu.test(entry.name))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => (entry.isSymbolicLink() ? [] : ruleFilesIn(join(path, entry.name), depth + 1)))
}
