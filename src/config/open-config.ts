import type { Config, ConfigOptions } from './make-config.ts'

/**
 * Opens the settings files of a run; each is found, read and checked when the first letter needs it. What reads them is
 * loaded here and not before, for most runs need none. Use it with `lintFiles(patterns, { optionsFor: config.optionsFor })`.
 */
export async function openConfig(options: ConfigOptions = {}): Promise<Config> {
  const { makeConfig } = await import('./make-config.ts')
  return makeConfig(options)
}
