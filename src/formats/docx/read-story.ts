import type { Story } from '../../types.ts'
import type { ReviewComment } from './comments.ts'
import { type Budget, draftStory } from './draft-story.ts'
import { decodePieces, type RawPiece, trimPieces } from './raw-text.ts'
import type { DraftMark, Paragraph, StoryContent } from './story.ts'
import { isOn, readRunProperty, type Styles } from './styles.ts'
import { readXml, type XmlTag } from './xml.ts'

export interface StoryContext {
  readonly story: Story
  readonly styles: Styles
  readonly comments: ReadonlyMap<string, ReviewComment>
  readonly budget: Budget
}

interface ContentControl {
  /** Its tag or title, whichever comes first. */
  name: string | undefined
  /** It shows what to fill in, not what was filled in. */
  showing: boolean
  mark: DraftMark | undefined
}

type Sections = [type: string, id: string][][]

const words = (list: string) => new Set(list.split(' '))
/** Elements that hold no text of the letter: older formatting, the reading aid above a word, tab stops, deleted text. */
const skipped = words(
  'w:rPrChange w:pPrChange w:tblPrChange w:tblPrExChange w:trPrChange w:tcPrChange w:numberingChange w:sectPrChange ' +
    'w:tblGridChange w:rt w:sdtEndPr w:tabs w:delText w:delInstrText',
)
/** Elements by whose depth others are understood. */
const counted = words('w:pPr w:rPr w:trPr w:sdtPr w:r m:r')
const pageOrder = ['first', 'default', 'even']
/** What Word allows; a larger number is a trick. */
const mostColumns = 63

/**
 * Reads a part that holds text. Every character keeps its offset in `source`.
 * @throws KlarbrevError docx-xml, docx-doctype, docx-suspicious, docx-too-large
 */
export function readStory(source: string, part: string, context: StoryContext): StoryContent {
  const { characters } = context.budget
  const content = readOnce(source, part, context, true)
  if (content) return content
  // A field without an end would swallow the rest of the letter: then what looks like fields is read as text.
  context.budget.characters = characters
  return readOnce(source, part, context, false) as StoryContent
}

