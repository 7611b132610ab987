import { inflateRawSync } from 'node:zlib'

/** The files of an archive as text, in its order; read from the directory, without klarbrev's own reader. */
export function unzip(bytes: Uint8Array): Record<string, string> {
  const buffer = Buffer.from(bytes)
  const files: Record<string, string> = {}
  const end = buffer.length - 22
  let at = buffer.readUInt32LE(end + 16)
  for (let count = buffer.readUInt16LE(end + 10); count > 0; count -= 1) {
    const [method, packed] = [buffer.readUInt16LE(at + 10), buffer.readUInt32LE(at + 20)]
    const [nameLength, extra, comment] = [28, 30, 32].map((field) => buffer.readUInt16LE(at + field)) as [
      number,
      number,
      number,
    ]
    const local = buffer.readUInt32LE(at + 42)
    const start = local + 30 + buffer.readUInt16LE(local + 26) + buffer.readUInt16LE(local + 28)
    const data = buffer.subarray(start, start + packed)
    files[buffer.toString('utf8', at + 46, at + 46 + nameLength)] = (
      method === 8 ? inflateRawSync(data) : data
    ).toString()
    at += 46 + nameLength + extra + comment
  }
  return files
}
