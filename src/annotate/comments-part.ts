import { readXml } from '../formats/docx/xml.ts'
import { type EditablePackage, relationshipsPart } from './edit-package.ts'
import { appendToRoot, escapeXml, type Markup, markupOf } from './markup.ts'

/** Who klarbrev's comments are by, and how `removeAnnotations` knows them. */
export const author = 'klarbrev'
const initials = 'kb'

const contentType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml'
const xmlHead = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const packageLinks = 'http://schemas.openxmlformats.org/package/2006/relationships'
/** Relationships of strict files have a root of their own. */
const linkRoots = {
  strict: 'http://purl.oclc.org/ooxml/officeDocument/relationships',
  transitional: 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
}

/** A comment by its number, each paragraph a line. */
export interface NewComment {
  readonly id: number
  readonly paragraphs: readonly string[]
}

/** Numbers that comments have already, in their own part and in the letter. */
export function usedIds(file: EditablePackage): Set<number> {
  const ids = new Set<number>()
  const carriers = new Set(['w:comment', 'w:commentRangeStart', 'w:commentRangeEnd', 'w:commentReference'])
  for (const part of [file.main, commentsPart(file)]) {
    const source = part === undefined ? undefined : file.text(part)
    if (source === undefined || part === undefined) continue
    readXml(source, part, {
      open: (name, tag) => {
        if (carriers.has(name)) ids.add(Number(tag.attribute('w:id')))
      },
    })
  }
  return ids
}

/** The part that holds the comments, found by its link: its name may be any. */
export function commentsPart(file: EditablePackage): string | undefined {
  return file.links.find(({ type, external }) => type === 'comments' && !external)?.target
}

/** Adds comments to the part that holds them, or a part for them with its link and its type. */
export function addComments(file: EditablePackage, comments: readonly NewComment[], letter: Markup): void {
  const linked = commentsPart(file)
  const existing = linked === undefined ? undefined : file.text(linked)
  if (linked !== undefined && existing !== undefined) {
    file.put(linked, appendToRoot(existing, writeComments(comments, markupOf(existing))))
    declareType(file, linked)
    return
  }
  const part = linked ?? freeName(file)
  const markup = { prefix: 'w', declaration: '', namespace: letter.namespace }
  const content = writeComments(comments, markup)
  file.put(part, `${xmlHead}<w:comments xmlns:w="${letter.namespace}">${content}</w:comments>`)
  if (linked === undefined) link(file, part, letter.namespace)
  declareType(file, part)
}

function writeComments(comments: readonly NewComment[], { prefix: w, declaration }: Markup): string {
  return comments
    .map(({ id, paragraphs }) => {
      const text = paragraphs.map((paragraph, index) => {
        const mark = index === 0 ? `<${w}:r><${w}:annotationRef/></${w}:r>` : ''
        const bold = index === 0 ? `<${w}:rPr><${w}:b/></${w}:rPr>` : ''
        return `<${w}:p>${mark}<${w}:r>${bold}<${w}:t xml:space="preserve">${escapeXml(paragraph)}</${w}:t></${w}:r></${w}:p>`
      })
      return `<${w}:comment${declaration} ${w}:id="${id}" ${w}:author="${author}" ${w}:initials="${initials}">${text.join('')}</${w}:comment>`
    })
    .join('')
}

function freeName(file: EditablePackage): string {
  const folder = file.main.slice(0, file.main.lastIndexOf('/') + 1)
  for (let number = 0; ; number += 1) {
    const name = `${folder}comments${number || ''}.xml`
    if (file.find(name) === undefined) return name
  }
}

function link(file: EditablePackage, part: string, wordNamespace: string): void {
  const name = relationshipsPart(file.main)
  const found = file.find(name) ?? name
  const source = file.text(found) ?? `${xmlHead}<Relationships xmlns="${packageLinks}"/>`
  const ids = new Set(file.links.map(({ id }) => id))
  let number = 1
  while (ids.has(`${author}${number}`)) number += 1
  const root = wordNamespace.includes('purl.oclc.org') ? linkRoots.strict : linkRoots.transitional
  const { element, declaration } = unprefixed(source)
  file.put(
    found,
    appendToRoot(
      source,
      `<${element}Relationship${declaration} Id="${author}${number}" Type="${root}/comments" Target="/${encodeURI(part)}"/>`,
    ),
  )
}

function declareType(file: EditablePackage, part: string): void {
  const name = file.find('[Content_Types].xml')
  const source = name === undefined ? undefined : file.text(name)
  if (name === undefined || source === undefined) return
  let known = false
  readXml(source, name, {
    open: (element, tag) => {
      if (element === 'ct:Override' && tag.attribute('PartName')?.toLowerCase() === `/${part.toLowerCase()}`)
        known = true
    },
  })
  if (known) return
  const { element, declaration } = unprefixed(source)
  file.put(
    name,
    appendToRoot(
      source,
      `<${element}Override${declaration} PartName="/${encodeURI(part)}" ContentType="${contentType}"/>`,
    ),
  )
}

/** These parts have attributes without a prefix, so their default namespace serves. */
function unprefixed(source: string): { element: string; declaration: string } {
  const { prefix, declaration } = markupOf(source)
  return declaration !== '' && /<[^\s:/>]+\s[^>]*xmlns=/u.test(source)
    ? { element: '', declaration: '' }
    : { element: `${prefix}:`, declaration }
}
