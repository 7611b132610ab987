import { dirname, relative, resolve, sep } from 'node:path'
import picomatch from 'picomatch'
import type { LintOptions } from '../lint-text.ts'
import { allRules } from '../rules/load-rules.ts'
import { chooseRules, mergeChoices } from '../rules/profile.ts'
import type { Rule } from '../rules/rule.ts'
import type { Severity } from '../types.ts'
import { findSettings } from './find-settings.ts'
import { readOwnRules } from './own-rules.ts'
import { baseChoices, type CheckedOverride, type CheckedSettings, checkChoices, readSettings } from './read-settings.ts'
import type { OwnWords } from './settings.ts'

export interface ConfigOptions {
  /** The folder that relative paths start from. Default: the working folder of the process. */
  readonly cwd?: string
  /** This settings file for every letter, whatever stands beside it. Default: the nearest one above each letter. */
  readonly file?: string
  /** A profile to use in place of those that the settings extend. */
  readonly profile?: string
  /** Severities that go before those of the settings. */
  readonly severities?: Readonly<Record<string, Severity | 'off'>>
  /** Called when it is known which rules there are. */
  readonly onRules?: (rules: readonly Rule[]) => void
}

/** The settings files of a run, each read once. */
export interface Config {
  /**
   * How a letter is to be linted, by its path: `undefined` where no settings hold, `'ignored'` where they say it is not
   * to be read. Throws a KlarbrevError, `config-invalid` or `rule-invalid`, for settings that can't be used.
   */
  readonly optionsFor: (path: string) => Promise<LintOptions | 'ignored' | undefined>
  /** The settings that hold in a folder. */
  readonly settingsIn: (folder: string) => CheckedSettings | undefined
}

interface Opened {
  readonly settings: CheckedSettings
  readonly rules: readonly Rule[]
  readonly isIgnored: (path: string) => boolean
  readonly overrides: readonly { readonly override: CheckedOverride; readonly fits: (path: string) => boolean }[]
  /** Options by the overrides that fit, so that letters alike share one object. */
  readonly options: Map<string, LintOptions>
}

/** Finds and reads settings files as letters need them. */
export function makeConfig(options: ConfigOptions = {}): Config {
  const cwd = options.cwd ?? '.'
  const folders = new Map<string, string | undefined>()
  const files = new Map<string, CheckedSettings>()
  const opened = new Map<string, Promise<Opened>>()
  const settingsIn = (folder: string): CheckedSettings | undefined => {
    const file = options.file === undefined ? findSettings(folder, folders) : resolve(cwd, options.file)
    if (file === undefined) return undefined
    const known = files.get(file) ?? readSettings(file)
    files.set(file, known)
    return known
  }
  return {
    settingsIn,
    optionsFor: async (path) => {
      const letter = resolve(cwd, path)
      const settings = settingsIn(dirname(letter))
      if (!settings) {
        options.onRules?.(allRules())
        return undefined
      }
      const one = opened.get(settings.file) ?? open(settings, options)
      opened.set(settings.file, one)
      return optionsOf(await one, letter, options)
    },
  }
}

async function open(settings: CheckedSettings, { onRules }: ConfigOptions): Promise<Opened> {
  const builtIn = allRules()
  const own = await readOwnRules(settings.ruleFiles, new Set(builtIn.map(({ id }) => id)))
  const rules = [...builtIn, ...own.map(({ rule }) => rule)]
  onRules?.(rules)
  checkChoices(settings, rules)
  return {
    settings,
    rules,
    isIgnored: matcher(settings.ignore ?? []),
    overrides: settings.overrides.map((override) => ({ override, fits: matcher(override.files) })),
    options: new Map(),
  }
}

/** Tells by globs from the settings file's folder; without a slash, a glob is for names at any depth. */
function matcher(globs: readonly string[]): (path: string) => boolean {
  if (globs.length === 0) return () => false
  const deep = globs.map((glob) => (glob.replace(/\/$/u, '').includes('/') ? glob : `**/${glob}`))
  return picomatch(
    deep.flatMap((glob) => (glob.endsWith('/') ? [`${glob}**`] : [glob, `${glob}/**`])),
    { dot: true },
  )
}

function optionsOf(
  opened: Opened,
  letter: string,
  { profile, severities = {} }: ConfigOptions,
): LintOptions | 'ignored' {
  const { settings } = opened
  const path = relative(dirname(settings.file), letter).split(sep).join('/')
  if (opened.isIgnored(path)) return 'ignored'
  const fitting = opened.overrides.map(({ fits }) => fits(path))
  const key = fitting.map(Number).join('')
  const known = opened.options.get(key)
  if (known) return known
  const overrides = opened.overrides.filter((_, index) => fitting[index]).map(({ override }) => override)
  const given = Object.fromEntries(Object.entries(severities).map(([id, severity]) => [id, { severity }]))
  const choices = [settings.rules, ...overrides.map(({ rules = {} }) => rules), given].reduce(
    mergeChoices,
    baseChoices(settings, profile),
  )
  const { kind, outcome, area, language, template, fragment } = Object.assign({}, ...overrides) as CheckedOverride
  const made: LintOptions = {
    rules: withOwnWords(chooseRules(opened.rules, choices), settings.words),
    ...(settings.words?.allow && { allowedWords: settings.words.allow }),
    ...(settings.authority && { authority: settings.authority }),
    ...(language && { language }),
    ...(settings.locale && { locale: settings.locale }),
    presumed: { ...(kind && { kind }), ...(outcome && { outcome }), ...(area && { area }) },
    ...(template !== undefined && { template }),
    ...(fragment !== undefined && { fragment }),
  }
  opened.options.set(key, made)
  return made
}

/** Rules that look for words of a list know the authority's own words too: those it avoids, and those it means to use. */
function withOwnWords(rules: readonly Rule[], { allow = [], avoid = [] }: OwnWords = {}): readonly Rule[] {
  if (allow.length + avoid.length === 0) return rules
  const own = [
    ...avoid.map((entry) => ({ level: 'warning', ...entry })),
    ...allow.map((words) => ({ level: 'off', words, use: [] })),
  ]
  return rules.map((rule) => {
    if (rule.check !== 'words') return rule
    const before = rule.options['own']
    return { ...rule, options: { ...rule.options, own: [...own, ...(Array.isArray(before) ? before : [])] } }
  })
}
