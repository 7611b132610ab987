import readDa from '#pack/da.js'
import readEn from '#pack/en.js'
import type { PhraseIndex } from './language/phrase-index.ts'
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
  readonly phrases: PhraseIndex
  /** For a pattern of the rules, texts one of which stands in every letter that it matches in. */
  readonly patternNeeds: Readonly<Record<string, readonly string[]>>
}

const read: Partial<Record<Language, Pack>> = {}

/** The built-in packs, each read when it is first asked for. */
export const pack: Readonly<Record<Language, Pack>> = {
  get da() {
    read.da ??= readDa()
    return read.da
  },
  get en() {
    read.en ??= readEn()
    return read.en
  },
}
