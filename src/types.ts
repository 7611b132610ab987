/**
 * The words we use: types, and the lists of names that some of them are made of. No logic and no imports: every other
 * file may lean on this one.
 *
 * All offsets are UTF-16 code units. Spans are half-open: `text.slice(span.start, span.end)`.
 */

export type Language = (typeof languages)[number]
export const languages = ['da', 'en'] as const

export type Format = 'markdown' | 'docx' | 'text'

export type Severity = (typeof severities)[number]
export const severities = ['error', 'warning', 'suggestion'] as const

/** What a letter is for. */
export type Kind = (typeof kinds)[number]
export const kinds = ['decision', 'hearing', 'acknowledgement', 'delay', 'forwarding', 'information'] as const

/**
 * What a decision decides. `ending`: a benefit or permit stops or is cut. `order`: something is ordered, forbidden
 * or claimed back. `none`: the letter is not a decision.
 */
export type Outcome = (typeof outcomes)[number]
export const outcomes = ['approval', 'partial', 'refusal', 'ending', 'order', 'none'] as const

export type Area = (typeof areas)[number]
export const areas = [
  'social',
  'children',
  'elderly',
  'employment',
  'special-education',
  'school',
  'daycare',
  'planning',
  'building',
  'environment',
  'nature',
  'roads',
  'access',
  'registration',
  'health',
  'national-benefits',
  'other',
] as const

/**
 * Whose law a letter follows: Denmark, the United Kingdom, Ireland, the institutions of the European Union; `other` where
 * it can't be told, so that the European Code of Good Administrative Behaviour is the measure.
 */
export type Jurisdiction = (typeof jurisdictions)[number]
export const jurisdictions = ['dk', 'uk', 'ie', 'eu', 'other'] as const

/** Half-open range of offsets into `Letter.text`. */
export interface Span {
  readonly start: number
  readonly end: number
}

export interface Word extends Span {
  readonly text: string
}

/** A sentence as a person would cut it. `text` is exactly `letter.text.slice(start, end)`. */
export interface Sentence extends Span {
  readonly text: string
  readonly words: readonly Word[]
  /** Index into `Letter.blocks`. */
  readonly block: number
}

export type BlockKind = 'heading' | 'paragraph' | 'item' | 'cell'

/** Where in the file a block stands. Markdown and text have only `body`. */
export type Story = 'body' | 'header' | 'footer' | 'footnote' | 'endnote' | 'textbox'

/** A heading, paragraph, list item or table cell. */
export interface Block extends Span {
  readonly kind: BlockKind
  /** Level 1-6 of a heading; nesting depth from 1 of a list item; otherwise 0. */
  readonly depth: number
  /** Inside a block quote: the words of somebody else. */
  readonly quoted: boolean
  readonly story: Story
  /**
   * The lines that stand for themselves, such as those of a letterhead, an address or a signature. Prose that is
   * merely wrapped is one line, however many line breaks the file has. A sentence never crosses a line.
   */
  readonly lines: readonly Span[]
  /** 1-based place in a table, for `kind: 'cell'`. `table` counts the tables of the letter from 1. */
  readonly cell?: { readonly table: number; readonly row: number; readonly column: number }
}

/**
 * A piece of `Letter.text` and where its first character stands in the file. Characters inside a segment follow each
 * other in the file too; between segments the file holds something else (markup, a soft hyphen, another run).
 * `source` is an offset into `Letter.source` (Markdown, text) or into the XML part `part` (Word).
 */
export interface Segment extends Span {
  readonly source: number
  readonly part?: string
}

/** Marks that only a Word file has and that a check may want to see. */
export interface DocumentMark extends Span {
  readonly kind: MarkKind
  /** The field's instruction, the author of a change, and so on. */
  readonly detail?: string
  /** What a comment says. */
  readonly text?: string
}

/**
 * `empty-field`: a field for data that shows none.
 * `guidance`: words in the look of advice to the writer of the letter: a style of that name, or red italics.
 */
export type MarkKind = (typeof markKinds)[number]
export const markKinds = [
  'field',
  'empty-field',
  'placeholder',
  'inserted',
  'deleted',
  'hidden',
  'highlight',
  'comment',
  'auto-date',
  'guidance',
] as const

/** Something the reader of the file wants to tell, for example a block that was taken as plain text. */
export interface ParseNote {
  readonly code: 'too-complex' | 'macros' | 'tracked-changes' | 'comments' | 'hidden-text' | 'signed' | 'external'
  readonly span?: Span
}

