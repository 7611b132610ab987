import { KlarbrevError } from '../../errors.ts'
import { limits } from '../../limits.ts'
import type { Story } from '../../types.ts'
import type { RawPiece } from './raw-text.ts'
import type { DraftMark, Look, Paragraph, Piece } from './story.ts'
import { depthOfLevel, levelOfOutline, type RunFormat, type Styles } from './styles.ts'

/** What may still be read of the letter; it counts down. */
export interface Budget {
  characters: number
}

/** What a paragraph says of itself, beside its style. */
interface ParagraphFormat {
  style?: string | undefined
  outline?: number
  listed?: boolean
  level?: number
  /** Its end is deleted: the text goes on in the next paragraph. */
  joinsNext?: boolean
}

interface OpenParagraph {
  readonly cell: Paragraph['cell']
  readonly pieces: Piece[]
  readonly after: Paragraph[]
  readonly format: ParagraphFormat
  highlight: DraftMark | undefined
  guidance: DraftMark | undefined
  placeholder: DraftMark | undefined
}

interface Field {
  instruction: string
  readonly locked: boolean
  /** Nothing of the instruction is seen; after it comes the result. */
  inInstruction: boolean
  marks: readonly DraftMark[]
}

interface Table {
  readonly number: number
  row: number
  column: number
  span: number
  deleted: boolean
}

/** A box to fill in. */
interface ContentControl {
  /** Its tag or title, whichever comes first. */
  name: string | undefined
  /** It shows what to fill in, not what was filled in. */
  showing: boolean
  mark: DraftMark | undefined
}

/** What paragraphs stand in: the part itself, a text box, a note. */
interface Frame {
  readonly story: Story
  readonly paragraphs: Paragraph[]
  readonly tables: Table[]
  readonly fields: Field[]
  /** How many of the fields are in their instruction. */
  instructions: number
  paragraph: OpenParagraph | undefined
  /** The paragraph whose text goes on in the next. */
  carried: OpenParagraph | undefined
  /** Marks that open before a paragraph does. */
  pending: Piece[]
  run: RunFormat
}

