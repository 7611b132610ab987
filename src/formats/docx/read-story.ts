import type { Story } from '../../types.ts'
import type { ReviewComment } from './comments.ts'
import { type Budget, draftStory } from './draft-story.ts'
import type { StoryContent } from './story.ts'
import {
  boxElements,
  changeElements,
  commentElements,
  controlElements,
  type ElementReader,
  fieldElements,
  noteElements,
  paragraphElements,
  readRun,
  type StoryReading,
  sectionElements,
  tableElements,
  textElements,
} from './story-elements.ts'
import type { Styles } from './styles.ts'
import { readXml } from './xml.ts'

export interface StoryContext {
  readonly story: Story
  readonly styles: Styles
  readonly comments: ReadonlyMap<string, ReviewComment>
  readonly budget: Budget
}

/** Elements that hold no text of the letter: older formatting, the reading aid above a word, tab stops, deleted text. */
const skipped = new Set(
  (
    'w:rPrChange w:pPrChange w:tblPrChange w:tblPrExChange w:trPrChange w:tcPrChange w:numberingChange w:sectPrChange ' +
    'w:tblGridChange w:rt w:sdtEndPr w:tabs w:delText w:delInstrText'
  ).split(' '),
)
/** Elements by which others are understood. */
const counted = new Set(['w:pPr', 'w:rPr', 'w:trPr', 'w:sdtPr', 'w:r', 'm:r'])

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

function readOnce(
  source: string,
  part: string,
  context: StoryContext,
  complexFields: boolean,
): StoryContent | undefined {
  const draft = draftStory(context.story, context.styles, context.budget)
  const depths = new Map<string, number>()
  let root = ''
  let skipDepth = 0
  const count = (name: string, step: number) => {
    if (counted.has(name)) depths.set(name, (depths.get(name) ?? 0) + step)
  }
  const skip = () => {
    skipDepth = 1
  }
  const reading: StoryReading = { draft, within: (name) => (depths.get(name) ?? 0) > 0, skip, tracked: false }
  const text = textElements(reading, source)
  const notes = noteElements(reading, context.story)
  const sections = sectionElements()
  const elements = new Map<string, ElementReader>(
    Object.entries({
      ...paragraphElements(reading),
      ...text.elements,
      ...fieldElements(reading, complexFields),
      ...changeElements(reading),
      ...commentElements(reading, context.comments),
      ...controlElements(reading),
      ...tableElements(reading),
      ...boxElements(reading),
      ...notes.elements,
      ...sections.elements,
    }),
  )
  readXml(source, part, {
    open: (name, tag) => {
      root ||= name || 'unknown'
      if (skipDepth > 0) {
        skipDepth += 1
      } else if (skipped.has(name)) {
        reading.tracked ||= name.endsWith('Change')
        skip()
      } else {
        readRun(reading, name, tag)
        count(name, 1)
        elements.get(name)?.open?.(tag)
      }
    },
    close: (name) => {
      if (skipDepth > 0) {
        skipDepth -= 1
      } else {
        count(name, -1)
        elements.get(name)?.close?.()
      }
    },
    text: (start, end, raw) => {
      if (skipDepth === 0) text.onText(start, end, raw)
    },
  })
  const paragraphs = draft.leaveFrame()
  if (draft.isBroken()) return undefined
  return {
    ...{ root, paragraphs, tables: draft.tableCount(), tracked: reading.tracked },
    ...{ notes: notes.notes, footnotes: notes.footnotes, endnotes: notes.endnotes },
    ...{ headers: sections.headers(), footers: sections.footers() },
  }
}
