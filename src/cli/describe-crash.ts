import { say } from '../messages.ts'
import type { Language } from '../types.ts'

/**
 * What to say about a mistake in klarbrev itself: the names of the errors and where they happened. Their messages are
 * left out, for they may hold words of a letter.
 */
export function describeCrash(locale: Language, error: unknown): string {
  return [say(locale, 'crash.what'), ...causes(error).flatMap(describeError), say(locale, 'crash.report'), ''].join(
    '\n',
  )
}

function describeError(error: unknown): string[] {
  if (!(error instanceof Error)) return [typeof error]
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /u.test(line))
  const code = 'code' in error && typeof error.code === 'string' ? ` ${error.code}` : ''
  return [`${error.name}${code}`, ...frames]
}

function causes(error: unknown): unknown[] {
  const found: unknown[] = []
  for (let cause = error; cause !== undefined && found.length < 10; ) {
    found.push(cause)
    cause = cause instanceof Error ? cause.cause : undefined
  }
  return found
}
