import { KlarbrevError } from '../../errors.ts'
import { limits } from '../../limits.ts'

/**
 * Looks at the first bytes and refuses what is not an archive, each with its own reason. `found` names what the file
 * looks like: PDF, RTF, HTML, XML, MHTML, PNG, JPEG, Excel, PowerPoint, Outlook, OLE, unknown.
 * @throws KlarbrevError input-empty, docx-lockfile, docx-is-doc, docx-password, docx-not-word, docx-not-zip, docx-too-large
 */
export function refuseForeignFile(bytes: Uint8Array): void {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (buffer.length === 0) throw new KlarbrevError('input-empty')
  if (buffer.length > limits.fileBytes) {
    throw new KlarbrevError('docx-too-large', { limit: limits.fileBytes, unit: 'bytes' })
  }
  if (['PK\x03\x04', 'PK\x05\x06'].includes(buffer.toString('latin1', 0, 4))) return
  if (isLockFile(buffer)) throw new KlarbrevError('docx-lockfile')
  if (buffer.toString('latin1', 0, 8) === '\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1') throw oleError(buffer)
  throw new KlarbrevError('docx-not-zip', { found: guessFormat(buffer) })
}

/** The `~$` file beside an open document: length and name of the person who has it open, in 8 and in 16 bits. */
function isLockFile(buffer: Buffer): boolean {
  const nameLength = buffer[0] ?? 0
  return buffer.length === 162 && nameLength > 0 && nameLength <= 53 && buffer.readUInt16LE(54) === nameLength
}

/** Old Word files and password-protected new ones are both OLE files; the names in the directory tell them apart. */
function oleError(buffer: Buffer): KlarbrevError {
  if (hasOleStream(buffer, 'EncryptedPackage')) return new KlarbrevError('docx-password')
  if (hasOleStream(buffer, 'WordDocument')) return new KlarbrevError('docx-is-doc')
  const others = {
    Workbook: 'Excel',
    Book: 'Excel',
    'PowerPoint Document': 'PowerPoint',
    '__nameid_version1.0': 'Outlook',
  }
  const found = Object.entries(others).find(([stream]) => hasOleStream(buffer, stream))?.[1] ?? 'OLE'
  return new KlarbrevError('docx-not-word', { found })
}

/** Directory entries are 128 bytes each and begin with the name. */
function hasOleStream(buffer: Buffer, name: string): boolean {
  const needle = Buffer.from(`${name}\0`, 'utf16le')
  let at = buffer.indexOf(needle)
  while (at >= 0 && at % 128 !== 0) at = buffer.indexOf(needle, at + 1)
  return at >= 0
}

function guessFormat(buffer: Buffer): string {
  const head = buffer
    .toString('latin1', 0, 1024)
    .replace(/^\xEF\xBB\xBF/u, '')
    .trimStart()
  const signs: readonly [RegExp, string][] = [
    [/^%PDF/u, 'PDF'],
    [/^\{\\rtf/u, 'RTF'],
    [/^(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)?<(?:!doctype html|html|head|body|meta)\b/isu, 'HTML'],
    [/^<\?xml/u, 'XML'],
    [/^MIME-Version:/iu, 'MHTML'],
    [/^\x89PNG/u, 'PNG'],
    [/^\xFF\xD8\xFF/u, 'JPEG'],
  ]
  return signs.find(([sign]) => sign.test(head))?.[1] ?? 'unknown'
}
