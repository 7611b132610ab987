import { refuseForeignFile } from '../formats/docx/container.ts'
import { readXml } from '../formats/docx/xml.ts'
import { author, commentsPart } from './comments-part.ts'
import { type EditablePackage, editPackage } from './edit-package.ts'
import { applyEdits, type Edit } from './edits.ts'

/**
 * A copy of a Word file without the comments by `klarbrev`. Comments of others stay, answers to klarbrev's too; without
 * any of klarbrev's, the bytes come back as they are. Throws a KlarbrevError with a docx code for a file that can't be
 * read.
 */
export async function removeAnnotations(bytes: Uint8Array): Promise<Uint8Array> {
  refuseForeignFile(bytes)
  const file = await editPackage(bytes)
  const part = commentsPart(file)
  const source = part === undefined ? undefined : file.text(part)
  if (part === undefined || source === undefined) return bytes
  const own = ownComments(source, part)
  if (own.ids.size === 0) return bytes
  file.put(part, applyEdits(source, own.edits))
  dropElements(file, file.main, (name, attribute) => marks.has(name) && own.ids.has(attribute('w:id') ?? ''))
  forgetThreads(file, own.paragraphs)
  return file.bytes()
}

const marks = new Set(['w:commentRangeStart', 'w:commentRangeEnd', 'w:commentReference'])

/** Klarbrev's own comments: their numbers, the Word ids of their paragraphs, and what takes them out. */
function ownComments(source: string, part: string) {
  const ids = new Set<string>()
  const paragraphs = new Set<string>()
  const edits: Edit[] = []
  let start: number | undefined
  readXml(source, part, {
    open: (name, tag) => {
      if (name === 'w:comment' && tag.attribute('w:author') === author) {
        start = tag.start
        ids.add(tag.attribute('w:id') ?? '')
      }
      const paragraph = name === 'w:p' && start !== undefined ? tag.attribute('w14:paraId') : undefined
      if (paragraph !== undefined) paragraphs.add(paragraph)
    },
    close: (name, end) => {
      if (name !== 'w:comment' || start === undefined) return
      edits.push({ start, end, text: '' })
      start = undefined
    },
  })
  return { ids, paragraphs, edits }
}

type Test = (name: string, attribute: (name: string) => string | undefined) => boolean

/** Takes elements out of a part; a run that held nothing else goes with them. */
function dropElements(file: EditablePackage, part: string, isDropped: Test): void {
  const source = file.text(part)
  if (source === undefined) return
  const edits: Edit[] = []
  const open: { start: number; name: string; dropped: boolean; others: number; drops: Edit[] }[] = []
  readXml(source, part, {
    open: (name, tag) => {
      open.push({ start: tag.start, name, dropped: isDropped(name, tag.attribute), others: 0, drops: [] })
    },
    close: (_, end) => {
      const element = open.pop()
      if (!element) return
      const isEmptied = element.name === 'w:r' && element.drops.length > 0 && element.others === 0
      const parent = open.at(-1)
      if (element.dropped || isEmptied) {
        const edit = { start: element.start, end, text: '' }
        if (parent?.name === 'w:r') parent.drops.push(edit)
        else edits.push(edit)
        return
      }
      edits.push(...element.drops)
      if (parent && element.name !== 'w:rPr') parent.others += 1
    },
    text: (start, end) => {
      const parent = open.at(-1)
      if (parent && source.slice(start, end).trim() !== '') parent.others += 1
    },
  })
  if (edits.length > 0) file.put(part, applyEdits(source, edits))
}

/** What newer Words write of a comment in parts of their own, by the id of its paragraph. */
function forgetThreads(file: EditablePackage, paragraphs: ReadonlySet<string>): void {
  if (paragraphs.size === 0) return
  for (const type of ['commentsExtended', 'commentsIds']) {
    const part = file.links.find((link) => link.type === type && !link.external)?.target
    if (part === undefined) continue
    const isOwn: Test = (_, attribute) =>
      ['w15:paraId', 'w16cid:paraId'].some((name) => paragraphs.has(attribute(name) ?? ''))
    dropElements(file, part, isOwn)
    const source = file.text(part)
    if (source === undefined) continue
    // Answers to a comment that is gone stand by themselves.
    const alone = source.replace(/\s[\w.-]+:paraIdParent="([^"]*)"/gu, (whole, id: string) =>
      paragraphs.has(id) ? '' : whole,
    )
    if (alone !== source) file.put(part, alone)
  }
}
