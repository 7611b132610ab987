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

function refuseUncompiled(compile: () => unknown, refuse: (reason: string) => void): void {
  try {
    compile()
  } catch (error) {
    refuse(error instanceof Error ? error.message : String(error))
  }
}
