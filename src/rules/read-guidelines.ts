import path from 'node:path'
import { KlarbrevError, type Problem } from '../errors.ts'
import { nearest } from '../nearest.ts'
import type { Guideline } from './guideline.ts'
import { readYaml, yamlProblems } from './read-yaml.ts'
import type { Rule } from './rule.ts'
import { guidelineSchema } from './schema.ts'

/**
 * Checks the guidelines of the build, each with its file's name and text. Throws one KlarbrevError that lists every
 * problem: a rule that doesn't exist, a sentence with neither rules nor a reason.
 */
export function readGuidelines(
  files: readonly { readonly path: string; readonly text: string }[],
  rules: readonly Rule[],
): Guideline[] {
  const known = [...new Set(rules.map(({ id }) => id))]
  const problems: Problem[] = []
  const guidelines = files.flatMap(({ path: where, text }): Guideline[] => {
    const file = readYaml(text, where, 'rule-invalid')
    const parsed = guidelineSchema.safeParse(file.value)
    if (!parsed.success) {
      problems.push(...yamlProblems(file, parsed.error.issues))
      return []
    }
    for (const [index, sentence] of parsed.data.sentences.entries()) {
      for (const [place, id] of (sentence.rules ?? []).entries()) {
        if (known.includes(id)) continue
        const near = nearest(id, known)
        const hint = near === undefined ? '' : `; did you mean "${near}"?`
        problems.push({
          where: file.locate(['sentences', index, 'rules', place]),
          text: `there is no rule "${id}"${hint}`,
        })
      }
    }
    return [{ name: path.basename(where, '.yml'), ...parsed.data }]
  })
  if (problems.length > 0) throw new KlarbrevError('rule-invalid', {}, problems)
  return guidelines
}
