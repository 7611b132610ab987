import path from 'node:path'
import { KlarbrevError, type Problem } from '../errors.ts'
import { nearest } from '../nearest.ts'
import { mergeChoices, type Profile, type RuleChoice } from './profile.ts'
import { readYaml, type YamlFile, yamlProblems } from './read-yaml.ts'
import type { Rule } from './rule.ts'
import { choiceProblems } from './rule-choices.ts'
import { profileSchema } from './schema.ts'

interface ProfileFile extends Profile {
  readonly extends?: string | undefined
  readonly file: YamlFile
}

/**
 * Checks the profiles of the build, each with its file's name (without `.yml`) and text, and puts what they extend into
 * them. Throws one KlarbrevError that lists every problem: an unknown rule, a wrong option, a profile that extends one
 * that isn't there, or itself.
 */
export function readProfiles(
  files: readonly { readonly path: string; readonly text: string }[],
  rules: readonly Rule[],
): Record<string, Profile> {
  const problems: Problem[] = []
  const read = new Map<string, ProfileFile>()
  for (const { path: where, text } of files) {
    const file = readYaml(text, where, 'rule-invalid')
    const parsed = profileSchema.safeParse(file.value)
    if (!parsed.success) problems.push(...yamlProblems(file, parsed.error.issues))
    else {
      problems.push(...choiceProblems(file, ['rules'], parsed.data.rules, rules))
      read.set(path.basename(where, '.yml'), { ...parsed.data, file })
    }
  }
  const resolve = (name: string, above: readonly string[]): Record<string, RuleChoice> => {
    const profile = read.get(name)!
    const { extends: base, file } = profile
    if (base === undefined) return profile.rules
    const where = file.locate(['extends'])
    const seen = [...above, name]
    if (seen.includes(base))
      problems.push({ where, text: `the profiles extend each other: ${[...seen, base].join(' → ')}` })
    else if (read.has(base)) return mergeChoices(resolve(base, seen), profile.rules)
    else problems.push({ where, text: `there is no profile "${base}"${hint(base, [...read.keys()])}` })
    return profile.rules
  }
  const profiles = [...read].map(([name, { title }]) => [name, { title, rules: resolve(name, []) }] as const)
  if (problems.length > 0) throw new KlarbrevError('rule-invalid', {}, problems)
  return Object.fromEntries(profiles)
}

function hint(word: string, known: readonly string[]): string {
  const near = nearest(word, known)
  return near === undefined ? '' : `; did you mean "${near}"?`
}
