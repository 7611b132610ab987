import { KlarbrevError } from '../../errors.ts'
import { decodeXml, readXml } from './xml.ts'
import type { ZipArchive } from './zip.ts'

/** A link from one part to another or to something outside the file. */
export interface Relationship {
  readonly id: string
  /** The last word of the type: `officeDocument`, `header`, `hyperlink`. The same in strict and transitional files. */
  readonly type: string
  /** Name of the part it leads to. For external ones the address as written: it is never opened. */
  readonly target: string
  readonly external: boolean
}

/**
 * The part that holds the letter, found by the package's own link and not by its usual name.
 * @throws KlarbrevError docx-not-word with `found` Excel, PowerPoint, OpenDocument, EPUB or ZIP; docx-damaged
 */
export function findMainPart(archive: ZipArchive): { part: string; macros: boolean; signed: boolean } {
  const relationships = readRelationships(archive, '')
  const target = relationships.find(({ type, external }) => type === 'officeDocument' && !external)?.target
  if (target === undefined) throw new KlarbrevError('docx-not-word', { found: guessPackage(archive) })
  const contentType = contentTypeOf(archive, target)
  if (/spreadsheetml|ms-excel/u.test(contentType)) throw new KlarbrevError('docx-not-word', { found: 'Excel' })
  if (/presentationml|ms-powerpoint/u.test(contentType))
    throw new KlarbrevError('docx-not-word', { found: 'PowerPoint' })
  const part = archive.find(target)
  if (part === undefined) throw new KlarbrevError('docx-damaged', { part: target })
  return {
    part,
    macros: /macroEnabled/u.test(contentType),
    signed: relationships.some(({ type }) => type === 'origin'),
  }
}

function guessPackage(archive: ZipArchive): string {
  const mimetype = Buffer.from(archive.read('mimetype') ?? []).toString('latin1')
  if (mimetype.includes('opendocument')) return 'OpenDocument'
  return mimetype.includes('epub') ? 'EPUB' : 'ZIP'
}

/**
 * The links of a part; those of the whole file for the name ''. A part without links has none.
 * @throws KlarbrevError docx-xml, docx-doctype and what `ZipArchive.read` throws
 */
export function readRelationships(archive: ZipArchive, part: string): Relationship[] {
  const folder = part.slice(0, part.lastIndexOf('/') + 1)
  const name = `${folder}_rels/${part.slice(folder.length)}.rels`
  const relationships: Relationship[] = []
  readPart(archive, name, (element, attribute) => {
    if (element !== 'rel:Relationship') return
    const target = attribute('Target') ?? ''
    const external = attribute('TargetMode') === 'External'
    relationships.push({
      id: attribute('Id') ?? '',
      type: (attribute('Type') ?? '').replace(/^.*\//u, ''),
      target: external ? target : resolveTarget(folder, target),
      external,
    })
  })
  return relationships
}

function contentTypeOf(archive: ZipArchive, part: string): string {
  const extension = part.slice(part.lastIndexOf('.') + 1).toLowerCase()
  let byName: string | undefined
  let byExtension: string | undefined
  readPart(archive, '[Content_Types].xml', (element, attribute) => {
    if (element === 'ct:Override' && attribute('PartName')?.toLowerCase() === `/${part.toLowerCase()}`) {
      byName = attribute('ContentType')
    } else if (element === 'ct:Default' && attribute('Extension')?.toLowerCase() === extension) {
      byExtension = attribute('ContentType')
    }
  })
  return byName ?? byExtension ?? ''
}

/** Hears every element of a part. A part that is not there has none. */
export function readPart(
  archive: ZipArchive,
  name: string,
  open: (element: string, attribute: (name: string) => string | undefined) => void,
): void {
  const bytes = archive.read(name)
  if (bytes) readXml(decodeXml(bytes, name), name, { open: (element, tag) => open(element, tag.attribute) })
}

function resolveTarget(folder: string, target: string): string {
  const path: string[] = []
  for (const step of (target.startsWith('/') ? target : folder + target).split('/')) {
    if (step === '..') path.pop()
    else if (step !== '' && step !== '.') path.push(step)
  }
  const name = path.join('/')
  try {
    return decodeURIComponent(name)
  } catch {
    return name
  }
}
