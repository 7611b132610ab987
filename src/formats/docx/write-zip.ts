import { deflateRawSync } from 'node:zlib'
import { crc32 } from './crc.ts'
import type { PackedFile } from './zip.ts'
import { deflated, localHeaderSignature } from './zip-format.ts'

/** What the headers of a file say of it. */
interface Header {
  readonly name: Buffer
  readonly flags: number
  readonly method: number
  readonly time: number
  readonly date: number
  readonly crc: number
  readonly packed: Uint8Array
  readonly size: number
  readonly madeBy: number
  readonly attributes: number
}

const directorySignature = 0x02014b50
const endSignature = 0x06054b50
/** The name is UTF-8. */
const utf8 = 0x800
/** The sizes come after the data: never in what we write. */
const sizesLater = 0x8
/** 1 January 1980, the first day an archive can name: files of ours carry no time. */
const noDate = 0x21

/**
 * Writes an archive anew: `changes` by name take the place of old content or are added at the end. Every other file
 * keeps its packed bytes, so nothing is lost by unpacking and packing again.
 */
export function writeZip(
  buffer: Buffer,
  files: readonly PackedFile[],
  changes: ReadonlyMap<string, Uint8Array>,
): Uint8Array {
  const names = new Set(files.map(({ name }) => name))
  const added = [...changes].filter(([name]) => !names.has(name))
  const headers = [
    ...files.map((file) => headerOf(buffer, file, changes.get(file.name))),
    ...added.map(([name, content]) => packNew(name, content)),
  ]
  const locals: Uint8Array[] = []
  const directory: Uint8Array[] = []
  let offset = 0
  for (const header of headers) {
    const local = Buffer.concat([signature(localHeaderSignature), commonFields(header), header.name, header.packed])
    directory.push(directoryEntry(header, offset))
    locals.push(local)
    offset += local.length
  }
  const listed = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(endSignature)
  end.writeUInt16LE(headers.length, 8)
  end.writeUInt16LE(headers.length, 10)
  end.writeUInt32LE(listed.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...locals, listed, end])
}

function headerOf(buffer: Buffer, { name, entry, start }: PackedFile, content: Uint8Array | undefined): Header {
  const kept = {
    name: Buffer.from(name),
    flags: (entry.generalPurposeBitFlag & ~sizesLater) | (/[^\0-\x7f]/u.test(name) ? utf8 : 0),
    time: entry.lastModFileTime,
    date: entry.lastModFileDate,
    madeBy: entry.versionMadeBy,
    attributes: entry.externalFileAttributes,
  }
  if (content) return { ...kept, ...pack(content) }
  const packed = buffer.subarray(start, start + entry.compressedSize)
  return { ...kept, method: entry.compressionMethod, crc: entry.crc32, size: entry.uncompressedSize, packed }
}

function packNew(name: string, content: Uint8Array): Header {
  return { name: Buffer.from(name), flags: utf8, time: 0, date: noDate, madeBy: 20, attributes: 0, ...pack(content) }
}

function pack(content: Uint8Array): Pick<Header, 'method' | 'crc' | 'size' | 'packed'> {
  return { method: deflated, crc: crc32(content), size: content.length, packed: deflateRawSync(content) }
}

/** The fields that a file's own header and its line in the directory share. */
function commonFields({ flags, method, time, date, crc, packed, size, name }: Header): Buffer {
  const fields = Buffer.alloc(26)
  fields.writeUInt16LE(20, 0)
  fields.writeUInt16LE(flags, 2)
  fields.writeUInt16LE(method, 4)
  fields.writeUInt16LE(time, 6)
  fields.writeUInt16LE(date, 8)
  fields.writeUInt32LE(crc, 10)
  fields.writeUInt32LE(packed.length, 14)
  fields.writeUInt32LE(size, 18)
  fields.writeUInt16LE(name.length, 22)
  return fields
}

function directoryEntry(header: Header, offset: number): Buffer {
  const madeBy = Buffer.alloc(2)
  madeBy.writeUInt16LE(header.madeBy)
  const tail = Buffer.alloc(14)
  tail.writeUInt32LE(header.attributes >>> 0, 6)
  tail.writeUInt32LE(offset, 10)
  return Buffer.concat([signature(directorySignature), madeBy, commonFields(header), tail, header.name])
}

function signature(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}
