import { KlarbrevError } from '../../errors.ts'
import { limits } from '../../limits.ts'
import type { LetterDocument, ParseNote, Story } from '../../types.ts'
import { TextBuilder } from '../text-builder.ts'
import { readComments } from './comments.ts'
import { refuseForeignFile } from './container.ts'
import { findMainPart, readRelationships } from './parts.ts'
import { readStory } from './read-story.ts'
import type { StoryContent } from './story.ts'
import { readStyles } from './styles.ts'
import { finishMarks, type Writing, writeParagraphs } from './write-story.ts'
import { decodeXml } from './xml.ts'
import { openZip } from './zip.ts'

/**
 * Reads a Word file (docx, docm, dotx, dotm): headers, the letter with its text boxes, footnotes, endnotes, footers.
 * The letter is read as it stands when all changes are accepted; marks and notes tell of the rest. Segments lead to the
 * decoded XML of the part they name. Nothing outside the file is opened, no macro or embedded file is looked at.
 * @throws KlarbrevError with a docx code, whatever the bytes are
 */
export async function readDocx(bytes: Uint8Array): Promise<LetterDocument> {
  refuseForeignFile(bytes)
  const archive = await openZip(bytes)
  const main = findMainPart(archive)
  const links = readRelationships(archive, main.part)
  const partsOf = (type: string) =>
    links.filter((link) => link.type === type && !link.external).map((link) => link.target)

  const sourceOf = (part: string): string | undefined => {
    const content = archive.read(part)
    return content && decodeXml(content, part)
  }
  const [stylesPart = ''] = partsOf('styles')
  const styles = readStyles(sourceOf(stylesPart), stylesPart)
  const comments = readComments(archive, links)
  const budget = { characters: limits.textLength }
  const contents: StoryContent[] = []
  const read = (part: string, story: Story) => {
    const source = sourceOf(part)
    if (source === undefined) return undefined
    const content = readStory(source, part, { story, styles, comments, budget })
    contents.push(content)
    return content
  }

  const body = read(main.part, 'body')
  if (body?.root !== 'w:document') throw new KlarbrevError('docx-not-word', { found: 'XML' })
  const writing: Writing = { builder: new TextBuilder(), marks: [], notes: [], tables: 0 }
  const write = (content: StoryContent | undefined, part: string, paragraphs = content?.paragraphs ?? []) => {
    writeParagraphs(writing, paragraphs, part)
    writing.tables += content?.tables ?? 0
  }
  const seen = new Set([main.part])
  const writeLinked = (ids: readonly string[], type: 'header' | 'footer') => {
    for (const id of ids) {
      const target = links.find((link) => link.id === id && link.type === type && !link.external)?.target
      const part = target === undefined ? undefined : archive.find(target)
      if (part === undefined || seen.has(part)) continue
      seen.add(part)
      write(read(part, type), part)
    }
  }
  const writeNotes = (ids: ReadonlySet<string>, type: 'footnote' | 'endnote') => {
    const part = archive.find(partsOf(`${type}s`)[0] ?? '')
    if (part === undefined || ids.size === 0) return
    const content = read(part, type)
    write(
      content,
      part,
      [...ids].flatMap((id) => content?.notes.get(id) ?? []),
    )
  }
  writeLinked(body.headers, 'header')
  write(body, main.part)
  writeNotes(body.footnotes, 'footnote')
  writeNotes(body.endnotes, 'endnote')
  writeLinked(body.footers, 'footer')

  const text = writing.builder.text()
  if (text.length > limits.textLength) {
    throw new KlarbrevError('docx-too-large', { limit: limits.textLength, unit: 'characters' })
  }
  const marks = finishMarks(writing.marks, text)
  const has = (kind: string) => marks.some((mark) => mark.kind === kind)
  const settingsLinks = partsOf('settings').flatMap((part) => readRelationships(archive, part))
  const facts: readonly [ParseNote['code'], boolean][] = [
    ['macros', main.macros || partsOf('vbaProject').length > 0],
    ['tracked-changes', contents.some((content) => content.tracked)],
    ['comments', has('comment')],
    ['hidden-text', has('hidden')],
    ['signed', main.signed],
    ['external', [...links, ...settingsLinks].some((link) => link.external && link.type !== 'hyperlink')],
  ]
  return {
    format: 'docx',
    text,
    source: undefined,
    blocks: writing.builder.blocks,
    segments: writing.builder.segments,
    marks,
    notes: [...writing.notes, ...facts.filter(([, found]) => found).map(([code]) => ({ code }))],
    frontMatter: {},
  }
}
