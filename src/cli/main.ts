import { CommanderError } from 'commander'
import { KlarbrevError } from '../errors.ts'
import { explainError, say } from '../messages.ts'
import { showPath, showText } from '../report/show.ts'
import type { Language } from '../types.ts'
import { describeCrash } from './describe-crash.ts'
import type { Io } from './io.ts'
import { runProgram } from './program.ts'

/**
 * Runs the command line. Returns the exit code: 0 nothing at or above `--fail-on`; 1 violations; 2 wrong usage,
 * unreadable input or a crash. Writes only to `io`, and never exits.
 */
export async function main(argv: readonly string[], io: Io): Promise<number> {
  const locale = requestedLocale(argv)
  try {
    return await runProgram(argv, io, locale)
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return 0
    io.stderr.write(`${describeFailure(locale, error)}\n`)
    return 2
  }
}

/** The language of help and errors has to be known before the options are read. */
function requestedLocale(argv: readonly string[]): Language {
  const index = argv.lastIndexOf('--locale')
  return argv.includes('--locale=en') || (index !== -1 && argv[index + 1] === 'en') ? 'en' : 'da'
}

function describeFailure(locale: Language, error: unknown): string {
  if (error instanceof KlarbrevError) return describeKnown(locale, error)
  if (error instanceof CommanderError) return describeUsage(locale, error)
  return describeCrash(locale, error)
}

function describeKnown(locale: Language, error: KlarbrevError): string {
  const { path } = error.values
  const text = explainError(locale, error)
  const named = path === undefined ? text : `${path}: ${text}`
  return named.split('\n').map(showPath).join('\n')
}

/** Commander says what is wrong in English only; what it is wrong with stands between quotation marks. */
function describeUsage(locale: Language, error: CommanderError): string {
  const what = showText(/'([^']*)'/u.exec(error.message)?.[1] ?? '')
  const near = /Did you mean (?:one of )?([^?,]+)/u.exec(error.message)?.[1]
  const key = error.code.replace('commander.', 'usage.').replace(/[A-Z]/gu, (letter) => `-${letter.toLowerCase()}`)
  const hint = near === undefined ? [] : [say(locale, 'error.nearest', { nearest: near })]
  const dash = /^-.*\.\w+$/u.test(what) ? [say(locale, 'usage.dash-file')] : []
  return [say(locale, key, { what }), ...hint, ...dash, say(locale, 'usage.see-help')].join(' ')
}
