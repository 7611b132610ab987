import type { Problem } from '../errors.ts'
import type { YamlFile } from '../rules/read-yaml.ts'
import type { Rule } from '../rules/rule.ts'

/**
 * Regular expressions of a rule that may take a very long time on an unlucky text: a repetition of something that can
 * match the same words in more than one way (`(a+)+`, `(a|ab)*`). Found by scslre (Self and Trade: super-linear by the
 * expression itself) and, for alternatives that begin alike, by their first characters.
 */
export async function patternProblems(rule: Rule, file: YamlFile): Promise<Problem[]> {
  const { patterns } = rule.options as { readonly patterns?: readonly string[] }
  if (rule.check !== 'pattern' || !patterns) return []
  const { analyse } = await import('scslre')
  return patterns.flatMap((pattern, index) => {
    if (!isSlow(pattern, analyse)) return []
    const where = file.locate(['options', 'patterns', index])
    const text = `options.patterns.${index}: may take very long on some texts`
    return [{ where, text, key: 'slow-pattern', values: { name: pattern } }]
  })
}

function isSlow(pattern: string, analyse: typeof import('scslre').analyse): boolean {
  const { reports } = analyse(new RegExp(pattern, 'u'))
  return reports.some((report) => report.type !== 'Move') || repeatsAlternatives(pattern)
}

/** A group of alternatives that is repeated, where two of them may begin with the same character. */
function repeatsAlternatives(pattern: string): boolean {
  for (const match of pattern.matchAll(/\((?:\?:)?([^()]*\|[^()]*)\)(?:[*+]|\{\d+,\d*\})/gu)) {
    const starts = (match[1] ?? '').split('|').map((branch) => /^(?:\\.|\[[^\]]*\]|[^\\])/u.exec(branch)?.[0] ?? '')
    if (new Set(starts).size < starts.length || starts.some((start) => start === '' || /^[.[\\]/u.test(start)))
      return true
  }
  return false
}
