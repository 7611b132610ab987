import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { readInput } from '../lint-files.ts'
import type { LintOptions } from '../lint-text.ts'
import type { LetterResult } from '../types.ts'
import { version } from '../version.ts'

/** Letters that had no remarks last time, so that they need not be read again while neither they nor the rules change. */
export interface CleanLetters {
  readonly knows: (path: string, options: LintOptions) => boolean
  readonly add: (result: LetterResult) => void
  readonly save: () => void
  /** How many letters were known. */
  readonly count: () => number
}

const cacheName = '.klarbrev-cache'

/**
 * Opens the cache in a folder. It holds hashes only: of klarbrev's version, the settings, the letter's path and its bytes.
 * A cache that can't be read is as good as none.
 */
export function openCleanLetters(cwd: string): CleanLetters {
  const file = resolve(cwd, cacheName)
  const before = readHashes(file)
  const now = new Set<string>()
  const asked = new Map<string, string>()
  const settings = new WeakMap<object, string>()
  let count = 0
  const settingsOf = (options: LintOptions): string => {
    const key = options.rules ?? options
    const known = settings.get(key) ?? digest(JSON.stringify(options))
    settings.set(key, known)
    return known
  }
  return {
    knows: (path, options) => {
      let bytes: Uint8Array
      try {
        bytes = readInput(path, cwd)
      } catch {
        return false
      }
      const hash = digest(version, settingsOf(options), path, bytes)
      if (before.has(hash)) {
        now.add(hash)
        count += 1
        return true
      }
      asked.set(path, hash)
      return false
    },
    add: ({ path, violations, suppressed, checked }) => {
      const hash = path === undefined ? undefined : asked.get(path)
      if (hash !== undefined && checked && violations.length + suppressed.length === 0) now.add(hash)
    },
    save: () => writeFileSync(file, `${[...now].sort().join('\n')}\n`),
    count: () => count,
  }
}

function readHashes(file: string): Set<string> {
  try {
    return new Set(readFileSync(file, 'utf8').split('\n'))
  } catch {
    return new Set()
  }
}

function digest(...parts: readonly (string | Uint8Array)[]): string {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part).update('\0')
  return hash.digest('hex')
}
