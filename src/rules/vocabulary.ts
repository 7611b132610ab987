import {
  type Area,
  type Jurisdiction,
  type Kind,
  kinds,
  type LawRecord,
  type PlaceholderType,
  type Remedy,
} from '../types.ts'

/** Phrases as written in the vocabulary (see `src/language/phrase.ts`), in order of importance. */
export type PhraseList = readonly string[]

/** The lists of phrases that every language has, by file under `rules/<language>/reading/`. */
export const readingLists = {
  /** Plain words of the language, not phrases. */
  words: ['numbers', 'pronoun-before'],
  clauses: ['edge', 'not-an-edge'],
  sections: [
    'complaint',
    'law',
    'reasons',
    'decision',
    'contact',
    'facts',
    'assessment',
    'ahead',
    'questions',
    'prose-word',
  ],
  kinds: ['undecided', 'not-a-delay', ...kinds.flatMap((kind) => [`${kind}-title`, `${kind}-text`] as const)] as (
    | 'undecided'
    | 'not-a-delay'
    | `${Kind}-${'title' | 'text'}`
  )[],
  outcomes: [
    'refusal',
    'weak-refusal',
    'approval',
    'weak-approval',
    'weak-order',
    'weak-ending',
    'partial',
    'ending',
    'order',
    'negation',
    'asked-for',
    'condition',
    'not-a-result',
    'reported',
    'contrast',
    'joins',
    'terms',
    'application-title',
    'yes-title',
    'no-title',
    'open-title',
    'term',
    'beside-the-result',
    'infer-tells',
    'infer-concludes',
    'infer-reader',
    'infer-refusal',
    'infer-partial',
    'infer-ending',
    'infer-order',
    'infer-duty',
    'infer-not',
  ],
  complaint: [
    'guidance',
    'none',
    'enclosed',
    'bare-deadline',
    'time-from-letter',
    'goes-on',
    'procedure',
    'forwards',
    'deadline-cue',
    'deadline-for-complaint',
    'surely-complaint',
    'known-since',
    'dated',
    'no-deadline',
    'by-that-time',
    'added-time',
    'authority-time',
    'authority-acts',
    'beside-the-way',
    'through-authority',
    'appeal-to-court',
    'court-time',
    'other-time',
    'start',
    'not-a-start',
    'reassessment',
    'complaint-word',
    'review-limits',
    'to-body',
    'to-authority',
    'not-to-authority',
    'portal',
    'no-way',
    'not-guidance',
    'takes-complaints',
    'other-matter',
    'announced',
  ],
  ending: ['effective', 'not-effective', 'change', 'at-once', 'notice'],
  history: ['past'],
  reasons: [
    'source',
    'document',
    'event',
    'courtesy',
    'not-an-alternative',
    'therefore',
    'consideration',
    'infer-consideration',
    'reason',
    'boilerplate',
    'economy',
    'own-economy',
    'weighing',
    'statute',
    'reader',
    'no-law',
    'act-name',
    'units',
    'own-standard',
    'procedural-act',
    'access-act',
    'alternatives',
  ],
  deadlines: [
    'request',
    'not-a-request',
    'conditions',
    'by-event',
    'upon-change',
    'cue',
    'named-time',
    'rate',
    'vague',
    'answer',
    'not-an-answer',
    'comment',
    'comments-welcome',
    'unless-heard',
    'given',
    'told',
    'command',
    'authority-subject',
    'past',
    'broken-promise',
    'later',
    'other-time',
  ],
  letterhead: [
    'authority',
    'writer',
    'not-a-writer',
    'greeting',
    'formal-greeting',
    'not-a-greeting',
    'closing',
    'closing-words',
    'signed',
    'title',
    'date-label',
    'date-lead',
    'not-letter-date',
    'case-number',
    'subject-label',
    'beside-subject',
    'subject-sentence',
    'number-told',
    'unit',
    'office',
    'own-unit',
    'recipient-label',
    'organisation',
    'post-box',
    'address-field',
    'below-name',
    'beside-a-name',
    'date-field',
    'in-person',
  ],
} as const

type Lists = typeof readingLists

/** The vocabulary by which a letter is read: file, then list, then phrases. */
type ReadingVocabulary = {
  readonly [File in keyof Lists]: Readonly<Record<Lists[File][number], PhraseList>>
} & {
  /** For each area the topics and the sending units that point to it; for `other` those of matters outside every field. */
  readonly areas: Readonly<Record<'topics' | 'sure' | 'hints' | 'units', Readonly<Record<Area, PhraseList>>>>
  /** What makes a sentence a fact or a consideration. */
  readonly weights: Readonly<Record<WeighedElement, ClueWeights>>
}

/** The elements that are found by weighing clues; see `src/reading/clues.ts`. */
export const weighedElements = ['facts', 'main-considerations'] as const

type WeighedElement = (typeof weighedElements)[number]

/** How much each clue of a sentence speaks for an element (above 0) or against it, on top of `base`. */
export interface ClueWeights {
  readonly base: number
  readonly clues: Readonly<Record<string, number>>
}

