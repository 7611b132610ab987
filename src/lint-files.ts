import { readFileSync, statSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { basename, join, resolve, sep } from 'node:path'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { type ErrorCode, KlarbrevError } from './errors.ts'
import { limits } from './limits.ts'
import type { Outcome } from './lint-pool.ts'
import { type LintOptions, lintText } from './lint-text.ts'
import { explainError } from './messages.ts'
import type { Language, LetterFailure, LetterResult } from './types.ts'

/** Options for linting files. */
export interface LintFileOptions extends LintOptions {
  /** The folder that relative paths start from. Default: the working folder of the process. */
  readonly cwd?: string
}

/** Options for linting many files. */
export interface LintFilesOptions extends LintFileOptions {
  /** Language of the messages about files that could not be linted. Default: Danish. */
  readonly locale?: Language
  /** Gets every file that could not be linted. Without it they are thrown together, as one error, at the end. */
  readonly onFailure?: (failure: LetterFailure) => void
  /** Called once, before the first letter is read, with every path that will be. */
  readonly onStart?: (paths: readonly string[]) => void
  /**
   * How one letter is to be linted, under the other options; `'ignored'` leaves it out. See `openConfig`. What it throws
   * ends the run. What it returns goes to another thread where there are several, so it holds no functions then.
   */
  readonly optionsFor?: (path: string) => Promise<LintOptions | 'ignored' | undefined>
  /** Threads to lint on; `auto`: one for each core. Default 1. Few letters are linted on fewer. */
  readonly concurrency?: number | 'auto'
  /** Called before each letter is read; with several threads, before one is told to read it. */
  readonly onLetter?: (path: string) => void
  /** Called with the letter that a mistake in klarbrev came to light on, before it is thrown. */
  readonly onCrash?: (path: string) => void
}

/** Names of files that are taken for letters in folders and globs. Files named outright may be called anything. */
const letterName = /\.(?:md|markdown|mdown|txt|text|docx|docm|dotx|dotm)$/iu
/** What Word leaves beside a document that is open. */
const lockName = /^~\$/u
const globCharacters = /[*?[\]{}!()]/u

/**
 * The letters that files, folders (searched right down) and globs stand for: sorted, each once, with forward
 * slashes, and relative where the pattern is. `node_modules` and dot folders are skipped, and links are not followed.
 * Throws `input-not-found` when a pattern matches nothing, `input-no-letters` when it is a folder.
 */
export async function expandInputs(patterns: readonly string[], options: { cwd?: string } = {}): Promise<string[]> {
  const { paths, missing } = await findInputs(patterns, options.cwd)
  const [first, ...others] = missing
  if (first === undefined) return paths
  const { code } = nothingFound(first, options.cwd)
  throw new KlarbrevError(code, { path: first }, others.length === 0 ? [] : missing.map((path) => ({ text: path })))
}

/**
 * Lints one file. Throws a KlarbrevError when it can't be read: `input-not-found`, `input-not-a-file`,
 * `input-too-large`, `input-unreadable`, or what its format says.
 */
export async function lintFile(path: string, options: LintFileOptions = {}): Promise<LetterResult> {
  const { cwd, ...lintOptions } = options
  return lintText(readInput(path, cwd), { ...lintOptions, path: withForwardSlashes(path) })
}

/**
 * Lints every letter that `patterns` stand for, one at a time, in order of their paths. A file that can't be read
 * doesn't stop the others: see `onFailure`.
 */
export async function* lintFiles(
  patterns: readonly string[],
  options: LintFilesOptions = {},
): AsyncGenerator<LetterResult, void, undefined> {
  const { onFailure, onStart, onLetter, onCrash, optionsFor, locale, concurrency = 1, ...fileOptions } = options
  const failures: { failure: LetterFailure; error: KlarbrevError }[] = []
  const fail = (path: string, error: KlarbrevError) => {
    const failure = describeLetterFailure(path, error, locale)
    if (onFailure) onFailure(failure)
    else failures.push({ failure, error })
  }
  const { paths, missing } = await findInputs(patterns, options.cwd)
  const named = new Set(patterns.map(withForwardSlashes))
  onStart?.(paths)
  for (const path of missing) fail(path, nothingFound(path, options.cwd))
  const merged = new Map<LintOptions | undefined, LintFileOptions>()
  async function* letters() {
    for (const path of paths) {
      // Letters that are parsed without waiting would keep everything else waiting, the user's Ctrl-C too.
      await nextTurn()
      const own = await optionsFor?.(path)
      if (own === 'ignored') continue
      onLetter?.(path)
      const lintOptions = merged.get(own) ?? { ...own, ...fileOptions }
      merged.set(own, lintOptions)
      yield { path, cwd: options.cwd, options: lintOptions }
    }
  }
  const workers = workersFor(concurrency, paths.length, fileOptions)
  const outcomes = workers > 1 ? (await import('./lint-pool.ts')).lintInPool(letters(), workers) : lintInTurn(letters())
  for await (const { path, result, error, crash } of outcomes) {
    if (result) yield result
    // A report that lies among the letters is passed over; who names it is told.
    else if (error?.code === 'input-report' && !named.has(path)) continue
    else if (error) fail(path, error)
    else {
      onCrash?.(path)
      throw crash
    }
  }
  const [first] = failures
  if (first === undefined) return
  throw new KlarbrevError(
    first.error.code,
    first.error.values,
    failures.map(({ failure }) => ({ where: failure.path, text: failure.message })),
  )
}

async function* lintInTurn(
  letters: AsyncIterable<{ readonly path: string; readonly options: LintFileOptions }>,
): AsyncGenerator<Outcome> {
  for await (const { path, options } of letters) {
    try {
      yield { path, result: await lintFile(path, options) }
    } catch (error) {
      yield error instanceof KlarbrevError ? { path, error } : { path, crash: error }
    }
  }
}

/** Below this many letters a thread takes longer to start, and to compile the rules for, than it saves. */
const lettersPerWorker = 200

/** Checks from code and functions can't go to another thread. */
function workersFor(concurrency: number | 'auto', letters: number, options: LintOptions): number {
  if (options.checks || options.onRule) return 1
  const wanted = concurrency === 'auto' ? availableParallelism() : concurrency
  return Math.min(wanted, Math.ceil(letters / lettersPerWorker))
}

/** A file that could not be linted, as reports show it. */
export function describeLetterFailure(path: string, error: KlarbrevError, locale: Language = 'da'): LetterFailure {
  return { path, code: error.code, message: explainError(locale, error) }
}

/**
 * Reads a file whole, after looking at what it is: never opens a pipe, a device or a file over the limit. Reads at once,
 * without waiting: for files as small as letters that takes a tenth of the time.
 */
export function readInput(path: string, cwd = '.'): Uint8Array {
  try {
    const file = resolve(cwd, path)
    const found = statSync(file)
    if (!found.isFile()) throw new KlarbrevError('input-not-a-file', { path })
    if (found.size > limits.fileBytes) throw tooLarge(path)
    return readFileSync(file)
  } catch (error) {
    throw readingError(error, path)
  }
}

/** Reads a stream whole, up to the limit on files. `path` is only for the error. */
export async function readStream(stream: AsyncIterable<Uint8Array>, path: string): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of stream) {
    length += chunk.length
    if (length > limits.fileBytes) throw tooLarge(path)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks, length)
}

