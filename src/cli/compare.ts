import { compareLetters } from '../compare/compare-letters.ts'
import { KlarbrevError } from '../errors.ts'
import { readInput } from '../lint-files.ts'
import { parseLetter } from '../lint-text.ts'
import { formatComparison } from '../report/comparison-report.ts'
import type { Excerpts } from '../report/mask.ts'
import type { Letter } from '../types.ts'
import { loadPaint } from './colours.ts'
import type { Io } from './io.ts'
import type { ReadCommandOptions } from './read.ts'

/** The options of `klarbrev compare`. */
export interface CompareCommandOptions extends Omit<ReadCommandOptions, 'stdinFilename'> {
  readonly excerpts?: Excerpts
}

/**
 * Says what a rewrite of a letter lost, changed and added. Returns the exit code: 1 when something that the letter has to
 * have was lost or says something else now. Throws a KlarbrevError when one of the two can't be read.
 */
export async function compare(before: string, after: string, options: CompareCommandOptions, io: Io): Promise<number> {
  const { format, kind, outcome, area, language, template, fragment, locale, excerpts, color } = options
  const read = async (path: string): Promise<Letter> => {
    try {
      return await parseLetter(readInput(path, io.cwd), {
        path,
        ...(language && { language }),
        ...(template && { template }),
        ...(fragment && { fragment }),
      })
    } catch (error) {
      if (!(error instanceof KlarbrevError)) throw error
      throw new KlarbrevError(error.code, { ...error.values, path }, error.problems, { cause: error })
    }
  }
  const letters = [await read(before), await read(after)] as const
  const given = { ...(kind && { kind }), ...(outcome && { outcome }), ...(area && { area }) }
  const comparison = compareLetters(letters[0], letters[1], given)
  io.stdout.write(
    formatComparison(letters, comparison, format, {
      paint: await loadPaint(color && format === 'pretty', io),
      ...(locale && { locale }),
      ...(excerpts && { excerpts }),
      ...(io.stdout.columns ? { width: io.stdout.columns } : {}),
    }),
  )
  return comparison.worse ? 1 : 0
}
