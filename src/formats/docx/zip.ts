import { inflateRawSync } from 'node:zlib'
import { type Entry, fromBufferPromise, getFileNameLowLevel, validateFileName } from 'yauzl'
import { KlarbrevError } from '../../errors.ts'
import { limits } from '../../limits.ts'
import { crc32 } from './crc.ts'
import { writeZip } from './write-zip.ts'
import { deflated, localHeaderSignature } from './zip-format.ts'

/** The files packed in a Word file. Names are found without regard to case, as the packaging standard says. */
export interface ZipArchive {
  /** The name as the archive writes it, or undefined where there is no such file. */
  find(name: string): string | undefined
  /**
   * Inflates one file. All calls together share one budget of bytes.
   * @throws KlarbrevError docx-damaged, docx-suspicious, docx-too-large, docx-unsupported-zip
   */
  read(name: string): Uint8Array | undefined
  /**
   * A copy of the archive with these files written anew, or added at the end. All others keep their packed bytes, their
   * place and their dates. Names are those that `find` gives.
   */
  rewrite(changes: ReadonlyMap<string, Uint8Array>): Uint8Array
}

/** A file or folder as it lies in the archive: `start` is where its packed bytes begin. */
export interface PackedFile {
  readonly name: string
  readonly entry: Entry
  readonly start: number
}

const localHeaderLength = 30
const stored = 0

/**
 * Opens an archive and checks its directory; nothing is inflated before `read`. The directory is never believed: every
 * file must stand where it says, under the same name, and share no byte with another.
 * @throws KlarbrevError docx-damaged, docx-suspicious, docx-too-large, docx-unsupported-zip
 */
export async function openZip(bytes: Uint8Array): Promise<ZipArchive> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const packed: PackedFile[] = []
  const files = new Map<string, PackedFile>()
  const ranges: { part: string; start: number; end: number }[] = []
  for (const entry of await listEntries(buffer)) {
    const name = nameOf(entry)
    const start = dataStart(buffer, entry, name)
    ranges.push({ part: name, start: entry.relativeOffsetOfLocalHeader, end: start + entry.compressedSize })
    packed.push({ name, entry, start })
    if (name.endsWith('/')) continue
    if (files.has(name.toLowerCase())) throw new KlarbrevError('docx-suspicious', { part: name })
    files.set(name.toLowerCase(), { name, entry, start })
  }
  refuseOverlap(ranges)

  let budget: number = limits.xmlTotalBytes
  return {
    find: (name) => files.get(name.toLowerCase())?.name,
    read: (name) => {
      const file = files.get(name.toLowerCase())
      if (!file) return undefined
      const content = inflate(buffer, file, budget)
      budget -= content.length
      return content
    },
    rewrite: (changes) => writeZip(buffer, packed, changes),
  }
}

async function listEntries(buffer: Buffer): Promise<Entry[]> {
  try {
    const zip = await fromBufferPromise(buffer, { decodeStrings: false, validateEntrySizes: false })
    if (zip.entryCount > limits.zipEntries) {
      throw new KlarbrevError('docx-too-large', { limit: limits.zipEntries, unit: 'entries' })
    }
    const entries: Entry[] = []
    for await (const entry of zip.eachEntry()) entries.push(entry)
    return entries
  } catch (error) {
    if (error instanceof KlarbrevError) throw error
    const unsupported = error instanceof Error && /encryption|multi-disk/u.test(error.message)
    throw new KlarbrevError(unsupported ? 'docx-unsupported-zip' : 'docx-damaged', {}, [], { cause: error })
  }
}

function nameOf(entry: Entry): string {
  const name = getFileNameLowLevel(entry.generalPurposeBitFlag, entry.fileNameRaw, entry.extraFields, false)
  const printable = name.replace(/\p{C}/gu, '?')
  if (name.includes('\0') || validateFileName(name) !== null)
    throw new KlarbrevError('docx-suspicious', { part: printable })
  if (entry.isEncrypted()) throw new KlarbrevError('docx-unsupported-zip', { part: printable })
  return name
}

/** Where the packed bytes begin. The header in front of them must agree with the directory. */
function dataStart(buffer: Buffer, entry: Entry, part: string): number {
  const at = entry.relativeOffsetOfLocalHeader
  if (at + localHeaderLength > buffer.length || buffer.readUInt32LE(at) !== localHeaderSignature) {
    throw new KlarbrevError('docx-damaged', { part })
  }
  const nameEnd = at + localHeaderLength + buffer.readUInt16LE(at + 26)
  const start = nameEnd + buffer.readUInt16LE(at + 28)
  if (start + entry.compressedSize > buffer.length) throw new KlarbrevError('docx-damaged', { part })
  const sameName = buffer.subarray(at + localHeaderLength, nameEnd).equals(entry.fileNameRaw)
  if (!sameName || buffer.readUInt16LE(at + 8) !== entry.compressionMethod) {
    throw new KlarbrevError('docx-suspicious', { part })
  }
  return start
}

function refuseOverlap(ranges: { part: string; start: number; end: number }[]): void {
  let end = 0
  for (const range of ranges.sort((a, b) => a.start - b.start)) {
    if (range.start < end) throw new KlarbrevError('docx-suspicious', { part: range.part })
    end = range.end
  }
}

function inflate(buffer: Buffer, { name: part, entry, start }: PackedFile, budget: number): Uint8Array {
  const { compressedSize, uncompressedSize, compressionMethod } = entry
  if (compressionMethod !== stored && compressionMethod !== deflated) {
    throw new KlarbrevError('docx-unsupported-zip', { part })
  }
  const limit = Math.min(limits.xmlPartBytes, budget)
  if (uncompressedSize > limit) throw new KlarbrevError('docx-too-large', { part, limit, unit: 'bytes' })
  if (uncompressedSize > Math.max(limits.zipRatioGrace, limits.zipRatio * compressedSize)) {
    throw new KlarbrevError('docx-suspicious', { part })
  }
  const packed = buffer.subarray(start, start + compressedSize)
  const content = compressionMethod === stored ? packed : inflateAtMost(packed, uncompressedSize, part)
  if (content.length !== uncompressedSize) throw new KlarbrevError('docx-suspicious', { part })
  if (crc32(content) !== entry.crc32) throw new KlarbrevError('docx-damaged', { part })
  return content
}

/** Stops at the first byte past the declared size, so a lying header costs no memory. */
function inflateAtMost(packed: Uint8Array, size: number, part: string): Uint8Array {
  try {
    const chunkSize = Math.min(Math.max(size + 1, 64), 1 << 20)
    return inflateRawSync(packed, { maxOutputLength: Math.max(size, 1), chunkSize })
  } catch (cause) {
    const tooLong = cause instanceof Error && 'code' in cause && cause.code === 'ERR_BUFFER_TOO_LARGE'
    throw new KlarbrevError(tooLong ? 'docx-suspicious' : 'docx-damaged', { part }, [], { cause })
  }
}
