import { KlarbrevError } from '../../src/errors.ts'
import type { LintOptions } from '../../src/lint-text.ts'
import type { Language, Letter, LetterResult, Reading, Severity } from '../../src/types.ts'
import { makeLetter, makeReading, makeResult } from '../report/make-result.ts'
import { rules } from '../report/rules.ts'

/**
 * An engine that finds what the letter says it should: a line `!error complaint/deadline` is such a violation,
 * `!fail input-empty` an error, and `!crash` a mistake in klarbrev. What the command line does is tested with it, so
 * that no test of the command line changes with a rule.
 */
export async function lintText(source: string | Uint8Array, options: LintOptions = {}): Promise<LetterResult> {
  const letter = await parseLetter(source, options)
  const violations = [...letter.text.matchAll(/^!(error|warning|suggestion) (\S+)$/gmu)].flatMap(
    ([words, severity, id = '']) => {
      const set = options.severities?.[id] ?? (severity as Severity)
      return set === 'off' ? [] : [{ ruleId: id, severity: set, words }]
    },
  )
  const { kind, outcome, area, date } = readLetter(letter, options)
  const checked = letter.language === 'da'
  return makeResult({ ...letter, violations, checked, reading: { kind, outcome, area, date } })
}

export async function parseLetter(source: string | Uint8Array, options: LintOptions = {}): Promise<Letter> {
  const text = typeof source === 'string' ? source : Buffer.from(source).toString('utf8')
  const code = /^!fail (\S+)$/mu.exec(text)?.[1]
  if (code) throw new KlarbrevError(code as KlarbrevError['code'])
  if (text.includes('!crash')) throw new TypeError(`cannot read "${text}"`)
  return makeLetter({ text, path: options.path, language: options.language ?? 'da' })
}

export function readLetter(letter: Letter, { kind, outcome, area, date }: LintOptions = {}): Reading {
  const reading = { ...(kind && { kind }), ...(outcome && { outcome }), ...(area && { area }), ...(date && { date }) }
  return makeReading(letter, { text: letter.text, reading })
}

export function allRules(language?: Language) {
  return rules.filter((rule) => language === undefined || rule.language === language)
}

export function findProfile(name: string) {
  if (name !== 'recommended')
    throw new KlarbrevError('unknown-value', { option: '--profile', value: name, allowed: 'recommended' })
  return { title: { da: 'Anbefalet', en: 'Recommended' }, rules: {} }
}

export async function loadRules({ language }: { readonly language?: Language } = {}) {
  return allRules(language)
}

export const profileNames = ['recommended']
