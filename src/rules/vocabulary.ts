import { type Area, type Kind, kinds } from '../types.ts'

/** Phrases as written in the vocabulary (see `src/language/phrase.ts`), in order of importance. */
export type PhraseList = readonly string[]

/** The lists of phrases that every language has, by file under `rules/<language>/reading/`. */
export const readingLists = {
  /** Plain words of the language, not phrases. */
  words: ['numbers', 'pronoun-before'],
  clauses: ['edge', 'not-an-edge'],
  sections: ['complaint', 'law', 'reasons', 'decision', 'contact', 'facts', 'assessment', 'questions', 'prose-word'],
  kinds: ['undecided', ...kinds.flatMap((kind) => [`${kind}-title`, `${kind}-text`] as const)] as (
    | 'undecided'
    | `${Kind}-${'title' | 'text'}`
  )[],
  outcomes: [
    'refusal',
    'weak-refusal',
    'approval',
    'weak-approval',
    'weak-order',
    'partial',
    'ending',
    'order',
    'negation',
    'asked-for',
    'condition',
    'not-a-result',
    'application-title',
    'beside-the-result',
  ],
  complaint: [
    'guidance',
    'none',
    'enclosed',
    'goes-on',
    'procedure',
    'forwards',
    'deadline-cue',
    'deadline-for-complaint',
    'surely-complaint',
    'known-since',
    'dated',
    'no-deadline',
    'authority-time',
    'authority-acts',
    'court-time',
    'other-time',
    'start',
    'not-a-start',
    'reassessment',
  ],
  reasons: [
    'source',
    'document',
    'thing',
    'event',
    'circumstance',
    'procedure',
    'not-a-fact',
    'not-a-consideration',
    'consideration',
    'reason',
    'boilerplate',
    'no-law',
    'act-name',
    'units',
    'time-of-day',
    'own-standard',
    'procedural-act',
    'access-act',
    'alternatives',
  ],
  deadlines: [
    'request',
    'not-a-request',
    'cue',
    'vague',
    'answer',
    'not-an-answer',
    'comment',
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
    'title',
    'date-label',
    'date-lead',
    'not-letter-date',
    'case-number',
    'subject-label',
    'unit',
    'office',
    'own-unit',
    'recipient-label',
    'organisation',
    'post-box',
    'address-field',
    'below-name',
    'date-field',
  ],
} as const

type Lists = typeof readingLists

/** The vocabulary by which a letter is read: file, then list, then phrases. */
type ReadingVocabulary = {
  readonly [File in keyof Lists]: Readonly<Record<Lists[File][number], PhraseList>>
} & {
  /** For each area: the acts (in the form `findReferences` gives them) and the topics that point to it. */
  readonly areas: {
    readonly acts: Readonly<Record<Exclude<Area, 'other'>, readonly string[]>>
    readonly topics: Readonly<Record<Exclude<Area, 'other'>, PhraseList>>
  }
}

/** A body that hears complaints. */
interface ComplaintBody {
  readonly id: string
  readonly name: string
  readonly names: PhraseList
  /** Counts only in letters that cite one of these acts. */
  readonly acts?: readonly string[]
  /** The field that the body points to. */
  readonly area?: Area
  /** The courts: where they hear the complaint, the time for going to court is the time to complain. */
  readonly court?: boolean
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

/** What stands under `rules/<language>/` beside the rules themselves. */
export interface Vocabulary {
  readonly reading: ReadingVocabulary
  readonly law: { readonly bodies: readonly ComplaintBody[] }
  readonly words: { readonly officialese: readonly WordEntry[]; readonly abbreviations: readonly Abbreviation[] }
}
