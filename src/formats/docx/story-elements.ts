import type { Story } from '../../types.ts'
import type { ReviewComment } from './comments.ts'
import type { StoryDraft } from './draft-story.ts'
import { decodePieces, type RawPiece, trimPieces } from './raw-text.ts'
import type { DraftMark, Paragraph } from './story.ts'
import { isOn, readRunProperty } from './styles.ts'
import type { XmlTag } from './xml.ts'

/** What an element does when it opens and when it closes. */
export interface ElementReader {
  open?(tag: XmlTag): void
  close?(): void
}

export type ElementReaders = Readonly<Record<string, ElementReader>>

/** What all elements of a part share. */
export interface StoryReading {
  readonly draft: StoryDraft
  /** Whether an element of this name is open around the current one. */
  within(name: string): boolean
  /** Passes over the element that has just opened, and all in it. */
  skip(): void
  /** A change that waits to be accepted or rejected was seen. */
  tracked: boolean
}

/** Whether a switch is there and on. */
function isSet(value: string | undefined): boolean {
  return value !== undefined && isOn(value)
}

/** Paragraphs, runs and their properties. */
export function paragraphElements({ draft, within }: StoryReading): ElementReaders {
  const format = (
    set: (of: NonNullable<typeof draft.frame.paragraph>['format'], value: string) => void,
  ): ElementReader => ({
    open: (tag) => {
      const value = tag.attribute('w:val')
      if (within('w:pPr') && draft.frame.paragraph && value !== undefined) set(draft.frame.paragraph.format, value)
    },
  })
  const forgetRun = () => {
    draft.frame.run = {}
  }
  const run = { open: forgetRun, close: forgetRun }
  return {
    'w:p': { open: () => draft.openParagraph(), close: draft.closeParagraph },
    'w:pStyle': format((of, value) => Object.assign(of, { style: value })),
    'w:outlineLvl': format((of, value) => Object.assign(of, { outline: Number(value) })),
    'w:numId': format((of, value) => Object.assign(of, { listed: value !== '0' })),
    'w:ilvl': format((of, value) => Object.assign(of, { level: Number(value) })),
    'w:r': run,
    'm:r': run,
    'w:hyperlink': { open: () => draft.link(1), close: () => draft.link(-1) },
  }
}

/** Takes the property of a run, if the element is one. */
export function readRun({ draft, within }: StoryReading, name: string, tag: XmlTag): void {
  const ofRun = within('w:rPr') && (within('w:r') || within('m:r')) && !within('w:pPr')
  if (ofRun) readRunProperty(draft.frame.run, name, tag)
}

/** Text and the signs that stand for characters, and a listener for the raw text between the tags. */
export function textElements({ draft }: StoryReading, source: string) {
  let captured: { readonly pieces: RawPiece[]; readonly preserve: boolean } | undefined
  const open = (tag: XmlTag) => {
    captured = { pieces: [], preserve: tag.preserve }
  }
  const closing = (use: (pieces: readonly RawPiece[], preserve: boolean) => void) => () => {
    if (captured) use(captured.pieces, captured.preserve)
    captured = undefined
  }
  const text = { open, close: closing((pieces, preserve) => draft.addText(preserve ? pieces : trimPieces(pieces))) }
  const sign = (value: string) => ({ open: (tag: XmlTag) => draft.addText([{ value, source: tag.start }]) })
  const lineBreak = { open: (tag: XmlTag) => draft.addBreak(tag.start) }
  const elements: ElementReaders = {
    'w:t': text,
    'm:t': text,
    'w:instrText': {
      open,
      close: closing((pieces) => draft.addInstruction(pieces.map(({ value }) => value).join(''))),
    },
    'w:tab': sign(' '),
    'w:ptab': sign(' '),
    'w:noBreakHyphen': sign('\u2011'),
    'w:sym': sign('\uFFFC'),
    'w:br': lineBreak,
    'w:cr': lineBreak,
  }
  const onText = (start: number, end: number, raw: boolean) => {
    if (captured) for (const piece of decodePieces(source, start, end, raw)) captured.pieces.push(piece)
  }
  return { elements, onText }
}