/** What a format makes of a file: the text, its blocks, and the way back to the file. Knows no language and no rules. */
export interface LetterDocument {
  readonly format: Format
  /**
   * Readable text in NFC without soft hyphens and markup. Blocks follow each other with a blank line (`\n\n`) between.
   * A line break inside a block is `\n`; a tab is a space.
   */
  readonly text: string
  /** The decoded file, for formats that are text; otherwise undefined. */
  readonly source: string | undefined
  readonly blocks: readonly Block[]
  /** In order of `start`, not overlapping. Text outside every segment (the blank lines between blocks) is made up. */
  readonly segments: readonly Segment[]
  readonly marks: readonly DocumentMark[]
  readonly notes: readonly ParseNote[]
  readonly frontMatter: Readonly<Record<string, string>>
}

/**
 * What a hole of a template stands for. `any`: nothing tells. `reasons`, `guidance`: a whole part of the letter
 * («[Indsæt klagevejledning]»).
 */
export type PlaceholderType = (typeof placeholderTypes)[number]
export const placeholderTypes = [
  'name',
  'address',
  'contact',
  'authority',
  'case-number',
  'subject',
  'date',
  'deadline',
  'period',
  'amount',
  'body',
  'law',
  'decision',
  'facts',
  'considerations',
  'reasons',
  'guidance',
  'any',
] as const

/** A hole of a template, to be filled before the letter is sent. It may stand for one of several things. */
export interface Placeholder extends Span {
  readonly types: readonly PlaceholderType[]
}

/** A parsed letter: what reading and every check look at, whatever the format was. */
export interface Letter extends LetterDocument {
  readonly path: string | undefined
  readonly language: Language
  readonly sentences: readonly Sentence[]
  /** The holes, in order, where the letter was read as a template. */
  readonly placeholders?: readonly Placeholder[]
  /** A single text block: what the rest of the letter holds is not known. */
  readonly fragment?: boolean
}

/** The parts a letter can hold. `Reading.elements` lists those that were found, each with its words. */
export type ElementName = (typeof elementNames)[number]

/** Every element, in the order of a letter. */
export const elementNames = [
  'sender',
  'recipient',
  'date',
  'case-number',
  'subject',
  'greeting',
  'decision',
  'contrary-title',
  'reasons',
  'legal-basis',
  'bare-act',
  'facts',
  'main-considerations',
  'boilerplate',
  'economy',
  'statute-text',
  'alternatives',
  'complaint',
  'complaint-enclosed',
  'no-complaint',
  'complaint-body',
  'complaint-procedure',
  'complaint-deadline',
  'complaint-deadline-start',
  'reassessment',
  'court-deadline',
  'review-limits',
  'ending',
  'effective-date',
  'notice-period',
  'request',
  'open-request',
  'deadline',
  'vague-deadline',
  'processing-time',
  'hearing-deadline',
  'contact',
  'contact-nondigital',
  'closing',
  'signatory',
] as const

/** Words of the letter by which an element was found. */
export interface Evidence extends Span {
  readonly text: string
}

/** How a letter was understood. */
export interface Reading {
  readonly kind: Kind
  readonly outcome: Outcome
  /** Whether the outcome was found (or given): false means a decision whose result can't be seen. */
  readonly outcomeFound: boolean
  readonly area: Area
  readonly jurisdiction: Jurisdiction
  /** The letter's own date, ISO `YYYY-MM-DD`. */
  readonly date: string | undefined
  readonly elements: Readonly<Partial<Record<ElementName, readonly Evidence[]>>>
  /** What the law says about complaints over this letter on its date; none when the letter does not show it. */
  readonly remedies: readonly Remedy[]
  /** The parts of the letter, in order, covering all blocks. */
  readonly sections: readonly Section[]
}

/** A record of law is dated, has a source, and only informs when it could not be confirmed. Dates are ISO, both inclusive. */
export interface LawRecord {
  readonly validFrom?: string
  readonly validTo?: string
  readonly source: string
  /** Default true. */
  readonly verified?: boolean
}

