import type { Config } from '../config/make-config.ts'
import { KlarbrevError } from '../errors.ts'
import { describeLetterFailure, type LintFilesOptions, lintFiles, readStream } from '../lint-files.ts'
import { type LintOptions, lintText } from '../lint-text.ts'
import { showPath } from '../report/show.ts'
import type { LetterFailure, LetterResult } from '../types.ts'
import type { CheckOptions } from './check-options.ts'
import type { CleanLetters } from './clean-letters.ts'
import type { Io } from './io.ts'
import type { Progress } from './progress.ts'
import { keepInputs } from './report-file.ts'

/** What `klarbrev check` was asked to do. */
export interface CheckRun {
  readonly paths: readonly string[]
  readonly lintOptions: LintOptions
  readonly config: Config | undefined
  readonly options: CheckOptions
  readonly io: Io
  readonly progress: Progress
  /** Letters that need not be read. */
  readonly clean?: CleanLetters | undefined
}

/** The letter on standard input, where `-` asks for it, and then the files. */
export async function* lintInputs(
  run: CheckRun,
  failures: LetterFailure[],
  { onLetter, onCrash }: Pick<LintFilesOptions, 'onLetter' | 'onCrash'>,
): AsyncGenerator<LetterResult> {
  const { paths, lintOptions, config, options, io, progress } = run
  const onFailure = (failure: LetterFailure) => {
    failures.push(failure)
    progress.clear()
    io.stderr.write(`${showPath(failure.path)}: ${failure.message}\n`)
  }
  const keep = (inputs: readonly string[]) => {
    if (options.output !== undefined) keepInputs(options.output, inputs, io.cwd, options.locale ?? 'da')
  }
  const files = paths.filter((path) => path !== '-')
  if (files.length < paths.length) {
    if (options.stdinFilename !== undefined) keep([options.stdinFilename])
    onLetter?.('-')
    const own = options.stdinFilename === undefined ? undefined : await config?.optionsFor(options.stdinFilename)
    const result = own === 'ignored' ? undefined : await lintStream({ ...own, ...lintOptions }, options, io, onFailure)
    if (result) yield result
  }
  if (files.length === 0) return
  const { clean } = run
  const optionsFor = clean
    ? async (path: string) => {
        const own = await config?.optionsFor(path)
        return own !== 'ignored' && clean.knows(path, { ...own, ...lintOptions }) ? 'ignored' : own
      }
    : config?.optionsFor
  yield* lintFiles(files, {
    ...lintOptions,
    ...(options.locale && { locale: options.locale }),
    cwd: io.cwd,
    ...(optionsFor && { optionsFor }),
    ...(options.concurrency !== undefined && { concurrency: options.concurrency }),
    onFailure,
    onStart: (inputs) => {
      keep(inputs)
      progress.start(inputs.length)
    },
    ...(onLetter && { onLetter }),
    ...(onCrash && { onCrash }),
  })
}

async function lintStream(
  lintOptions: LintOptions,
  { stdinFilename, locale }: CheckOptions,
  io: Io,
  onFailure: (failure: LetterFailure) => void,
): Promise<LetterResult | undefined> {
  const name = stdinFilename ?? '-'
  try {
    const bytes = await readStream(io.stdin, name)
    return await lintText(bytes, { ...lintOptions, ...(stdinFilename === undefined ? {} : { path: stdinFilename }) })
  } catch (error) {
    if (!(error instanceof KlarbrevError)) throw error
    onFailure(describeLetterFailure(name, error, locale))
    return undefined
  }
}
