import { KlarbrevError } from '../errors.ts'
import { say } from '../messages.ts'
import { nearest, nearestRule } from '../nearest.ts'
import type { Rule } from '../rules/rule.ts'
import type { Language, Severity } from '../types.ts'
import { severities } from '../types.ts'

/** One `--rule id=severity`. */
export interface RuleSetting {
  readonly id: string
  readonly severity: Severity | 'off'
}

/** The value, if it is one of `choices`; otherwise throws `unknown-value`, with the nearest one and all of them. */
export function oneOf<Choice extends string>(option: string, value: string, choices: readonly Choice[]): Choice {
  const choice = choices.find((candidate) => candidate === value)
  if (choice !== undefined) return choice
  throw unknownValue(option, value, choices.join(', '), nearest(value, choices))
}

/** A whole number from `least`. */
export function wholeNumber(option: string, value: string, locale: Language, least = 0): number {
  if (!/^\d{1,9}$/u.test(value) || Number(value) < least)
    throw unknownValue(option, value, say(locale, 'usage.whole-number', { least }))
  return Number(value)
}

/** An ISO date that exists. */
export function isoDate(option: string, value: string, locale: Language): string {
  const date = /^\d{4}-\d{2}-\d{2}$/u.test(value) ? new Date(`${value}T00:00:00Z`) : undefined
  // JavaScript takes 2026-02-30 for 2 March.
  if (!date || Number.isNaN(date.valueOf()) || date.toISOString().slice(0, 10) !== value) {
    throw unknownValue(option, value, say(locale, 'usage.iso-date'))
  }
  return value
}

/** `id=severity`; whether the rule exists is for `checkRuleIds`. */
export function ruleSetting(option: string, value: string, locale: Language): RuleSetting {
  const equals = value.lastIndexOf('=')
  if (equals < 1) throw unknownValue(option, value, say(locale, 'usage.rule-setting'))
  return { id: value.slice(0, equals), severity: oneOf(option, value.slice(equals + 1), [...severities, 'off']) }
}

/** Throws `unknown-rule`, with the nearest id, when one of `ids` is not that of a rule. */
export function checkRuleIds(ids: readonly string[], rules: readonly Rule[]): void {
  const known = rules.map(({ id }) => id)
  for (const id of ids) {
    if (known.includes(id)) continue
    const near = nearestRule(id, known)
    throw new KlarbrevError('unknown-rule', { id, ...(near === undefined ? {} : { nearest: near }) })
  }
}

function unknownValue(option: string, value: string, allowed: string, near?: string): KlarbrevError {
  return new KlarbrevError('unknown-value', {
    option,
    value,
    allowed,
    ...(near === undefined ? {} : { nearest: near }),
  })
}