function readOnce(source: string, part: string, context: StoryContext, trustFields: boolean): StoryContent | undefined {
  const { styles, comments, budget } = context
  const draft = draftStory(context.story, styles, budget)
  const content = { root: '', tables: 0, footnotes: new Set<string>(), endnotes: new Set<string>(), tracked: false }
  const notes = new Map<string, readonly Paragraph[]>()
  const headers: Sections = []
  const footers: Sections = []
  const commentMarks = new Map<string, DraftMark>()
  const insertions: (DraftMark | undefined)[] = []
  const simpleFields: (readonly DraftMark[])[] = []
  const controls: ContentControl[] = []
  const alternatives: { taken: boolean }[] = []
  const depths = new Map<string, number>()
  let skipDepth = 0
  let noteId: string | undefined
  let captured: { pieces: RawPiece[]; preserve: boolean } | undefined

  const within = (name: string) => (depths.get(name) ?? 0) > 0
  const inRun = () => within('w:r') || within('m:r')
  const addText = (pieces: readonly RawPiece[]) => {
    const name = controls.findLast((control) => control.name !== undefined)?.name
    draft.addText(
      pieces,
      name,
      controls.some((control) => control.mark !== undefined),
    )
  }
  const sign = (value: string) => (tag: XmlTag) => addText([{ value, source: tag.start }])
  const addBreak = (tag: XmlTag) => draft.addBreak(tag.start)
  const startText = (tag: XmlTag) => {
    captured = { pieces: [], preserve: tag.preserve }
  }
  const endText = () => {
    if (captured) addText(captured.preserve ? captured.pieces : trimPieces(captured.pieces))
    captured = undefined
  }
  const forgetRun = () => {
    draft.frame.run = {}
  }
  const inParagraph = (key: 'outline' | 'level') => (tag: XmlTag) => {
    if (within('w:pPr') && draft.frame.paragraph) draft.frame.paragraph.format[key] = Number(tag.attribute('w:val'))
  }

  const startInsertion = (tag: XmlTag) => {
    const author = tag.attribute('w:author')
    content.tracked = true
    const ofProperties = within('w:pPr') || within('w:rPr') || within('w:trPr')
    if (within('w:pPr') && within('w:rPr') && draft.isSeen()) draft.pointMark('inserted', author)
    insertions.push(ofProperties || !draft.isSeen() ? undefined : draft.openMark('inserted', author))
  }
  const endInsertion = () => draft.closeMark(insertions.pop())
  /** The whole element is passed over. In the properties of a paragraph or a row it means these themselves. */
  const startDeletion = (tag: XmlTag) => {
    content.tracked = true
    skipDepth = 1
    if (!draft.isSeen()) return
    draft.pointMark('deleted', tag.attribute('w:author'))
    const { paragraph, tables } = draft.frame
    const table = tables.at(-1)
    if (within('w:pPr') && within('w:rPr') && paragraph) paragraph.format.joinsNext = true
    if (within('w:trPr') && table) {
      table.deleted = true
      draft.deletedRows += 1
    }
  }

  const startComment = (tag: XmlTag) => {
    const id = tag.attribute('w:id') ?? ''
    const comment = comments.get(id)
    if (comment?.open === false || commentMarks.has(id)) return
    commentMarks.set(id, draft.openMark('comment', comment?.author))
  }
  const endComment = (tag: XmlTag) => draft.closeMark(commentMarks.get(tag.attribute('w:id') ?? ''))
  const referToComment = (tag: XmlTag) => {
    if (commentMarks.has(tag.attribute('w:id') ?? '')) return
    startComment(tag)
    endComment(tag)
  }

  const nameControl = (tag: XmlTag) => {
    const control = controls.at(-1)
    if (control && within('w:sdtPr')) control.name ??= tag.attribute('w:val') || undefined
  }
  const startTable = () => {
    draft.settle()
    content.tables += 1
    draft.frame.tables.push({ number: content.tables, row: 0, column: 0, span: 1, deleted: false })
  }
  const onTable = (change: (table: { row: number; column: number; span: number }, count: number) => void) => {
    return (tag: XmlTag) => {
      const table = draft.frame.tables.at(-1)
      const count = Number(tag.attribute('w:val'))
      if (table) change(table, Number.isInteger(count) ? Math.min(Math.max(count, 0), mostColumns) : 0)
    }
  }
  const endRow = () => {
    const table = draft.frame.tables.at(-1)
    if (!table?.deleted) return
    table.deleted = false
    draft.deletedRows -= 1
  }
  const endTextBox = () => {
    const paragraphs = draft.leaveFrame()
    const place = draft.frame.paragraph?.after ?? draft.frame.paragraphs
    for (const paragraph of paragraphs) place.push(paragraph)
  }
  /** Notes of a type are the lines between the text and the notes. */
  const startNote = (tag: XmlTag) => {
    noteId = (tag.attribute('w:type') ?? 'normal') === 'normal' ? tag.attribute('w:id') : undefined
    draft.enterFrame(context.story)
  }
  const endNote = () => {
    const paragraphs = draft.leaveFrame()
    if (noteId !== undefined) notes.set(noteId, paragraphs)
  }
  const referToNote = (ids: Set<string>) => (tag: XmlTag) => {
    if (draft.isSeen()) ids.add(tag.attribute('w:id') ?? '')
  }
  const addLink = (sections: Sections) => (tag: XmlTag) => {
    sections.at(-1)?.push([tag.attribute('w:type') ?? 'default', tag.attribute('r:id') ?? ''])
  }
  /** The first alternative is the one that Word shows; the others say the same in other ways. */
  const startAlternative = () => {
    const alternative = alternatives.at(-1)
    if (alternative?.taken) skipDepth = 1
    else if (alternative) alternative.taken = true
  }
  const leaveOut = () => draft.put({ type: 'note', code: 'external' })

  const opening = new Map<string, (tag: XmlTag) => void>([
    ['w:p', () => draft.openParagraph()],
    ['w:outlineLvl', inParagraph('outline')],
    ['w:ilvl', inParagraph('level')],
    ['w:r', forgetRun],
    ['m:r', forgetRun],
    ['w:t', startText],
    ['m:t', startText],
    ['w:instrText', startText],
    ['w:ptab', sign(' ')],
    ['w:tab', sign(' ')],
    ['w:noBreakHyphen', sign('\u2011')],
    ['w:sym', sign('\uFFFC')],
    ['w:br', addBreak],
    ['w:cr', addBreak],
    ['w:ins', startInsertion],
    ['w:moveTo', startInsertion],
    ['w:del', startDeletion],
    ['w:moveFrom', startDeletion],
    ['w:commentRangeStart', startComment],
    ['w:commentRangeEnd', endComment],
    ['w:commentReference', referToComment],
    ['w:tag', nameControl],
    ['w:alias', nameControl],
    ['w:tbl', startTable],
    ['w:tr', onTable((table) => Object.assign(table, { row: table.row + 1, column: 0, span: 1 }))],
    ['w:gridBefore', onTable((table, count) => Object.assign(table, { column: count }))],
    ['w:tc', onTable((table) => Object.assign(table, { column: table.column + table.span, span: 1 }))],
    ['w:gridSpan', onTable((table, count) => Object.assign(table, { span: Math.max(count, 1) }))],
    ['w:txbxContent', () => draft.enterFrame('textbox')],
    ['mc:Choice', startAlternative],
    ['mc:Fallback', startAlternative],
    ['mc:AlternateContent', () => alternatives.push({ taken: false })],
    ['w:headerReference', addLink(headers)],
    ['w:footerReference', addLink(footers)],
    ['w:footnoteReference', referToNote(content.footnotes)],
    ['w:endnoteReference', referToNote(content.endnotes)],
    ['w:footnote', startNote],
    ['w:endnote', startNote],
    ['w:altChunk', leaveOut],
    ['w:subDoc', leaveOut],
    ['w:sdt', () => controls.push({ name: undefined, showing: false, mark: undefined })],
  ])
  opening.set('w:pStyle', (tag) => {
    if (within('w:pPr') && draft.frame.paragraph) draft.frame.paragraph.format.style = tag.attribute('w:val')
  })
  opening.set('w:numId', (tag) => {
    if (within('w:pPr') && draft.frame.paragraph) draft.frame.paragraph.format.listed = tag.attribute('w:val') !== '0'
  })
  opening.set('w:hyperlink', () => {
    draft.hyperlinks += 1
  })
  opening.set('w:fldChar', (tag) => {
    if (trustFields) draft.changeField(tag.attribute('w:fldCharType'), isOn(tag.attribute('w:fldLock') ?? '0'))
  })
  opening.set('w:fldSimple', (tag) => {
    simpleFields.push(draft.openField(tag.attribute('w:instr') ?? '', isOn(tag.attribute('w:fldLock') ?? '0')))
  })
  opening.set('w:showingPlcHdr', (tag) => {
    const control = controls.at(-1)
    if (control) control.showing = isOn(tag.attribute('w:val'))
  })
  opening.set('w:sdtContent', () => {
    const control = controls.at(-1)
    if (control?.showing && draft.isSeen()) control.mark = draft.openMark('placeholder', control.name)
  })
  opening.set('w:sectPr', () => {
    headers.push([])
    footers.push([])
  })

  const closing = new Map<string, () => void>([
    ['w:p', draft.closeParagraph],
    ['w:r', forgetRun],
    ['m:r', forgetRun],
    ['w:t', endText],
    ['m:t', endText],
    ['w:fldSimple', () => draft.closeField(simpleFields.pop() ?? [])],
    ['w:ins', endInsertion],
    ['w:moveTo', endInsertion],
    ['w:sdt', () => controls.pop()],
    ['w:tbl', () => draft.frame.tables.pop()],
    ['w:tr', endRow],
    ['w:tc', draft.settle],
    ['w:txbxContent', endTextBox],
    ['mc:AlternateContent', () => alternatives.pop()],
    ['w:footnote', endNote],
    ['w:endnote', endNote],
  ])
  closing.set('w:instrText', () => {
    draft.addInstruction((captured?.pieces ?? []).map(({ value }) => value).join(''))
    captured = undefined
  })
  closing.set('w:hyperlink', () => {
    draft.hyperlinks -= 1
  })
  closing.set('w:sdtContent', () => {
    const control = controls.at(-1)
    draft.closeMark(control?.mark)
    if (control) control.mark = undefined
  })

  readXml(source, part, {
    open: (name, tag) => {
      content.root ||= name || 'unknown'
      if (skipDepth > 0) {
        skipDepth += 1
      } else if (skipped.has(name)) {
        content.tracked ||= name.endsWith('Change')
        skipDepth = 1
      } else {
        if (within('w:rPr') && inRun() && !within('w:pPr')) readRunProperty(draft.frame.run, name, tag)
        if (counted.has(name)) depths.set(name, (depths.get(name) ?? 0) + 1)
        opening.get(name)?.(tag)
      }
    },
    close: (name) => {
      if (skipDepth > 0) {
        skipDepth -= 1
        return
      }
      if (counted.has(name)) depths.set(name, (depths.get(name) ?? 0) - 1)
      closing.get(name)?.()
    },
    text: (start, end, raw) => {
      if (!captured || skipDepth > 0) return
      for (const piece of decodePieces(source, start, end, raw)) captured.pieces.push(piece)
    },
  })
  const paragraphs = draft.leaveFrame()
  return draft.brokenField
    ? undefined
    : { ...content, paragraphs, notes, headers: inPageOrder(headers), footers: inPageOrder(footers) }
}

function inPageOrder(sections: Sections): string[] {
  const order = (type: string) => pageOrder.indexOf(type)
  return sections.flatMap((links) => links.toSorted(([a], [b]) => order(a) - order(b)).map(([, id]) => id))
}
