import type { z } from 'zod'
import { compilePhrase, type Phrase } from '../language/phrase.ts'
import { elementNames, sectionKinds } from '../types.ts'

/** What the options of several checks are made of. Each takes zod, for the reason that `CheckDefinition` gives. */

/** Every phrase that was checked: the build writes down what they are found by. */
export const checkedPhrases = new Map<string, Phrase>()

/** A phrase: it must compile. */
export function phraseOption(zod: typeof z) {
  return zod.string().superRefine((value, context) => {
    refuseUncompiled(
      () => checkedPhrases.set(value, compilePhrase(value)),
      (message) => context.addIssue({ code: 'custom', message }),
    )
  })
}

/** A regular expression: it must compile. */
export function patternOption(zod: typeof z) {
  return zod.string().superRefine((value, context) => {
    refuseUncompiled(
      () => new RegExp(value, 'u'),
      (message) => context.addIssue({ code: 'custom', message }),
    )
  })
}

/** The name of an element. */
export function elementOption(zod: typeof z) {
  return zod.enum(elementNames)
}

/** A part of the letter. */
export function sectionOption(zod: typeof z) {
  return zod.enum(sectionKinds)
}

/** A word or phrase with what to write instead: an entry of a word list, see `WordEntry`. */
export function wordEntryOption(zod: typeof z) {
  const someWords = zod.array(zod.string().min(1))
  return zod.strictObject({
    words: zod.string().min(1),
    use: someWords.default([]),
    forms: zod.record(zod.string(), someWords).optional(),
    advice: zod.string().optional(),
    level: zod.enum(['warning', 'suggestion', 'off']),
    fix: zod.boolean().optional(),
    note: zod.string().optional(),
    after: zod.string().optional(),
    'unless-before': someWords.optional(),
    'unless-after': someWords.optional(),
    'only-before': someWords.optional(),
    'only-after': someWords.optional(),
    'sentence-start': zod.boolean().optional(),
    legal: zod.boolean().optional(),
  })
}

function refuseUncompiled(compile: () => unknown, refuse: (reason: string) => void): void {
  try {
    compile()
  } catch (error) {
    refuse(error instanceof Error ? error.message : String(error))
  }
}