/** Fields whose value is another one the next day. */
const selfUpdating = /(?:^|\{)\s*(?:DATE|TIME|SAVEDATE|PRINTDATE)\b/iu

/** Red as Word's palettes have it: full on red, little on the rest. */
function isRed(colour: string | undefined): boolean {
  return colour !== undefined && /^(?:[c-f][\da-f])(?:[0-4][\da-f]){2}$/iu.test(colour)
}

export type StoryDraft = ReturnType<typeof draftStory>

/** Puts together the paragraphs of a part from what its elements say, in the order of the file. */
export function draftStory(story: Story, styles: Styles, budget: Budget) {
  const frames: Frame[] = []
  const controls: ContentControl[] = []
  const draft = { frame: newFrame(story), controls }
  let deletedRows = 0
  let hyperlinks = 0
  let tableCount = 0
  let broken = false

  const spend = (amount: number) => {
    budget.characters -= amount
    if (budget.characters < 0)
      throw new KlarbrevError('docx-too-large', { limit: limits.textLength, unit: 'characters' })
  }
  const isSeen = () => draft.frame.instructions === 0 && deletedRows === 0

  const put = (piece: Piece) => {
    spend(1)
    const { paragraph, carried, paragraphs, pending } = draft.frame
    const last = carried ?? paragraphs.at(-1)
    if (paragraph) paragraph.pieces.push(piece)
    else if (piece.type === 'close' && last && pending.length === 0) last.pieces.push(piece)
    else pending.push(piece)
  }
  const openMark = (kind: DraftMark['kind'], detail?: string, text?: string): DraftMark => {
    const mark = { kind, detail: detail || undefined, text, start: -1, end: -1 }
    put({ type: 'open', mark })
    return mark
  }
  const closeMark = (mark: DraftMark | undefined) => {
    if (mark) put({ type: 'close', mark })
  }
  /** Marks where something is left out. Neighbours of one kind and author are one. */
  const pointMark = (kind: DraftMark['kind'], detail?: string) => {
    const last = (draft.frame.paragraph?.pieces ?? draft.frame.pending).at(-1)
    const same = last?.type === 'close' && last.mark.kind === kind && last.mark.detail === (detail || undefined)
    if (!same) closeMark(openMark(kind, detail))
  }
  /** Opens, keeps or closes a mark that goes from run to run. */
  const switchMark = (open: DraftMark | undefined, kind: DraftMark['kind'], wanted: boolean, detail?: string) => {
    if (open && !wanted) closeMark(open)
    return wanted ? (open ?? openMark(kind, detail)) : undefined
  }

  const openParagraph = (): OpenParagraph => {
    closeParagraph()
    const { frame } = draft
    const table = frame.tables.at(-1)
    const { pieces = [], after = [] } = frame.carried ?? {}
    for (const piece of frame.pending) pieces.push(piece)
    frame.pending = []
    frame.carried = undefined
    frame.paragraph = {
      cell: table && table.column > 0 ? { table: table.number, row: table.row, column: table.column } : undefined,
      ...{ pieces, after, format: {}, highlight: undefined, guidance: undefined, placeholder: undefined },
    }
    return frame.paragraph
  }
  const closeParagraph = () => {
    const { paragraph } = draft.frame
    if (!paragraph) return
    closeMark(paragraph.highlight)
    closeMark(paragraph.guidance)
    closeMark(paragraph.placeholder)
    draft.frame.paragraph = undefined
    if (paragraph.format.joinsNext) draft.frame.carried = paragraph
    else keep(paragraph)
  }
  const keep = ({ cell, pieces, after, format }: OpenParagraph) => {
    if (pieces.length + after.length === 0) return
    const { quoted } = styles.paragraph(format.style)
    const kind = kindOf(format, cell, styles)
    draft.frame.paragraphs.push({ story: draft.frame.story, ...kind, quoted, cell, pieces, after })
  }
  /** Ends what can't go on past this place: the end of a cell, of a text box, of the part. */
  const settle = () => {
    closeParagraph()
    if (draft.frame.carried) keep(draft.frame.carried)
    draft.frame.carried = undefined
  }
  const enterFrame = (inner: Story) => {
    frames.push(draft.frame)
    draft.frame = newFrame(inner)
  }
  const leaveFrame = (): Paragraph[] => {
    settle()
    if (draft.frame.pending.length > 0) {
      openParagraph()
      settle()
    }
    broken ||= draft.frame.instructions > 0
    const { paragraphs } = draft.frame
    draft.frame = frames.pop() ?? draft.frame
    return paragraphs
  }

  const startTable = () => {
    settle()
    tableCount += 1
    draft.frame.tables.push({ number: tableCount, row: 0, column: 0, span: 1, deleted: false })
  }
  const deleteRow = () => {
    const table = draft.frame.tables.at(-1)
    if (table && !table.deleted) deletedRows += 1
    if (table) table.deleted = true
  }
  const endRow = () => {
    const table = draft.frame.tables.at(-1)
    if (table?.deleted) deletedRows -= 1
    if (table) table.deleted = false
  }

  /** Adds text in the look of the open run. */
  const addText = (texts: readonly RawPiece[]) => {
    if (texts.length === 0 || !isSeen()) return
    const paragraph = draft.frame.paragraph ?? openParagraph()
    const { run } = draft.frame
    const base = styles.paragraph(paragraph.format.style).run
    const own = styles.character(run.style)
    // Word turns a switch that both styles set off again.
    if (run.hidden ?? (own.run.hidden ?? false) !== (base.hidden ?? false)) {
      if (texts.some(({ value }) => value.trim() !== '')) pointMark('hidden')
      return
    }
    paragraph.highlight = switchMark(paragraph.highlight, 'highlight', run.highlight ?? own.run.highlight ?? false)
    const red = isRed(run.colour ?? own.run.colour ?? base.colour)
    const italic = run.italic ?? (own.run.italic ?? false) !== (base.italic ?? false)
    const guiding = (red && italic) || own.guidance || styles.paragraph(paragraph.format.style).guidance
    paragraph.guidance = switchMark(paragraph.guidance, 'guidance', guiding)
    const placeholder = own.placeholder && !controls.some(({ mark }) => mark)
    const name = placeholder ? controls.findLast((control) => control.name !== undefined)?.name : undefined
    paragraph.placeholder = switchMark(paragraph.placeholder, 'placeholder', placeholder, name)
    const linked = hyperlinks > 0 || own.link
    const look: Look = {
      bold: run.bold ?? (own.run.bold ?? false) !== (base.bold ?? false),
      caps: run.caps ?? (own.run.caps ?? false) !== (base.caps ?? false),
      underline: !linked && (run.underline ?? own.run.underline ?? base.underline ?? false),
    }
    for (const { value, source } of texts) {
      spend(value.length)
      paragraph.pieces.push({ type: 'text', value, source, look })
    }
  }
  const addBreak = (source: number) => {
    if (!isSeen() || draft.frame.run.hidden) return
    spend(1)
    ;(draft.frame.paragraph ?? openParagraph()).pieces.push({ type: 'break', source })
  }

  const openField = (instruction: string, locked: boolean): readonly DraftMark[] => {
    if (!isSeen()) return []
    const detail = instruction.replace(/\s+/gu, ' ').trim()
    const marks = [openMark('field', detail)]
    if (!locked && selfUpdating.test(detail)) marks.push(openMark('auto-date', detail))
    return marks
  }
  const closeField = (marks: readonly DraftMark[]) => {
    for (const mark of marks) closeMark(mark)
  }
  const addInstruction = (text: string) => {
    const field = draft.frame.fields.at(-1)
    if (!field?.inInstruction) return
    spend(text.length)
    field.instruction += text
  }
  const changeField = (type: string | undefined, locked: boolean) => {
    const { frame } = draft
    if (type === 'begin') {
      frame.fields.push({ instruction: '', locked, inInstruction: true, marks: [] })
      frame.instructions += 1
      return
    }
    const field = frame.fields.at(-1)
    if (!field) return
    if (field.inInstruction) {
      field.inInstruction = false
      frame.instructions -= 1
      field.marks = openField(field.instruction, field.locked)
    }
    if (type !== 'end') return
    frame.fields.pop()
    closeField(field.marks)
    // An instruction may be put together from fields: their names count, their results don't.
    addInstruction(`{${field.instruction}}`)
  }

  return Object.assign(draft, {
    ...{ put, openMark, closeMark, pointMark, openParagraph, closeParagraph, settle, enterFrame, leaveFrame, isSeen },
    ...{ addText, addBreak, openField, closeField, addInstruction, changeField, startTable, deleteRow, endRow },
    /** Counts the links that are open. */
    link: (step: number) => {
      hyperlinks += step
    },
    tableCount: () => tableCount,
    /** Whether a field has no end. */
    isBroken: () => broken,
  })
}

function newFrame(story: Story): Frame {
  return {
    ...{ story, paragraphs: [], tables: [], fields: [], instructions: 0, pending: [], run: {} },
    ...{ paragraph: undefined, carried: undefined },
  }
}

function kindOf(format: ParagraphFormat, cell: Paragraph['cell'], styles: Styles): Pick<Paragraph, 'kind' | 'depth'> {
  const style = styles.paragraph(format.style)
  const heading = format.outline === undefined ? style.heading : levelOfOutline(format.outline)
  if (heading > 0) return { kind: 'heading', depth: heading }
  if (cell) return { kind: 'cell', depth: 0 }
  if (!(format.listed ?? style.item > 0)) return { kind: 'paragraph', depth: 0 }
  return { kind: 'item', depth: format.level === undefined ? Math.max(style.item, 1) : depthOfLevel(format.level) }
}
