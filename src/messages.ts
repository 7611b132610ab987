import type { KlarbrevError } from './errors.ts'
import { pack } from './pack.ts'
import type { Language } from './types.ts'

/** Values for the names in a message. */
export type MessageValues = Readonly<Record<string, string | number>>

/**
 * The text of the catalogue (`rules/<locale>/messages.yml`) under `key`. `{name}` is replaced by a value;
 * `{count, letter|letters}` by the first form where `count` is 1, else by the second. A key or a value that is
 * missing is a programming error and throws.
 */
export function say(locale: Language, key: string, values: MessageValues = {}): string {
  const { messages } = pack[locale]
  const text = Object.hasOwn(messages, key) ? messages[key] : undefined
  if (text === undefined) throw new Error(`There is no message "${key}" in ${locale}`)
  return text.replace(/\{(\w+)(?:, *([^|{}]*)\|([^{}]*))?\}/gu, (_, name: string, one?: string, many?: string) => {
    const value = values[name]
    if (value === undefined) throw new Error(`The message "${key}" needs a value for {${name}}`)
    if (one === undefined || many === undefined) return String(value)
    return value === 1 ? one : many
  })
}

/** Values of an error that are worth a sentence of their own, in the order of the sentences. */
const hints = ['nearest', 'allowed', 'found', 'part'] as const

/**
 * What went wrong and what to do, in a few sentences; then a line for each problem. The error's values `nearest`,
 * `allowed`, `found` (what a file looks like) and `part` (of a Word file) become hints. Names no file: whoever shows
 * it says which.
 */
export function explainError(locale: Language, error: KlarbrevError): string {
  const { values } = error
  const given = hints.filter((name) => values[name] !== undefined && values[name] !== 'unknown')
  const sentences = [
    say(locale, `error.${error.code}`, values),
    ...given.map((name) => say(locale, `error.${name}`, values)),
  ]
  const problems = error.problems.map(({ where, text, key, values }) => {
    const said = key === undefined ? text : say(locale, `problem.${key}`, values)
    return `  ${where === undefined ? '' : `${where}: `}${said}`
  })
  return [sentences.join(' '), ...problems].join('\n')
}
