import { type Relationship, readPart } from './parts.ts'
import { decodePieces } from './raw-text.ts'
import { isOn } from './styles.ts'
import { decodeXml, readXml } from './xml.ts'
import type { ZipArchive } from './zip.ts'

/** Somebody's comment in the margin. */
export interface ReviewComment {
  readonly author: string
  /** Neither marked as resolved nor a reply to another one. */
  readonly open: boolean
  /** Its words, paragraphs apart by a line break. */
  readonly text: string
}

/** The comments by id. Which of them are resolved stands in a part of its own, by the id of their last paragraph. */
export function readComments(archive: ZipArchive, relationships: readonly Relationship[]): Map<string, ReviewComment> {
  const partOf = (type: string) => relationships.find((link) => link.type === type && !link.external)?.target ?? ''
  const settled = new Set<string>()
  readPart(archive, partOf('commentsExtended'), (element, attribute) => {
    if (element !== 'w15:commentEx') return
    const done = isOn(attribute('w15:done') ?? '0') || attribute('w15:paraIdParent') !== undefined
    if (done) settled.add(attribute('w15:paraId') ?? '')
  })
  return readCommentsPart(archive, partOf('comments'), settled)
}

function readCommentsPart(archive: ZipArchive, part: string, settled: ReadonlySet<string>): Map<string, ReviewComment> {
  const comments = new Map<string, ReviewComment>()
  const bytes = archive.read(part)
  if (!bytes) return comments
  const source = decodeXml(bytes, part)
  let id = ''
  let inText = false
  const change = (values: Partial<ReviewComment>) => {
    const comment = comments.get(id)
    if (comment) comments.set(id, { ...comment, ...values })
  }
  const say = (words: string) => change({ text: (comments.get(id)?.text ?? '') + words })
  readXml(source, part, {
    open: (element, { attribute }) => {
      inText = element === 'w:t'
      if (element === 'w:comment') {
        id = attribute('w:id') ?? ''
        comments.set(id, { author: attribute('w:author') ?? '', open: true, text: '' })
      } else if (element === 'w:p') {
        change({ open: !settled.has(attribute('w14:paraId') ?? '') })
        if (comments.get(id)?.text) say('\n')
      }
    },
    close: () => {
      inText = false
    },
    text: (start, end, raw) => {
      if (inText)
        say(
          decodePieces(source, start, end, raw)
            .map(({ value }) => value)
            .join(''),
        )
    },
  })
  return comments
}