/** Fields such as DATE or MERGEFIELD. Without `complex` only the simple ones, whose ends can't be missing. */
export function fieldElements({ draft }: StoryReading, complex: boolean): ElementReaders {
  const simple: (readonly DraftMark[])[] = []
  const change = (tag: XmlTag) => draft.changeField(tag.attribute('w:fldCharType'), isSet(tag.attribute('w:fldLock')))
  return {
    ...(complex && { 'w:fldChar': { open: change } }),
    'w:fldSimple': {
      open: (tag) => simple.push(draft.openField(tag.attribute('w:instr') ?? '', isSet(tag.attribute('w:fldLock')))),
      close: () => draft.closeField(simple.pop() ?? []),
    },
  }
}

/** Tracked changes. In the properties of a paragraph or a row they mean its end mark or the row. */
export function changeElements(reading: StoryReading): ElementReaders {
  const { draft, within, skip } = reading
  const insertions: (DraftMark | undefined)[] = []
  const ofParagraphMark = () => within('w:pPr') && within('w:rPr')
  const insertion: ElementReader = {
    open: (tag) => {
      reading.tracked = true
      const author = tag.attribute('w:author')
      const ofProperties = within('w:pPr') || within('w:rPr') || within('w:trPr')
      if (draft.isSeen() && ofParagraphMark()) draft.pointMark('inserted', author)
      insertions.push(draft.isSeen() && !ofProperties ? draft.openMark('inserted', author) : undefined)
    },
    close: () => draft.closeMark(insertions.pop()),
  }
  const deletion: ElementReader = {
    open: (tag) => {
      reading.tracked = true
      skip()
      if (!draft.isSeen()) return
      draft.pointMark('deleted', tag.attribute('w:author'))
      if (ofParagraphMark() && draft.frame.paragraph) draft.frame.paragraph.format.joinsNext = true
      if (within('w:trPr')) draft.deleteRow()
    },
  }
  return { 'w:ins': insertion, 'w:moveTo': insertion, 'w:del': deletion, 'w:moveFrom': deletion }
}

/** Comments that are neither resolved nor answers. One that the file does not hold counts as open. */
export function commentElements({ draft }: StoryReading, comments: ReadonlyMap<string, ReviewComment>): ElementReaders {
  const marks = new Map<string, DraftMark>()
  const idOf = (tag: XmlTag) => tag.attribute('w:id') ?? ''
  const start = (tag: XmlTag) => {
    const comment = comments.get(idOf(tag))
    if (comment?.open === false || marks.has(idOf(tag))) return
    marks.set(idOf(tag), draft.openMark('comment', comment?.author, comment?.text))
  }
  const end = (tag: XmlTag) => draft.closeMark(marks.get(idOf(tag)))
  const refer = (tag: XmlTag) => {
    if (marks.has(idOf(tag))) return
    start(tag)
    end(tag)
  }
  return {
    'w:commentRangeStart': { open: start },
    'w:commentRangeEnd': { open: end },
    'w:commentReference': { open: refer },
  }
}

/** Content controls: the boxes to fill in. */
export function controlElements({ draft, within }: StoryReading): ElementReaders {
  const { controls } = draft
  const name: ElementReader = {
    open: (tag) => {
      const control = within('w:sdtPr') ? controls.at(-1) : undefined
      if (control) control.name ??= tag.attribute('w:val') || undefined
    },
  }
  return {
    'w:sdt': {
      open: () => controls.push({ name: undefined, showing: false, mark: undefined }),
      close: () => controls.pop(),
    },
    'w:tag': name,
    'w:alias': name,
    'w:showingPlcHdr': {
      open: (tag) => Object.assign(controls.at(-1) ?? {}, { showing: isOn(tag.attribute('w:val')) }),
    },
    'w:sdtContent': {
      open: () => {
        const control = controls.at(-1)
        if (control?.showing && draft.isSeen()) control.mark = draft.openMark('placeholder', control.name)
      },
      close: () => {
        draft.closeMark(controls.at(-1)?.mark)
        Object.assign(controls.at(-1) ?? {}, { mark: undefined })
      },
    },
  }
}

/** What Word allows; a larger number is a trick. */
const mostColumns = 63

