import type { Language } from '../types.ts'

/** A sentence of a guideline, or a section of an act in own words. */
export interface GuidelineSentence {
  readonly text: string
  /** Where it stands, for example `§ 22`; for guidelines that are told in own words. */
  readonly section?: string | undefined
  /** The rules that hold it. */
  readonly rules?: readonly string[] | undefined
  /** Why no letter can show it. */
  readonly because?: Readonly<Record<Language, string>> | undefined
}

/** What an authority has promised or a law demands, sentence by sentence: one file under `rules/guidelines/`. */
export interface Guideline {
  /** The file's name without `.yml`. */
  readonly name: string
  readonly title: Readonly<Record<Language, string>>
  readonly publisher: string
  /** What its sentences are written in; its rules are explained in the same language. */
  readonly language: Language
  readonly sentences: readonly GuidelineSentence[]
}

/** The sentences that a rule holds, with the guideline each is from. */
export function sentencesHeldBy(
  id: string,
  guidelines: readonly Guideline[],
): { readonly guideline: Guideline; readonly sentence: GuidelineSentence }[] {
  return guidelines.flatMap((guideline) =>
    guideline.sentences.filter(({ rules }) => rules?.includes(id)).map((sentence) => ({ guideline, sentence })),
  )
}
