import { existsSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'

/** The names a settings file may have, the first one found in a folder holds. */
const settingsNames = ['klarbrev.yml', 'klarbrev.yaml', 'klarbrev.json'] as const

/** The settings file nearest to a folder: in it or in one above it. `known` remembers folders that were looked in. */
export function findSettings(folder: string, known = new Map<string, string | undefined>()): string | undefined {
  const start = resolve(folder)
  if (known.has(start)) return known.get(start)
  const here = settingsNames.map((name) => join(start, name)).find((file) => existsSync(file))
  const parent = dirname(start)
  const found = here ?? (parent === start ? undefined : findSettings(parent, known))
  known.set(start, found)
  return found
}

/** The outermost folder from which a settings file may take others: the highest with a settings file or a `.git`. */
export function projectFolder(settingsFile: string): string {
  let outermost = dirname(settingsFile)
  for (let folder = outermost, parent = dirname(folder); parent !== folder; folder = parent, parent = dirname(folder)) {
    if ([...settingsNames, '.git'].some((name) => existsSync(join(parent, name)))) outermost = parent
  }
  return outermost
}
