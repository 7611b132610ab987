import type {
  Area,
  Authority,
  ElementName,
  Jurisdiction,
  Kind,
  Language,
  MarkKind,
  Outcome,
  RemedyTrait,
  SectionKind,
  Severity,
} from '../types.ts'

/** When a rule applies. Every given condition must hold; lists mean "one of these". */
export interface When {
  readonly kind?: readonly Kind[]
  readonly outcome?: readonly Outcome[]
  /** A decision that is not a full approval: refusal, partial, ending or order. */
  readonly adverse?: boolean
  readonly area?: readonly Area[]
  readonly notArea?: readonly Area[]
  /** What the law on complaints demands here; every record of law that is in play must demand it. */
  readonly remedy?: readonly RemedyTrait[]
  readonly jurisdiction?: readonly Jurisdiction[]
  /** Elements that must all have been found. */
  readonly has?: readonly ElementName[]
  /** Elements of which none may have been found. */
  readonly lacks?: readonly ElementName[]
}

/** Texts that a rule must find something in, and texts in which it must not. Run by the tests, shown by `explain`. */
export interface Example {
  readonly text: string
  /** How the text is to be read, where a few lines are too little to tell. */
  readonly kind?: Kind
  readonly outcome?: Outcome
  readonly area?: Area
  readonly jurisdiction?: Jurisdiction
  readonly date?: string
  /** What the authority has told about itself. */
  readonly authority?: Authority
  /** Marks that a Word file would have at words of the text; a mark of `words: ''` stands at its end. */
  readonly marks?: readonly {
    readonly kind: MarkKind
    readonly words: string
    readonly detail?: string
    readonly text?: string
  }[]
  /** The words that are marked, in order; only for bad examples. */
  readonly found?: readonly string[]
}

/** One rule: data, from one file under `rules/`. */
export interface Rule {
  /** `group/name`, the same in every language. */
  readonly id: string
  readonly language: Language
  readonly title: string
  readonly severity: Severity
  /** A profile or settings chose `severity`: it goes before `severityWhen` and before the weight that a check gives. */
  readonly severityChosen?: boolean
  /** The rule weighs less here. */
  readonly severityWhen?: readonly { readonly when: When; readonly severity: Severity }[]
  /** The rule applies when one of these holds. */
  readonly when: readonly When[]
  /** Name of a check in `src/checks/index.ts`. */
  readonly check: string
  readonly options: Readonly<Record<string, unknown>>
  /** What. `{names}` are filled by the check. */
  readonly message: string
  /** What to do. */
  readonly advice: string
  readonly sources: readonly string[]
  /** Rules that go before this one: where one of them marks the same words, this one keeps quiet. */
  readonly yieldsTo?: readonly string[]
  /**
   * In templates: the rule is `off`, or what it finds are `placeholders` that stand for what will be written, and no
   * fault. Default: the rule is as in letters.
   */
  readonly template?: 'off' | 'placeholders'
  /** Off in single text blocks. Rules that ask for a part of the letter are, unless `when.has` names what they belong to. */
  readonly fragment?: 'off'
  readonly examples: { readonly bad: readonly Example[]; readonly good: readonly Example[] }
}

/** Where in the letter something belongs that is missing. */
export type Place = SectionKind | 'start' | 'end'
