import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { type OwnRule, readOwnRules } from '../config/own-rules.ts'
import { KlarbrevError } from '../errors.ts'
import { lint } from '../lint.ts'
import { parseLetter } from '../lint-text.ts'
import { say } from '../messages.ts'
import { quote } from '../report/layout.ts'
import { showPath, showText } from '../report/show.ts'
import { allRules } from '../rules/load-rules.ts'
import type { Example, Rule } from '../rules/rule.ts'
import type { Language } from '../types.ts'
import type { Io } from './io.ts'

/** The options of `klarbrev test`. */
export interface TestRulesOptions {
  readonly locale?: Language
}

/** Runs the examples in rule files of the user's own and explains those that fail. Returns the exit code. */
export async function testRules(
  paths: readonly string[],
  { locale = 'da' }: TestRulesOptions,
  io: Io,
): Promise<number> {
  const files = paths.map((path) => resolve(io.cwd, path))
  const missing = files.findIndex((file) => !existsSync(file))
  const taken = new Set(allRules().map(({ id }) => id))
  const own = missing === -1 ? await readOwnRules(files, taken) : []
  if (own.length === 0) throw new KlarbrevError('rules-not-found', { path: paths[Math.max(missing, 0)] ?? '.' })
  let wrong = 0
  for (const one of own) {
    const faults = await faultsOf(one, locale)
    wrong += faults.length
    const count = one.rule.examples.bad.length + one.rule.examples.good.length
    if (faults.length === 0) {
      io.stdout.write(`✔ ${say(locale, 'test-rules.ok', { name: showText(one.rule.id), count })}\n`)
      continue
    }
    io.stdout.write(`✖ ${showText(one.rule.id)} (${showPath(one.file)})\n`)
    for (const fault of faults) io.stdout.write(`    ${fault}\n`)
  }
  const end =
    wrong === 0
      ? say(locale, 'test-rules.good', { count: own.length })
      : say(locale, 'test-rules.bad', { count: wrong })
  io.stdout.write(`${end}\n`)
  return wrong === 0 ? 0 : 1
}

async function faultsOf({ rule }: OwnRule, locale: Language): Promise<string[]> {
  const faults: string[] = []
  const list = (words: readonly string[]) => words.map((word) => quote(locale, word)).join(', ')
  const lost = [...rule.examples.bad, ...rule.examples.good].flatMap(marksLost)
  if (lost.length > 0) return [say(locale, 'problem.example-mark', { words: list(lost) })]
  for (const [index, example] of rule.examples.bad.entries()) {
    const number = index + 1
    const got = await wordsFound(rule, example)
    const wanted = example.found
    if (got.length === 0) faults.push(say(locale, 'problem.example-missed', { number }))
    else if (wanted && wanted.join('\0') !== got.join('\0')) {
      faults.push(say(locale, 'problem.example-words', { number, got: list(got), wanted: list(wanted) }))
    }
  }
  for (const [index, example] of rule.examples.good.entries()) {
    const got = await wordsFound(rule, example)
    if (got.length > 0) faults.push(say(locale, 'problem.example-alarm', { number: index + 1, got: list(got) }))
  }
  return faults
}

/** The words that a rule marks in an example, read as the example says. */
async function wordsFound(rule: Rule, { text, found: _, marks = [], ...options }: Example): Promise<string[]> {
  const letter = await parseLetter(text, { format: 'markdown', language: rule.language })
  const placed = marks.map(({ words, ...mark }) => {
    const start = words === '' ? letter.text.length : letter.text.indexOf(words)
    return { ...mark, start, end: start + words.length }
  })
  return lint({ ...letter, marks: placed }, [rule], options).map(({ excerpt }) => excerpt)
}

/** Words of a Word mark that don't stand in the example. */
function marksLost({ text, marks = [] }: Example): string[] {
  return marks.map(({ words }) => words).filter((words) => !text.includes(words))
}
