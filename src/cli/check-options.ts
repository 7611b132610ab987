import type { Excerpts } from '../report/mask.ts'
import type { Area, Kind, Language, Outcome, Severity } from '../types.ts'
import type { RuleSetting } from './option-values.ts'

/** The options of `klarbrev check`. */
export interface CheckOptions {
  /** A reporter, or a module that is an ESLint formatter. */
  readonly format: string
  readonly output?: string
  readonly profile?: string
  /** A settings file for every letter; false: none. */
  readonly config?: string | false
  readonly printConfig?: boolean
  readonly baseline?: string
  readonly strictBaseline?: boolean
  readonly cache?: boolean
  readonly concurrency?: number | 'auto'
  readonly rule?: readonly RuleSetting[]
  readonly kind?: Kind
  readonly outcome?: Outcome
  readonly area?: Area
  readonly date?: string
  readonly language?: Language
  readonly template?: boolean
  readonly fragment?: boolean
  readonly locale?: Language
  readonly stdinFilename?: string
  readonly failOn?: Severity | 'never'
  readonly maxWarnings?: number
  readonly quiet?: boolean
  readonly all?: boolean
  readonly fix?: boolean
  readonly fixDryRun?: boolean
  readonly stats?: boolean
  readonly excerpts?: Excerpts
  readonly color: boolean
}
