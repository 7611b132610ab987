import {
  closeSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  type Stats,
  statSync,
  unlinkSync,
  writeSync,
} from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { KlarbrevError } from '../errors.ts'
import { say } from '../messages.ts'
import { type Language, languages } from '../types.ts'
import type { Io } from './io.ts'

/** Where a report is written. */
export interface ReportFile {
  readonly write: (content: string | Uint8Array) => void
  /** The report is whole: it takes its name. */
  readonly finish: () => void
  /** The report is not wanted after all. After one of the two, neither does anything. */
  readonly discard: () => void
}

/** A report on standard output. */
export function standardOutput({ stdout }: Io): ReportFile {
  return { write: (text) => stdout.write(text.toString()), finish: () => {}, discard: () => {} }
}

/**
 * A report in a file. It is written under another name beside it, so that a run that is cut short leaves the old report
 * as it was. Throws `unknown-value` when it can't be written.
 */
export function openReportFile(path: string, { cwd }: Io, locale: Language): ReportFile {
  const found = statIfThere(resolve(cwd, path))
  if (found && !found.isFile() && !found.isDirectory()) return openDevice(resolve(cwd, path))
  const refuse = (key: string, cause?: unknown) => refuseOutput(path, say(locale, key), cause)
  if (found?.isDirectory()) throw refuse('usage.output-is-folder')
  // A link keeps pointing at the report.
  const target = found ? realpathSync(resolve(cwd, path)) : resolve(cwd, path)
  if (!statIfThere(dirname(target))?.isDirectory()) throw refuse('usage.output-folder')
  const draft = join(dirname(target), `.${basename(target)}.${process.pid}.tmp`)
  let file: number | undefined
  try {
    file = openSync(draft, 'w', found?.mode)
  } catch (error) {
    throw refuse('usage.output-unwritable', error)
  }
  const close = () => {
    if (file !== undefined) closeSync(file)
    file = undefined
  }
  return {
    write: (content) => {
      if (file !== undefined) writeAll(file, content)
    },
    finish: () => {
      if (file === undefined) return
      close()
      renameSync(draft, target)
    },
    discard: () => {
      if (file === undefined) return
      close()
      unlinkSync(draft)
    },
  }
}

/**
 * Throws `unknown-value` when the report would take the place of a file that is read, by whatever name. The report of an
 * earlier run is no letter, wherever it lies.
 */
export function keepInputs(output: string, inputs: readonly string[], cwd: string, locale: Language): void {
  const report = resolve(cwd, output)
  const found = statIfThere(report)
  const isReport = (input: string) => {
    const file = resolve(cwd, input)
    if (file === report) return true
    const other = found && statIfThere(file)
    return other !== undefined && other.ino === found?.ino && other.dev === found.dev
  }
  if (inputs.some(isReport) && !isOldReport(report)) throw refuseOutput(output, say(locale, 'usage.output-is-input'))
}

function isOldReport(file: string): boolean {
  const text = readFileSync(file, 'utf8')
  return languages.some((language) => text.includes(say(language, 'summary.no-clearance')))
}

function openDevice(path: string): ReportFile {
  const file = openSync(path, 'w')
  return { write: (content) => writeAll(file, content), finish: () => closeSync(file), discard: () => {} }
}

/** A pipe may take less than it is given. */
function writeAll(file: number, content: string | Uint8Array): void {
  const bytes = Buffer.from(content)
  for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at)
}

function statIfThere(path: string): Stats | undefined {
  try {
    return statSync(path)
  } catch {
    return undefined
  }
}

function refuseOutput(value: string, text: string, cause?: unknown): KlarbrevError {
  return new KlarbrevError('unknown-value', { option: '--output', value }, [{ text }], { cause })
}
