import { compareLetters } from '../compare/compare-letters.ts'
import { readInput } from '../lint-files.ts'
import { parseLetter } from '../lint-text.ts'
import { formatComparison } from '../report/comparison-report.ts'
import type { Excerpts } from '../report/mask.ts'
import type { Letter } from '../types.ts'
import { loadPaint } from './colours.ts'
import type { Io } from './io.ts'
import { naming } from './naming.ts'
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
  const parsing = { ...(language && { language }), ...(template && { template }), ...(fragment && { fragment }) }
  const read = (path: string): Promise<Letter> =>
    naming(path, parseLetter(readInput(path, io.cwd), { path, ...parsing }))
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