/** Where decisions of one kind can be appealed, and how: one record of `rules/<language>/law/remedies.yml`. */
export interface Remedy extends LawRecord {
  readonly id: string
  /** Whose law it is. */
  readonly jurisdiction: Jurisdiction
  /** Fields whose decisions follow this record unless an act says otherwise. */
  readonly areas: readonly Area[]
  /** Ids of acts that choose the record, alone or with a section (`planloven § 35`). */
  readonly acts?: readonly string[]
  /** Phrases of the letter that choose the record before anything else. */
  readonly decidedBy?: readonly string[]
  /** Ids of bodies; none when no other authority hears complaints. */
  readonly bodies: readonly string[]
  /** The body of the case that the documents belong to is right too (access to documents). */
  readonly mainCase?: boolean
  /** Who gets the complaint: the authority that decided, that authority through a portal, or the body itself. */
  readonly route?: 'authority' | 'portal' | 'body'
  /** The authority looks at its decision again first. */
  readonly reassessment?: boolean
  /** Days to complain; `none` where the law sets no limit. */
  readonly days?: number | 'none'
  /** The time limit where the law counts whole months: `days` is then the least that they hold. */
  readonly months?: number
  /** How the time limit is told, where it is not so many whole weeks. */
  readonly limit?: string
  readonly start?: 'received' | 'notified' | 'published'
  /** A time limit that ends on a Saturday or a holiday ends on the next weekday. */
  readonly rolls?: boolean
  /** The day from which the time runs is its first day («21 days beginning with the day …»). */
  readonly countsFirstDay?: boolean
  /** The time for going to court that the letter must tell of. */
  readonly court?: LawRecord & { readonly months: number; readonly start?: 'received' | 'notified' | 'published' }
  /** `legal`: the body tries legal questions only. */
  readonly limits?: 'legal'
  /** The letter must give the day on which the time limit ends, not its length alone. */
  readonly expiryDate?: boolean
  /** Others than the reader can complain, about an approval too. */
  readonly thirdParties?: boolean
  readonly fee?: boolean
  /** Chosen by an area that the letter's words only make likely; not in the data. */
  readonly assumed?: boolean
}

/** What a remedy demands of a letter, for rules to ask for. `unverified`: the record only informs. */
export type RemedyTrait = (typeof remedyTraits)[number]
export const remedyTraits = [
  'reassessment',
  'court',
  'unverified-court',
  'review-limits',
  'expiry-date',
  'third-parties',
  'unverified',
] as const

export type SectionKind = (typeof sectionKinds)[number]
export const sectionKinds = [
  'letterhead',
  'decision',
  'reasons',
  'law',
  'complaint',
  'contact',
  'signature',
  'body',
] as const

/** A run of blocks under one heading. */
export interface Section {
  readonly kind: SectionKind
  /** Indexes into `Letter.sentences`, end exclusive. */
  readonly firstSentence: number
  readonly lastSentence: number
  readonly heading: Span | undefined
}

/** Text that can take the place of a span of `Letter.text`. */
export interface Fix extends Span {
  readonly text: string
}

/** What a check saw. `span` is what to mark; for something missing it is where it belongs. */
export interface Match {
  readonly span: Span
  /** Values for the message's `{names}`. `words` are words of the letter; no other value is. */
  readonly values?: Readonly<Record<string, string | number>>
  readonly suggestions?: readonly string[]
  /** Replacements that are certain to be right and grammatical. They may lie outside `span`. */
  readonly fixes?: readonly Fix[]
  /** Go before the rule's own sources. */
  readonly sources?: readonly string[]
  /** Replaces the rule's own severity, for checks whose findings differ in weight. */
  readonly severity?: Severity
}

/** Where a violation stands, for people: paragraphs count from 1. */
export interface Location {
  readonly paragraph: number
  readonly heading?: string
  readonly story?: Exclude<Story, 'body'>
  readonly cell?: { readonly table: number; readonly row: number; readonly column: number }
}

export interface Violation {
  readonly ruleId: string
  readonly severity: Severity
  /** What. */
  readonly message: string
  /** What to do. */
  readonly advice: string
  /** What the two were made of, where they quote the letter: they hold its `words` in place of `{words}`. */
  readonly template?: { readonly message: string; readonly advice: string; readonly words: string }
  /** Why: sections of acts and sentences of guidelines. Never empty. */
  readonly sources: readonly string[]
  /** 1-based, in the file (Markdown, text) or in the letter's text (Word). Ends are exclusive. */
  readonly line: number
  readonly column: number
  readonly endLine: number
  readonly endColumn: number
  readonly offset: number
  readonly endOffset: number
  /** In `Letter.text`, whatever the format. */
  readonly span: Span
  readonly location: Location
  /** `letter.text.slice(span.start, span.end)`. */
  readonly excerpt: string
  readonly suggestions: readonly string[]
  /** Replacements that `--fix` may make without asking. Missing when there are none. */
  readonly fixes?: readonly Fix[]
  /** Of the rule and the words it marks; stays the same when the letter is edited elsewhere. */
  readonly fingerprint: string
}

