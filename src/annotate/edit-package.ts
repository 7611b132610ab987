import { findMainPart, type Relationship, readRelationships } from '../formats/docx/parts.ts'
import { decodeXml, encodeXml } from '../formats/docx/xml.ts'
import { openZip } from '../formats/docx/zip.ts'

/** A Word file whose parts can be rewritten as text. What is not rewritten stays as it is, byte for byte. */
export interface EditablePackage {
  /** Name of the part that holds the letter. */
  readonly main: string
  /** The links of the main part, as they were when the file was opened. */
  readonly links: readonly Relationship[]
  /** The name of a part as the file writes it; undefined where there is none. */
  readonly find: (part: string) => string | undefined
  /** The decoded XML of a part; undefined where there is none. */
  readonly text: (part: string) => string | undefined
  /** Rewrites a part in its old encoding, or adds one. */
  readonly put: (part: string, text: string) => void
  readonly bytes: () => Uint8Array
}

/** Opens a Word file for changes. Throws what `readDocx` throws for a file that can't be read. */
export async function editPackage(bytes: Uint8Array): Promise<EditablePackage> {
  const archive = await openZip(bytes)
  const main = findMainPart(archive).part
  const before = new Map<string, Uint8Array>()
  const changes = new Map<string, Uint8Array>()
  const read = (part: string): Uint8Array | undefined => {
    const known = before.get(part) ?? archive.read(part)
    if (known) before.set(part, known)
    return known
  }
  return {
    main,
    links: readRelationships(archive, main),
    find: archive.find,
    text: (part) => {
      const content = changes.get(part) ?? read(part)
      return content && decodeXml(content, part)
    },
    put: (part, text) => {
      const old = read(part)
      changes.set(archive.find(part) ?? part, old ? encodeXml(text, old) : Buffer.from(text))
    },
    bytes: () => (changes.size === 0 ? bytes : archive.rewrite(changes)),
  }
}

/** The name of the part that holds the links of another. */
export function relationshipsPart(part: string): string {
  const folder = part.slice(0, part.lastIndexOf('/') + 1)
  return `${folder}_rels/${part.slice(folder.length)}.rels`
}
