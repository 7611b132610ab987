import { type Relationship, readPart } from './parts.ts'
import { isOn } from './styles.ts'
import type { ZipArchive } from './zip.ts'

/** Somebody's comment in the margin. */
export interface ReviewComment {
  readonly author: string
  /** Neither marked as resolved nor a reply to another one. */
  readonly open: boolean
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
  const comments = new Map<string, ReviewComment>()
  let id = ''
  let author = ''
  readPart(archive, partOf('comments'), (element, attribute) => {
    if (element === 'w:comment') {
      id = attribute('w:id') ?? ''
      author = attribute('w:author') ?? ''
      comments.set(id, { author, open: true })
    } else if (element === 'w:p' && comments.has(id)) {
      comments.set(id, { author, open: !settled.has(attribute('w14:paraId') ?? '') })
    }
  })
  return comments
}
