import da from '#pack/da.js'
import en from '#pack/en.js'
import type { Rule } from './rules/rule.ts'
import type { Vocabulary } from './rules/vocabulary.ts'
import type { Language } from './types.ts'

/**
 * The rules and the vocabulary of one language: what stands under `rules/<language>/`, checked and put into one file
 * when klarbrev is built, so that nothing is read from the disk when it runs.
 */
export interface Pack extends Vocabulary {
  readonly language: Language
  readonly rules: readonly Rule[]
  readonly messages: Readonly<Record<string, string>>
}

/** The built-in packs. */
export const pack: Readonly<Record<Language, Pack>> = { da, en }
