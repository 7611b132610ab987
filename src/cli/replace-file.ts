import { closeSync, fsyncSync, openSync, realpathSync, renameSync, statSync, unlinkSync, writeSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'

/**
 * Puts new bytes in the place of a file, all at once: they are written under another name beside it, which then takes
 * the file's place. A link goes on pointing at the file, and the file keeps its mode. Throws what the file system says.
 */
export function replaceFile(path: string, bytes: Uint8Array): void {
  const target = realpathSync(path)
  const draft = join(dirname(target), `.${basename(target)}.${process.pid}.tmp`)
  const file = openSync(draft, 'wx', statSync(target).mode)
  try {
    try {
      writeSync(file, bytes)
      fsyncSync(file)
    } finally {
      closeSync(file)
    }
    renameSync(draft, target)
  } catch (error) {
    unlinkSync(draft)
    throw error
  }
}