/** An area that words of a letter can point to. */
type Field = Exclude<Area, 'other'>

/** A body that hears complaints, or did. */
export interface ComplaintBody extends Partial<LawRecord> {
  readonly id: string
  readonly name: string
  readonly names: PhraseList
  /** What the body is called in English letters. */
  readonly english?: PhraseList
  /** Counts only in letters that cite one of these acts. */
  readonly acts?: readonly string[]
  /** The field that the body points to. */
  readonly area?: Area
  /** The courts: where they hear the complaint, the time for going to court is the time to complain. */
  readonly court?: boolean
  /** It can be turned to beside those that hear complaints: an ombudsman. */
  readonly beside?: boolean
  /** Who hears complaints after `validTo`. */
  readonly instead?: string
  /** Counts only in letters that follow the law of one of these. */
  readonly jurisdictions?: readonly Jurisdiction[]
}

/** An act under the names that letters use. Its title is its source. */
export interface Act {
  readonly id: string
  readonly title: string
  /** In the form `findReferences` gives them: small letters, nominative. */
  readonly names: readonly string[]
  readonly english?: readonly string[]
  /** The field that the act points to. */
  readonly area?: Area
  /** Sections that point to another field. */
  readonly sections?: Readonly<Partial<Record<Field, readonly string[]>>>
  readonly validFrom?: string
  readonly validTo?: string
}

/** An act, or sections of one, that are repealed or replaced. */
export interface ObsoleteAct extends LawRecord {
  /** Of a repealed act. */
  readonly id?: string
  readonly names?: readonly string[]
  /** Id of the act whose `sections` are repealed. */
  readonly act?: string
  readonly sections?: readonly string[]
  /** Only in letters of these fields. */
  readonly areas?: readonly Area[]
  readonly instead: string
}

/** A name or term that is out of use. */
interface ObsoleteTerm extends LawRecord {
  readonly words: PhraseList
  readonly instead: string
  /** Only when written exactly so. */
  readonly cased?: string
  /** Phrases that excuse their sentence. */
  readonly unless?: PhraseList
  /** The part of the letter that another rule looks at. */
  readonly outside?: 'complaint'
}

/** Help that can't stop or be cut at once. */
interface NoticeRecord extends LawRecord {
  /** Acts with their sections: `serviceloven § 95`. */
  readonly sections: readonly string[]
  readonly weeks: number
}

/** A word or phrase of officialese with what to write instead. */
export interface WordEntry {
  readonly words: string
  readonly use: readonly string[]
  readonly forms?: Readonly<Record<string, readonly string[]>>
  readonly advice?: string
  /** `off`: not reported; for entries that take the place of others. */
  readonly level: 'warning' | 'suggestion' | 'off'
  /** Where a form has one replacement, it is certain to be right and grammatical: `--fix` may write it. */
  readonly fix?: boolean
  readonly note?: string
  readonly after?: string
  readonly 'unless-before'?: readonly string[]
  readonly 'unless-after'?: readonly string[]
  readonly 'only-before'?: readonly string[]
  readonly 'only-after'?: readonly string[]
  readonly 'sentence-start'?: boolean
  readonly legal?: boolean
}

/** An abbreviation. `ends`: whether its full stop can also end the sentence. */
export interface Abbreviation {
  readonly abbr: string
  readonly ends: 'never' | 'maybe'
  readonly level: 'ok' | 'spell' | 'jargon'
  readonly expand?: string
  /** What it stands for can take its place as it is: `--fix` may write it. */
  readonly fix?: boolean
  /** For a wrong form: the right one. */
  readonly wrong?: string
}

/**
 * How to tell what a placeholder stands for, as regular expressions without regard to case: by words inside it, by what
 * stands right `before` it or right `after` it.
 */
export interface PlaceholderWords {
  readonly inside: readonly string[]
  readonly before: readonly string[]
  readonly after: readonly string[]
}

/** What shows whose law a letter follows. */
interface JurisdictionSigns {
  readonly id: Jurisdiction
  /** Its authorities, under the names by which they send letters. */
  readonly senders: PhraseList
  readonly signs: PhraseList
  /** How sources begin that are this jurisdiction's law alone, and say nothing of a letter that follows another's. */
  readonly sources?: readonly string[]
}

/** What stands under `rules/<language>/` beside the rules themselves. */
export interface Vocabulary {
  readonly reading: ReadingVocabulary
  readonly law: {
    readonly bodies: readonly ComplaintBody[]
    readonly acts: readonly Act[]
    readonly remedies: readonly Remedy[]
    readonly 'obsolete-acts': readonly ObsoleteAct[]
    readonly 'obsolete-terms': readonly ObsoleteTerm[]
    readonly notice: readonly NoticeRecord[]
    /** Empty for a language of one jurisdiction: Denmark's. */
    readonly jurisdictions: readonly JurisdictionSigns[]
  }
  readonly words: {
    readonly placeholders: Readonly<Partial<Record<PlaceholderType, PlaceholderWords>>>
    readonly officialese: readonly WordEntry[]
    readonly abbreviations: readonly Abbreviation[]
  }
}
