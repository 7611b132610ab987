import type { z } from 'zod'
import type { Pack } from '../pack.ts'
import type { Letter, Match, Reading } from '../types.ts'

/** What a check looks at: a letter, how it was read, and the vocabulary of its language. */
export interface CheckContext {
  readonly letter: Letter
  readonly reading: Reading
  readonly pack: Pack
}

/**
 * A mechanism that rules can name. `options` gives the schema of the rule's options; it is a function so that zod is
 * loaded only where rule files are checked. `run` is pure and synchronous and yields what it saw.
 */
export interface CheckDefinition<Schema extends z.ZodType = z.ZodType> {
  readonly options: (zod: typeof z) => Schema
  readonly run: (context: CheckContext, options: z.output<Schema>) => Iterable<Match>
}

/** Defines a check, with the type of its options taken from their schema. */
export function defineCheck<Schema extends z.ZodType>(
  options: (zod: typeof z) => Schema,
  run: (context: CheckContext, options: z.output<Schema>) => Iterable<Match>,
): CheckDefinition<Schema> {
  return { options, run }
}
