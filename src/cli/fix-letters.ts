import { resolve } from 'node:path'
import { KlarbrevError } from '../errors.ts'
import { applyFixes, fixText } from '../fix.ts'
import { decodeText, encodeLike } from '../formats/decode.ts'
import { describeLetterFailure, expandInputs, readInput } from '../lint-files.ts'
import { type LintOptions, lintText } from '../lint-text.ts'
import { say } from '../messages.ts'
import { showPath } from '../report/show.ts'
import type { CheckOptions } from './check-options.ts'
import type { CheckRun } from './lint-inputs.ts'
import { replaceFile } from './replace-file.ts'

/** What came of fixing letters. */
export interface FixRun {
  /** Letters that could not be read or written. */
  readonly failed: number
}

/**
 * Makes the certain replacements in every Markdown and text letter: in the files, or with `--fix-dry-run` only as a
 * diff on standard output. Word files are left alone, and said so. What was done is told on standard error.
 */
export async function fixLetters(run: Omit<CheckRun, 'progress'>): Promise<FixRun> {
  const { paths, lintOptions, config, options, io } = run
  const locale = options.locale ?? 'da'
  const option = options.fixDryRun ? '--fix-dry-run' : '--fix'
  if (paths.includes('-'))
    throw new KlarbrevError('unknown-value', { option, value: '-' }, [{ text: say(locale, 'usage.fix-stdin') }])
  const tell = (path: string, text: string) => io.stderr.write(`${showPath(path)}: ${text}\n`)
  let failed = 0
  let total = 0
  const fail = (path: string, text: string) => {
    failed += 1
    tell(path, text)
  }
  for (const path of await findLetters(paths, io.cwd, (error) => {
    // Files that can't be read are told of by the report that follows; after a dry run there is none.
    if (options.fixDryRun) fail(String(error.values['path'] ?? ''), describeLetterFailure('', error, locale).message)
  })) {
    try {
      const own = await config?.optionsFor(path)
      if (own === 'ignored') continue
      const fixed = await fixLetter(path, { ...own, ...lintOptions }, io.cwd)
      if (fixed === 'word') tell(path, say(locale, 'fix.word'))
      else if (fixed === 'encoding') fail(path, say(locale, 'fix.encoding'))
      else if (fixed.count > 0) {
        total += fixed.count
        if (options.fixDryRun) io.stdout.write(await showDiff(path, fixed, options))
        else replaceFile(resolve(io.cwd, path), fixed.bytes)
        tell(path, say(locale, options.fixDryRun ? 'fix.would' : 'fix.done', { count: fixed.count }))
      }
    } catch (error) {
      if (error instanceof KlarbrevError) {
        if (options.fixDryRun) fail(path, describeLetterFailure(path, error, locale).message)
      } else if (isFileError(error)) fail(path, say(locale, 'fix.unwritable'))
      else throw error
    }
  }
  if (total === 0) io.stderr.write(`${say(locale, 'fix.nothing')}\n`)
  return { failed }
}

async function findLetters(
  patterns: readonly string[],
  cwd: string,
  onMissing: (error: KlarbrevError) => void,
): Promise<ReadonlySet<string>> {
  const found = new Set<string>()
  for (const pattern of patterns) {
    try {
      for (const path of await expandInputs([pattern], { cwd })) found.add(path)
    } catch (error) {
      if (!(error instanceof KlarbrevError)) throw error
      onMissing(error)
    }
  }
  return found
}

interface FixedFile {
  readonly count: number
  readonly before: string
  readonly after: string
  readonly bytes: Uint8Array
}

async function fixLetter(path: string, options: LintOptions, cwd: string): Promise<FixedFile | 'word' | 'encoding'> {
  const bytes = readInput(path, cwd)
  const lintOptions = { ...options, path }
  const result = await lintText(bytes, lintOptions)
  if (result.letter.format === 'docx') return 'word'
  const before = decodeText(bytes)
  if (applyFixes(result).count === 0) return { count: 0, before, after: before, bytes }
  const { text, count } = await fixText(before, { ...lintOptions, format: result.letter.format })
  const encoded = encodeLike(text, bytes)
  return encoded ? { count, before, after: text, bytes: encoded } : 'encoding'
}

/** The lines that change, CPR numbers masked; nothing where the letter's words may not be shown. */
async function showDiff(path: string, { before, after }: FixedFile, { excerpts }: CheckOptions): Promise<string> {
  if (excerpts !== undefined && excerpts !== 'full') return ''
  const { createTwoFilesPatch } = await import('diff')
  const name = showPath(path)
  const patch = createTwoFilesPatch(name, name, before, after, undefined, undefined, { context: 2 })
  // Line by line, so that nothing in a letter can pass for a command to the terminal.
  return patch
    .replace(/^(?:Index: [^\n]*\n)?=+\n/u, '')
    .split('\n')
    .map(showPath)
    .join('\n')
}

function isFileError(error: unknown): boolean {
  return error instanceof Error && 'syscall' in error
}
