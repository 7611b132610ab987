import { readFileSync, realpathSync, statSync } from 'node:fs'
import { dirname, isAbsolute, resolve, sep } from 'node:path'
import { KlarbrevError, type Problem } from '../errors.ts'
import { limits } from '../limits.ts'
import { nearest } from '../nearest.ts'
import { findProfile, profileNames } from '../rules/load-rules.ts'
import type { RuleChoice } from '../rules/profile.ts'
import { mergeChoices } from '../rules/profile.ts'
import { readYaml, type YamlFile } from '../rules/read-yaml.ts'
import type { Rule } from '../rules/rule.ts'
import { choiceProblems } from '../rules/rule-choices.ts'
import type { Authority } from '../types.ts'
import { describeIssues } from './describe-issues.ts'
import { projectFolder } from './find-settings.ts'
import type { Override, Settings } from './settings.ts'
import { settingsSchema } from './settings-schema.ts'

type Choices = Readonly<Record<string, RuleChoice>>

/** An override whose rules are choices. */
export interface CheckedOverride extends Omit<Override, 'rules'> {
  readonly rules?: Choices
}

/** A settings file and everything it extends, put together. */
export interface CheckedSettings extends Omit<Settings, 'extends' | 'rules' | 'overrides' | 'ruleFiles' | '$schema'> {
  /** The file that was found, absolute. */
  readonly file: string
  /** The built-in profiles that were named, in order; without any, `recommended` holds. */
  readonly profiles: readonly string[]
  readonly rules: Choices
  readonly overrides: readonly CheckedOverride[]
  /** Rule files and folders, absolute. */
  readonly ruleFiles: readonly string[]
  /** Where each file says what about rules, to be checked when all rules are known. */
  readonly said: readonly { readonly file: YamlFile; readonly at: readonly PropertyKey[]; readonly rules: Choices }[]
}

/** Depth of `extends`, against files without end. */
const deepest = 20

/**
 * Reads a settings file and what it extends. Throws a KlarbrevError, `config-invalid`, that lists every problem of a
 * file, each with file and line.
 */
export function readSettings(file: string): CheckedSettings {
  return readChain(resolve(file), [], projectFolder(resolve(file)))
}

function readChain(file: string, above: readonly string[], root: string): CheckedSettings {
  const { yaml, value } = readOne(file)
  const own = checkedOf(file, yaml, value, root)
  const bases = [value.extends ?? []].flat()
  const merged = bases.map((name, index) => {
    const at = Array.isArray(value.extends) ? ['extends', index] : ['extends']
    const fail = (key: string, values: Problem['values'] = {}): never => {
      const text = `extends: ${key} ${name}`
      throw new KlarbrevError('config-invalid', {}, [
        { where: yaml.locate(at), text, key, values: { name, ...values } },
      ])
    }
    if (!isPath(name)) {
      if (profileNames.includes(name)) return { ...empty(file), profiles: [name] }
      const near = nearest(name, profileNames)
      return fail(near === undefined ? 'unknown-profile' : 'unknown-profile-near', {
        allowed: profileNames.join(', '),
        ...(near !== undefined && { nearest: near }),
      })
    }
    const target = insideFile(file, name, root, fail)
    const chain = [...above, realpathSync(file)]
    if (chain.includes(target)) fail('extends-cycle')
    if (chain.length >= deepest) fail('extends-deep')
    return readChain(target, chain, root)
  })
  return [...merged, own].reduce(mergeSettings)
}

function isPath(name: string): boolean {
  return /[/\\:.]/u.test(name)
}

/** A file that a settings file names: beside it or below the project's folder, never elsewhere. */
function insideFile(from: string, name: string, root: string, fail: (key: string) => never): string {
  if (isAbsolute(name) || /^[a-z][a-z0-9+.-]*:/iu.test(name) || name.includes('\\') || name.includes('\0')) {
    fail('path-not-relative')
  }
  const target = resolve(dirname(from), name)
  const real = realPath(target) ?? fail('path-missing')
  const home = realPath(root) ?? root
  if (real !== home && !real.startsWith(home.endsWith(sep) ? home : home + sep)) fail('path-outside')
  return real
}

function realPath(path: string): string | undefined {
  try {
    return realpathSync(path)
  } catch {
    return undefined
  }
}

