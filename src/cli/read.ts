import { lint } from '../lint.ts'
import { readInput, readStream } from '../lint-files.ts'
import { parseLetter } from '../lint-text.ts'
import { readLetter } from '../reading/read-letter.ts'
import { formatReading, type Wanted } from '../report/reading-report.ts'
import { loadRules } from '../rules/load-rules.ts'
import type { Area, ElementName, Kind, Language, Letter, Outcome, Reading } from '../types.ts'
import { loadPaint } from './colours.ts'
import type { Io } from './io.ts'
import { naming } from './naming.ts'

/** The options of `klarbrev read`. */
export interface ReadCommandOptions {
  readonly format: 'pretty' | 'json'
  readonly kind?: Kind
  readonly outcome?: Outcome
  readonly area?: Area
  readonly date?: string
  readonly language?: Language
  readonly template?: boolean
  readonly fragment?: boolean
  readonly locale?: Language
  readonly stdinFilename?: string
  readonly color: boolean
}

/** Shows how one letter was understood. Throws a KlarbrevError when it can't be read. */
export async function read(path: string, options: ReadCommandOptions, io: Io): Promise<void> {
  const { format, kind, outcome, area, date, language, template, fragment, locale, stdinFilename, color } = options
  const name = path === '-' ? stdinFilename : path
  const bytes = path === '-' ? await readStream(io.stdin, path) : readInput(path, io.cwd)
  const parsing = parseLetter(bytes, {
    ...(language && { language }),
    ...(template && { template }),
    ...(fragment && { fragment }),
    ...(name !== undefined && { path: name }),
  })
  const letter = await naming(name ?? path, parsing)
  const reading = readLetter(letter, {
    ...(kind && { kind }),
    ...(outcome && { outcome }),
    ...(area && { area }),
    ...(date && { date }),
  })
  const page = {
    paint: await loadPaint(color && format === 'pretty', io),
    ...(locale && { locale }),
    ...(io.stdout.columns ? { width: io.stdout.columns } : {}),
  }
  io.stdout.write(formatReading(letter, reading, format, page, await wantedIn(letter, reading)))
}

/** The elements that rules ask of this letter and that it lacks. */
async function wantedIn(letter: Letter, reading: Reading): Promise<Wanted> {
  const rules = (await loadRules({ language: letter.language })).filter(({ check }) => check === 'required-element')
  const missing = new Set(lint(letter, rules, { reading }).map(({ ruleId }) => ruleId))
  const wanted: Partial<Record<ElementName, string[]>> = {}
  for (const { id, options } of rules.filter((rule) => missing.has(rule.id))) {
    for (const name of options['anyOf'] as readonly ElementName[]) wanted[name] = [...(wanted[name] ?? []), id]
  }
  return wanted
}
