import type { Block, BlockKind, DocumentMark, ParseNote, Story } from '../../types.ts'

/** A mark before it is known where in the letter's text it lies. */
export interface DraftMark {
  readonly kind: DocumentMark['kind']
  readonly detail: string | undefined
  /** What a comment says. */
  readonly text?: string | undefined
  start: number
  end: number
}

/** How letters look, as far as it makes headings. */
export interface Look {
  readonly bold: boolean
  readonly underline: boolean
  readonly caps: boolean
}

/** What a paragraph holds, in order. `source` is an offset into the part. */
export type Piece =
  | { readonly type: 'text'; readonly value: string; readonly source: number; readonly look: Look }
  | { readonly type: 'break'; readonly source: number }
  | { readonly type: 'open' | 'close'; readonly mark: DraftMark }
  | { readonly type: 'note'; readonly code: ParseNote['code'] }

export interface Paragraph {
  readonly story: Story
  readonly kind: BlockKind
  readonly depth: number
  readonly quoted: boolean
  /** Tables are counted from 1 in this part. */
  readonly cell: Block['cell']
  readonly pieces: Piece[]
  /** The paragraphs of text boxes that hang on this one. */
  readonly after: Paragraph[]
}

/** What one part of the file holds. */
export interface StoryContent {
  /** Short name of the outermost element. */
  readonly root: string
  readonly paragraphs: readonly Paragraph[]
  /** Paragraphs of footnotes or endnotes by their id. */
  readonly notes: ReadonlyMap<string, readonly Paragraph[]>
  readonly tables: number
  /** Relationship ids of the headers and footers that the sections ask for, in the order of their pages. */
  readonly headers: readonly string[]
  readonly footers: readonly string[]
  /** Ids of the notes that the text refers to, in order. */
  readonly footnotes: ReadonlySet<string>
  readonly endnotes: ReadonlySet<string>
  /** Whether a change waits to be accepted or rejected. */
  readonly tracked: boolean
}