/** The bands of LIX in Danish use (dansksproghistorie.dk/144): up to 24, 34, 44, 54, and above. */
export type ReadabilityBand = (typeof readabilityBands)[number]
export const readabilityBands = ['very-easy', 'easy', 'medium', 'difficult', 'very-difficult'] as const

/** Measures of a text. */
export interface Readability {
  /** Words that count: numbers do not, a legal reference is one. */
  readonly words: number
  readonly sentences: number
  /** Words of seven letters or more. */
  readonly longWords: number
  /** Not rounded. 0 without words. */
  readonly lix: number
  /** Words a sentence, not rounded. */
  readonly averageSentence: number
  readonly band: ReadabilityBand
}

/** Measures of a letter's own prose, and of its reasons alone where they have a part of their own. */
export interface LetterReadability extends Readability {
  readonly reasons?: Readability
}

/** A violation that somebody has accepted, with the reason given. */
export interface SuppressedViolation extends Violation {
  readonly justification: string
  /** Where it was accepted: in the letter, in a comment in the margin of a Word letter, or in the baseline. */
  readonly suppressedBy: 'comment' | 'front-matter' | 'word-comment' | 'baseline'
  readonly owner?: string
  /** The day, ISO `YYYY-MM-DD`, until which it is accepted. */
  readonly expires?: string
}

/** How a rule's violations stand against a baseline. */
export interface RuleTrend {
  readonly ruleId: string
  /** Violations that the baseline does not name. */
  readonly fresh: number
  /** Those it names, expired or not. */
  readonly known: number
  /** Those it names that are there no more, in letters that were seen. */
  readonly gone: number
}

/** What an authority has told about itself, so that letters can be held against it. */
export interface Authority {
  readonly name?: string | undefined
  /** Departments by the names they have now, with names that they no longer go by. */
  readonly units?: readonly { readonly name: string; readonly formerly?: readonly string[] | undefined }[] | undefined
  /** Where complaints are to be sent; `area` limits it to some areas. */
  readonly complaintAddresses?:
    | readonly { readonly email: string; readonly area?: readonly Area[] | undefined }[]
    | undefined
  /** The published case processing times by area, as a letter would write them: `8 uger`. */
  readonly caseTimes?: Readonly<Partial<Record<Area, string>>> | undefined
}

/** Everything about one linted letter. */
export interface LetterResult {
  readonly path: string | undefined
  readonly letter: Letter
  readonly reading: Reading
  readonly violations: readonly Violation[]
  /** How easy the letter's own prose is to read. */
  readonly readability: LetterReadability
  /** Violations that were accepted, each with the reason. */
  readonly suppressed: readonly SuppressedViolation[]
  /** Whether any rule is for letters in this language. If not, the letter was only read, and no violations mean nothing. */
  readonly checked: boolean
}

/** A file that could not be read. The others are still linted. */
export interface LetterFailure {
  readonly path: string
  readonly code: string
  readonly message: string
}

/** Facts that a rewrite must not lose. `period`: a length of time; `section`: a section of an act, or an act. */
export type FactName = (typeof factNames)[number]
export const factNames = ['body', 'period', 'date', 'amount', 'section', 'contact'] as const

/** Something that one letter says and another doesn't, or says differently. */
export interface ComparedPart {
  readonly kind: 'element' | 'fact' | 'reading'
  /** An element, a fact, or `kind`, `outcome`. */
  readonly name: ElementName | FactName | 'kind' | 'outcome'
  /** Its words in the letter before and in the letter after; of a reading, the value. */
  readonly before?: string
  readonly after?: string
  /** 1-based line, or paragraph of a Word letter; where the words stand in the letter that has them, after if both. */
  readonly place?: number
  /** A letter of this sort has to have it: without it the rewrite is worse. */
  readonly required: boolean
}

/** What a rewrite did to a letter. */
export interface Comparison {
  readonly lost: readonly ComparedPart[]
  readonly changed: readonly ComparedPart[]
  readonly added: readonly ComparedPart[]
  /** Whether something that the letter has to have was lost or says something else now. */
  readonly worse: boolean
}
