import { resolve } from 'node:path'
import { findSettings } from '../config/find-settings.ts'
import type { Config } from '../config/make-config.ts'
import { openConfig } from '../config/open-config.ts'
import { loadRules } from '../rules/load-rules.ts'
import type { CheckOptions } from './check-options.ts'
import type { Io } from './io.ts'
import { checkRuleIds } from './option-values.ts'

/**
 * The settings that a run may need; undefined where there can be none, so that what reads them isn't loaded. The letters
 * may be anywhere below their paths, so each folder on the way counts.
 */
export async function loadConfig(
  paths: readonly string[],
  { config, profile, rule = [] }: Pick<CheckOptions, 'config' | 'profile' | 'rule'>,
  io: Io,
): Promise<Config | undefined> {
  if (config === false) return undefined
  const file = typeof config === 'string' ? config : undefined
  const known = new Map<string, string | undefined>()
  const mayHave = (path: string) => findSettings(resolve(io.cwd, path), known) !== undefined || isFolder(path)
  if (file === undefined && !paths.some((path) => (path === '-' ? mayHave('.') : mayHave(path)))) return undefined
  return openConfig({
    cwd: io.cwd,
    ...(file !== undefined && { file }),
    ...(profile !== undefined && { profile }),
    severities: Object.fromEntries(rule.map(({ id, severity }) => [id, severity])),
    onRules: (rules) =>
      checkRuleIds(
        rule.map(({ id }) => id),
        rules,
      ),
  })
}

/** Only folders and globs reach letters that have settings of their own further down. */
function isFolder(path: string): boolean {
  return !/\.[a-z]{2,8}$/iu.test(path)
}

/** Prints what holds for the first letter: every rule with its severity, and the rest as it was read. */
export async function printConfig(paths: readonly string[], config: Config | undefined, io: Io): Promise<number> {
  const [path = '.'] = paths
  const options = await config?.optionsFor(path)
  const settings = config?.settingsIn(resolve(io.cwd, path, '..'))
  const rules = (options === 'ignored' ? undefined : options?.rules) ?? (await loadRules())
  const { presumed, allowedWords, authority, language, locale } = options === 'ignored' ? {} : (options ?? {})
  const shown = {
    file: settings?.file ?? null,
    ignored: options === 'ignored',
    profiles: settings?.profiles.length ? settings.profiles : ['recommended'],
    ...(language && { language }),
    ...(locale && { locale }),
    ...presumed,
    ...(allowedWords && { allowedWords }),
    ...(authority && { authority }),
    rules: Object.fromEntries(rules.map(({ id, severity }) => [id, severity]).sort()),
  }
  io.stdout.write(`${JSON.stringify(shown, null, 2)}\n`)
  return 0
}
