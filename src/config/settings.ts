import type { RuleChoice } from '../rules/profile.ts'
import type { Area, Authority, Kind, Language, Outcome, Severity } from '../types.ts'

type Choices = Readonly<Record<string, Severity | 'off' | RuleChoice>>

/** An authority's own words. */
export interface OwnWords {
  /** Words that no rule marks by themselves; `*` at the end stands for any ending. */
  readonly allow?: readonly string[] | undefined
  /** Words to avoid, each with what to write instead. */
  readonly avoid?: readonly { readonly words: string; readonly use: readonly string[] }[] | undefined
}

/** What holds of the letters that some globs fit. */
export interface Override {
  /** Globs, from the folder of the settings file that was found. */
  readonly files: readonly string[]
  readonly rules?: Choices
  /** Unfilled fields are expected. */
  readonly template?: boolean
  /** A part of a letter, such as the complaint guidance alone. */
  readonly fragment?: boolean
  readonly kind?: Kind
  readonly outcome?: Outcome
  readonly area?: Area
  readonly language?: Language
}

/** A settings file, `klarbrev.yml`, as people write it. Described for users in `docs/config.md`. */
export interface Settings {
  readonly $schema?: string
  /** Profiles by name and settings files by path; later ones go before earlier ones. */
  readonly extends?: string | readonly string[]
  readonly rules?: Choices
  /** Rule files of your own, or folders of them. */
  readonly ruleFiles?: readonly string[]
  /** Globs of files that are never read. */
  readonly ignore?: readonly string[]
  readonly overrides?: readonly Override[]
  readonly words?: OwnWords
  readonly authority?: Authority
  /** The file of violations that are accepted until further notice. */
  readonly baseline?: string
  readonly locale?: Language
  readonly failOn?: Severity | 'never'
  readonly maxWarnings?: number
  readonly excerpts?: 'none' | 'masked' | 'full'
}

/** Gives settings their type. Does nothing else. */
export function defineConfig(settings: Settings): Settings {
  return settings
}