/** Tables. A cell over several columns counts as all of them. */
export function tableElements({ draft }: StoryReading): ElementReaders {
  type Change = (table: NonNullable<ReturnType<typeof draft.frame.tables.at>>, count: number) => void
  const onTable = (change: Change) => (tag: XmlTag) => {
    const table = draft.frame.tables.at(-1)
    const count = Number(tag.attribute('w:val'))
    if (table) change(table, Number.isInteger(count) ? Math.min(Math.max(count, 0), mostColumns) : 0)
  }
  return {
    'w:tbl': { open: draft.startTable, close: () => draft.frame.tables.pop() },
    'w:tr': {
      open: onTable((table) => Object.assign(table, { row: table.row + 1, column: 0, span: 1 })),
      close: draft.endRow,
    },
    'w:tc': {
      open: onTable((table) => Object.assign(table, { column: table.column + table.span, span: 1 })),
      close: draft.settle,
    },
    'w:gridBefore': { open: onTable((table, count) => Object.assign(table, { column: count })) },
    'w:gridSpan': { open: onTable((table, count) => Object.assign(table, { span: Math.max(count, 1) })) },
  }
}

/** Text boxes, the alternatives in which they are written, and files inside that we don't read. */
export function boxElements({ draft, skip }: StoryReading): ElementReaders {
  const taken: boolean[] = []
  // The first alternative is the one that Word shows; the others say the same in other ways.
  const alternative: ElementReader = {
    open: () => {
      if (taken.at(-1)) skip()
      else if (taken.length > 0) taken[taken.length - 1] = true
    },
  }
  const leftOut: ElementReader = { open: () => draft.put({ type: 'note', code: 'external' }) }
  return {
    'w:txbxContent': {
      open: () => draft.enterFrame('textbox'),
      close: () => {
        const paragraphs = draft.leaveFrame()
        const place = draft.frame.paragraph?.after ?? draft.frame.paragraphs
        for (const paragraph of paragraphs) place.push(paragraph)
      },
    },
    'mc:AlternateContent': { open: () => taken.push(false), close: () => taken.pop() },
    'mc:Choice': alternative,
    'mc:Fallback': alternative,
    'w:altChunk': leftOut,
    'w:subDoc': leftOut,
  }
}

/** Notes and the places that refer to them. */
export function noteElements({ draft }: StoryReading, story: Story) {
  const notes = new Map<string, readonly Paragraph[]>()
  const footnotes = new Set<string>()
  const endnotes = new Set<string>()
  let id: string | undefined
  const note: ElementReader = {
    open: (tag) => {
      // Notes of a type are the lines between the text and the notes.
      id = (tag.attribute('w:type') ?? 'normal') === 'normal' ? tag.attribute('w:id') : undefined
      draft.enterFrame(story)
    },
    close: () => {
      const paragraphs = draft.leaveFrame()
      if (id !== undefined) notes.set(id, paragraphs)
    },
  }
  const refer = (ids: Set<string>): ElementReader => ({
    open: (tag) => {
      if (draft.isSeen()) ids.add(tag.attribute('w:id') ?? '')
    },
  })
  const elements: ElementReaders = {
    'w:footnote': note,
    'w:endnote': note,
    'w:footnoteReference': refer(footnotes),
    'w:endnoteReference': refer(endnotes),
  }
  return { elements, notes, footnotes, endnotes }
}

const pageOrder = ['first', 'default', 'even']

/** The headers and footers that the sections ask for. */
export function sectionElements() {
  const sections: { type: string; id: string; footer: boolean }[][] = []
  const link = (footer: boolean): ElementReader => ({
    open: (tag) => {
      sections.at(-1)?.push({ type: tag.attribute('w:type') ?? 'default', id: tag.attribute('r:id') ?? '', footer })
    },
  })
  const elements: ElementReaders = {
    'w:sectPr': { open: () => sections.push([]) },
    'w:headerReference': link(false),
    'w:footerReference': link(true),
  }
  const ids = (footer: boolean) =>
    sections.flatMap((links) =>
      links
        .filter((one) => one.footer === footer)
        .sort((a, b) => pageOrder.indexOf(a.type) - pageOrder.indexOf(b.type))
        .map(({ id }) => id),
    )
  return { elements, headers: () => ids(false), footers: () => ids(true) }
}