function tooLarge(path: string): KlarbrevError {
  return new KlarbrevError('input-too-large', { path })
}

/** Failures of the file system become errors that a user can put right; anything else stays what it is. */
function readingError(error: unknown, path: string): unknown {
  if (error instanceof KlarbrevError || systemCode(error) === undefined) return error
  return new KlarbrevError(isMissing(error) ? 'input-not-found' : readingCode(error), { path }, [], { cause: error })
}

function readingCode(error: unknown): ErrorCode {
  return systemCode(error) === 'EISDIR' ? 'input-not-a-file' : 'input-unreadable'
}

function isMissing(error: unknown): boolean {
  return ['ENOENT', 'ENOTDIR', 'ENAMETOOLONG', 'ERR_INVALID_ARG_VALUE'].includes(systemCode(error) ?? '')
}

function systemCode(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined
}

async function findInputs(patterns: readonly string[], cwd = '.'): Promise<{ paths: string[]; missing: string[] }> {
  const found = new Map<string, string>()
  const missing: string[] = []
  for (const pattern of patterns) {
    const paths = await findInput(pattern, cwd)
    if (paths.length === 0) missing.push(withForwardSlashes(pattern))
    for (const path of paths) {
      const file = resolve(cwd, path)
      if (!found.has(file)) found.set(file, path)
    }
  }
  // Plain comparison of code units: the order is the same on every machine.
  return { paths: [...found.values()].sort(), missing: [...new Set(missing)] }
}

function nothingFound(path: string, cwd = '.'): KlarbrevError {
  const isFolder = kindOf(resolve(cwd, path)) === 'folder'
  return new KlarbrevError(isFolder ? 'input-no-letters' : 'input-not-found', { path })
}

/** A name that exists is that file or folder, whatever characters it holds; only then may it be a glob. */
async function findInput(pattern: string, cwd: string): Promise<string[]> {
  const kind = kindOf(resolve(cwd, pattern))
  if (kind === 'file') return [withForwardSlashes(pattern)]
  if (kind === 'folder') {
    const names = await findLetters('**/*', resolve(cwd, pattern))
    return names.map((name) => withForwardSlashes(join(pattern, name)))
  }
  return globCharacters.test(pattern) ? findLetters(withForwardSlashes(pattern), cwd) : []
}

/** What can't be looked at counts as a file, so that reading it tells why. */
function kindOf(path: string): 'file' | 'folder' | 'missing' {
  try {
    return statSync(path).isDirectory() ? 'folder' : 'file'
  } catch (error) {
    return isMissing(error) ? 'missing' : 'file'
  }
}

async function findLetters(pattern: string, cwd: string): Promise<string[]> {
  const { glob } = await import('tinyglobby')
  const paths = await glob(pattern, {
    cwd,
    ignore: ['**/node_modules/**'],
    expandDirectories: false,
    followSymbolicLinks: false,
  })
  return paths.filter((path) => letterName.test(path) && !lockName.test(basename(path))).map(withForwardSlashes)
}

function withForwardSlashes(path: string): string {
  return sep === '\\' ? path.replaceAll('\\', '/') : path
}
