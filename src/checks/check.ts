import type { z } from 'zod'
import type { Pack } from '../pack.ts'
import type { LetterView } from '../reading/view.ts'
import type { Suppression } from '../suppressions.ts'
import type { Authority, Letter, Match, Reading } from '../types.ts'
import type { ProseSentence } from './prose.ts'

/**
 * What a check looks at: a letter, how it was read, and the vocabulary of its language. `view` finds dates, references
 * and phrases in the letter, each once for all checks: ask it, and don't search the letter's text anew. `prose` is the
 * authority's own running text, which language rules look at.
 */
export interface CheckContext {
  readonly letter: Letter
  readonly reading: Reading
  readonly pack: Pack
  readonly view: LetterView
  readonly prose: readonly ProseSentence[]
  /** What the authority has told about itself. */
  readonly authority: Authority
  /** The letter's own words on what may be accepted; see `CheckDefinition.afterwards`. */
  readonly suppressions: readonly Suppression[]
}

/**
 * A mechanism that rules can name. `options` gives the schema of the rule's options; it is a function so that zod is
 * loaded only where rule files are checked. `run` is pure and synchronous and yields what it saw.
 */
export interface CheckDefinition<Schema extends z.ZodType = z.ZodType> {
  readonly options: (zod: typeof z) => Schema
  /** What options are where a rule leaves them out. */
  readonly defaults: Partial<z.output<Schema>>
  readonly run: (context: CheckContext, options: z.output<Schema>) => Iterable<Match>
  /** Asks for a part of the letter, rather than marking what is there. */
  readonly demands?: boolean
  /** Runs when all other rules have, and `suppressions` tell which of them were needed. */
  readonly afterwards?: boolean
}

/** Defines a check, with the type of its options taken from their schema. Rules may leave out those with `defaults`. */
export function defineCheck<Schema extends z.ZodType>(
  options: (zod: typeof z) => Schema,
  run: (context: CheckContext, options: z.output<Schema>) => Iterable<Match>,
  defaults: Partial<z.output<Schema>> = {},
  nature: Pick<CheckDefinition, 'afterwards' | 'demands'> = {},
): CheckDefinition<Schema> {
  return { options, run, defaults, ...nature }
}