function readOne(file: string) {
  const yaml = readYaml(readText(file), file, 'config-invalid')
  const parsed = settingsSchema.safeParse(yaml.value ?? {})
  if (parsed.success) return { yaml, value: parsed.data }
  throw new KlarbrevError('config-invalid', {}, describeIssues(yaml, parsed.error.issues, settingsSchema))
}

/** The text of a settings, rule or baseline file. Throws `config-invalid` when it can't be read or is too large. */
export function readText(file: string, most: 'configBytes' | 'baselineBytes' = 'configBytes'): string {
  const fail = (key: string, cause?: unknown) =>
    new KlarbrevError('config-invalid', {}, [{ where: file, text: key, key, values: { name: file } }], { cause })
  let size: number
  try {
    const found = statSync(file)
    if (!found.isFile()) throw fail('path-missing')
    size = found.size
  } catch (error) {
    throw error instanceof KlarbrevError ? error : fail('path-missing', error)
  }
  if (size > limits[most]) throw fail('file-too-large')
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    throw fail('path-missing', error)
  }
}

function checkedOf(
  file: string,
  yaml: YamlFile,
  value: ReturnType<typeof settingsSchema.parse>,
  root: string,
): CheckedSettings {
  const { extends: _, $schema, rules = {}, overrides = [], ruleFiles = [], baseline, ...rest } = value
  const inside = (name: string, at: readonly PropertyKey[]) =>
    insideFile(file, name, root, (key): never => {
      const values = { name }
      throw new KlarbrevError('config-invalid', {}, [{ where: yaml.locate(at), text: `${key}: ${name}`, key, values }])
    })
  return {
    ...empty(file),
    ...(rest as Partial<CheckedSettings>),
    rules,
    overrides: overrides as CheckedOverride[],
    ruleFiles: ruleFiles.map((name, index) => inside(name, ['ruleFiles', index])),
    ...(baseline !== undefined && { baseline: resolve(dirname(file), baseline) }),
    said: [
      { file: yaml, at: ['rules'], rules },
      ...overrides.map((override, index) => ({
        file: yaml,
        at: ['overrides', index, 'rules'],
        rules: override.rules ?? {},
      })),
    ],
  }
}

function empty(file: string): CheckedSettings {
  return { file, profiles: [], rules: {}, overrides: [], ruleFiles: [], ignore: [], said: [] }
}

/** `over` before `base`; lists of both. */
function mergeSettings(base: CheckedSettings, over: CheckedSettings): CheckedSettings {
  return {
    ...base,
    ...over,
    profiles: [...base.profiles, ...over.profiles],
    rules: mergeChoices(base.rules, over.rules),
    overrides: [...base.overrides, ...over.overrides],
    ruleFiles: [...new Set([...base.ruleFiles, ...over.ruleFiles])],
    ignore: [...(base.ignore ?? []), ...(over.ignore ?? [])],
    words: {
      allow: [...(base.words?.allow ?? []), ...(over.words?.allow ?? [])],
      avoid: [...(base.words?.avoid ?? []), ...(over.words?.avoid ?? [])],
    },
    authority: mergeAuthority(base.authority ?? {}, over.authority ?? {}),
    said: [...base.said, ...over.said],
  }
}

function mergeAuthority(base: Authority, over: Authority): Authority {
  return {
    ...base,
    ...over,
    units: [...(base.units ?? []), ...(over.units ?? [])],
    complaintAddresses: over.complaintAddresses ?? base.complaintAddresses ?? [],
    caseTimes: { ...base.caseTimes, ...over.caseTimes },
  }
}

/** What the settings choose before their own rules: the profile that was asked for, else those they name. */
export function baseChoices(settings: CheckedSettings, profile: string | undefined): Choices {
  const names = profile === undefined ? settings.profiles : [profile]
  return (names.length === 0 ? ['recommended'] : names).reduce<Choices>(
    (choices, name) => mergeChoices(choices, findProfile(name).rules),
    {},
  )
}

/** Throws `config-invalid` where the settings speak of rules that don't exist, or give options their checks refuse. */
export function checkChoices(settings: CheckedSettings, rules: readonly Rule[]): void {
  const problems = settings.said.flatMap(({ file, at, rules: choices }) => choiceProblems(file, at, choices, rules))
  if (problems.length > 0) throw new KlarbrevError('config-invalid', {}, problems)
}
