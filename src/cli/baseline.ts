import { writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { type BaselineReason, writeBaseline } from '../config/baseline.ts'
import { KlarbrevError } from '../errors.ts'
import { say } from '../messages.ts'
import type { LetterFailure, LetterResult } from '../types.ts'
import type { CheckOptions } from './check-options.ts'
import type { Io } from './io.ts'
import { lintInputs } from './lint-inputs.ts'
import { makeLintOptions } from './lint-options.ts'
import { loadConfig } from './load-config.ts'
import { showProgress } from './progress.ts'

/** The options of `klarbrev baseline`. */
export interface BaselineOptions extends Omit<CheckOptions, 'format' | 'output'> {
  readonly baseline?: string
  readonly reason: string
  readonly owner?: string
  readonly expires?: string
}

/** The baseline where neither options nor settings name one. */
const defaultFile = 'klarbrev-baseline.json'

/** Accepts everything that is wrong today, with a reason. Returns the exit code: 2 when a letter could not be read. */
export async function makeBaseline(paths: readonly string[], given: BaselineOptions, io: Io): Promise<number> {
  if (paths.length === 0) throw new KlarbrevError('no-input')
  const { reason, owner, expires, locale = 'da' } = given
  const options: CheckOptions = { ...given, format: 'json' }
  const config = await loadConfig(paths, options, io)
  const file = resolve(io.cwd, given.baseline ?? config?.settingsIn(io.cwd)?.baseline ?? defaultFile)
  const lintOptions = makeLintOptions(options, config !== undefined)
  const failures: LetterFailure[] = []
  const progress = showProgress(io, locale)
  const results: Pick<LetterResult, 'path' | 'violations'>[] = []
  for await (const { path, violations } of lintInputs({ paths, lintOptions, config, options, io, progress }, failures, {
    onLetter: progress.step,
  })) {
    results.push({ path, violations })
  }
  progress.clear()
  const about: BaselineReason = { reason, ...(owner && { owner }), ...(expires && { expires }) }
  const { text, added, kept, removed } = writeBaseline(file, io.cwd, results, about)
  writeFileSync(file, text)
  io.stdout.write(`${say(locale, 'baseline.written', { added, kept, removed })}\n`)
  return failures.length > 0 ? 2 : 0
}
