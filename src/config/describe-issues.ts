import type { z } from 'zod'
import type { Problem } from '../errors.ts'
import { nearest } from '../nearest.ts'
import type { YamlFile } from '../rules/read-yaml.ts'

type Issue = z.core.$ZodIssue

/** What is wrong in a settings file or rule file, each with file and line, in words of the catalogue of messages. */
export function describeIssues(file: YamlFile, issues: readonly Issue[], schema: z.ZodType): Problem[] {
  return issues.flatMap((issue) => describeIssue(file, issue, schema, []))
}

function describeIssue(file: YamlFile, issue: Issue, schema: z.ZodType, above: readonly PropertyKey[]): Problem[] {
  const path = [...above, ...issue.path]
  const problem = (key: string, values: Problem['values'] = {}, at = path): Problem => ({
    where: file.locate(at),
    text: [at.map(String).join('.'), issue.message].filter(Boolean).join(': '),
    key,
    values: { name: at.map(String).join('.') || '–', ...values },
  })
  if (issue.code === 'unrecognized_keys') {
    const known = keysAt(schema, path)
    return issue.keys.map((key) => {
      const near = nearest(key, known)
      const values = { key, allowed: known.join(', '), ...(near !== undefined && { nearest: near }) }
      return problem(near === undefined ? 'unknown-key' : 'unknown-key-near', values, [...path, key])
    })
  }
  if (issue.code === 'invalid_value') return [problem('not-one-of', { allowed: issue.values.map(String).join(', ') })]
  if (issue.code === 'invalid_type') return [problem(`wanted-${wanted(issue.expected)}`)]
  if (issue.code === 'invalid_union') {
    // The branch that came furthest is what was meant.
    const branches = issue.errors.filter((one) => one.length > 0)
    const meant = branches.find((one) => one.every(({ code }) => code !== 'invalid_type' || one[0]!.path.length > 0))
    const best = meant ?? branches.find((one) => one.some(({ code }) => code === 'invalid_value')) ?? branches[0] ?? []
    return best.flatMap((inner) => describeIssue(file, inner, schema, path))
  }
  if (issue.code === 'too_small') return [problem('too-small', { minimum: String(issue.minimum) })]
  if (issue.code === 'too_big') return [problem('too-big', { maximum: String(issue.maximum) })]
  return [problem('other', { reason: issue.message })]
}

function wanted(expected: string): string {
  if (expected === 'object' || expected === 'record') return 'map'
  if (expected === 'array') return 'list'
  if (expected === 'boolean') return 'boolean'
  return expected === 'number' || expected === 'int' ? 'number' : 'text'
}

/** The keys a schema has at a path; of a union, those of all its branches. */
function keysAt(schema: unknown, path: readonly PropertyKey[]): string[] {
  const { def } = (schema as { def?: Def } | undefined) ?? {}
  if (!def) return []
  if (def.innerType) return keysAt(def.innerType, path)
  if (def.type === 'pipe') return keysAt(def.in, path)
  if (def.type === 'lazy') return keysAt(def.getter?.(), path)
  if (def.options) return [...new Set(def.options.flatMap((option) => keysAt(option, path)))]
  const [key, ...rest] = path
  if (def.type === 'object')
    return key === undefined ? Object.keys(def.shape ?? {}) : keysAt(def.shape?.[String(key)], rest)
  if (key === undefined) return []
  return keysAt(def.type === 'array' ? def.element : def.valueType, rest)
}

/** The parts of zod's schemas that lead from one to the next. */
interface Def {
  readonly type: string
  readonly innerType?: unknown
  readonly in?: unknown
  readonly getter?: () => unknown
  readonly options?: readonly unknown[]
  readonly shape?: Readonly<Record<string, unknown>>
  readonly element?: unknown
  readonly valueType?: unknown
}
