import profiles from '#pack/profiles.js'
import { KlarbrevError } from '../errors.ts'
import { nearest } from '../nearest.ts'
import { pack } from '../pack.ts'
import type { Language, Severity } from '../types.ts'
import { chooseRules, mergeChoices, type Profile } from './profile.ts'
import type { Rule } from './rule.ts'

/** The profile that holds when no other is chosen. */
const defaultProfile = 'recommended'

export interface LoadRulesOptions {
  /** Default: rules of all languages. */
  readonly language?: Language
  /** The choice of rules and severities to use; one of `profileNames`. Default `recommended`. */
  readonly profile?: string
  /** Severities to use instead of the profile's, by rule id; they bring back a rule that the profile switches off. */
  readonly severities?: Readonly<Record<string, Severity | 'off'>>
}

/**
 * The built-in rules as a profile wants them: with its severities, without those it switches off. Throws a
 * KlarbrevError (`unknown-value`, with the nearest name) for a profile that doesn't exist.
 */
export async function loadRules(options: LoadRulesOptions = {}): Promise<Rule[]> {
  const { language, profile = defaultProfile, severities } = options
  const chosen = Object.entries(severities ?? {}).map(([id, severity]) => [id, { severity }] as const)
  if (chosen.length === 0) return [...profileRules(profile, language)]
  const choices = mergeChoices(findProfile(profile).rules, Object.fromEntries(chosen))
  return chooseRules(allRules(language), choices)
}

const chosenRules = new Map<string, readonly Rule[]>()

/** The rules as a profile wants them, chosen once: every letter of a folder asks for the same. */
function profileRules(profile: string, language: Language | undefined): readonly Rule[] {
  const key = `${profile} ${language}`
  let rules = chosenRules.get(key)
  if (!rules) {
    rules = chooseRules(allRules(language), findProfile(profile).rules)
    chosenRules.set(key, rules)
  }
  return rules
}

/** Every built-in rule as its own file has it, whatever the profiles say of it. */
export function allRules(language?: Language): Rule[] {
  return language ? [...pack[language].rules] : [...pack.da.rules, ...pack.en.rules]
}

/** The names of the built-in profiles. */
export const profileNames: readonly string[] = Object.keys(profiles)

/** A built-in profile by its name. Throws a KlarbrevError, `unknown-value`, when there is none. */
export function findProfile(name: string): Profile {
  const found = Object.hasOwn(profiles, name) ? profiles[name] : undefined
  if (found) return found
  const near = nearest(name, profileNames)
  const values = { option: '--profile', value: name, allowed: profileNames.join(', ') }
  throw new KlarbrevError('unknown-value', { ...values, ...(near !== undefined && { nearest: near }) })
}
