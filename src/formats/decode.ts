import { isUtf8 } from 'node:buffer'
import { KlarbrevError } from '../errors.ts'
import { limits } from '../limits.ts'

/** What the bytes 0x80-0x9F mean in Windows-1252. Node's own decoder has had them wrong; undefined bytes stay controls. */
const windows1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ'

/** UTF-8 needs at most three bytes for a UTF-16 unit; more than that is too long whatever it says. */
const bytesPerUnit = 3

/**
 * The text of a file: UTF-8, UTF-16 (with a byte order mark, or where the NULs leave no doubt), otherwise Windows-1252.
 * A byte order mark is not part of the text.
 *
 * Throws `input-too-large` (before decoding, where the bytes already say so), `input-binary` and `input-undecodable`.
 */
export function decodeText(bytes: Uint8Array): string {
  if (bytes.length > limits.textLength * bytesPerUnit + bytesPerUnit) throw tooLarge()
  const text = decode(bytes)
  if (text.length > limits.textLength) throw tooLarge()
  if (looksBinary(text)) throw new KlarbrevError('input-binary')
  return text
}

/** Throws `input-too-large` where a letter is longer than `limits.textLength`. */
export function assertTextLength(text: string): void {
  if (text.length > limits.textLength) throw tooLarge()
}

function tooLarge(): KlarbrevError {
  return new KlarbrevError('input-too-large', { limit: limits.textLength })
}

function decode(bytes: Uint8Array): string {
  const [first, second, third] = bytes
  if (first === 0xef && second === 0xbb && third === 0xbf)
    return decodeUtf8(bytes) ?? decodeWindows1252(bytes.subarray(3))
  if (first === 0xff && second === 0xfe) return decodeUtf16(bytes.subarray(2), 'utf-16le')
  if (first === 0xfe && second === 0xff) return decodeUtf16(bytes.subarray(2), 'utf-16be')
  const guess = guessUtf16(bytes)
  return guess ? decodeUtf16(bytes, guess) : (decodeUtf8(bytes) ?? decodeWindows1252(bytes))
}

function decodeUtf8(bytes: Uint8Array): string | undefined {
  if (!isUtf8(bytes)) return undefined
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8')
  return text.startsWith('\ufeff') ? text.slice(1) : text
}

function decodeUtf16(bytes: Uint8Array, encoding: 'utf-16le' | 'utf-16be'): string {
  if (bytes.length % 2 === 1) throw new KlarbrevError('input-undecodable', { encoding })
  const littleEndian = Buffer.from(bytes)
  return (encoding === 'utf-16be' ? littleEndian.swap16() : littleEndian).toString('utf16le')
}

function decodeWindows1252(bytes: Uint8Array): string {
  return Buffer.from(bytes)
    .toString('latin1')
    .replace(/[\x80-\x9f]/g, (character) => windows1252[character.charCodeAt(0) - 0x80] ?? character)
}

/**
 * UTF-16 without a mark: Western text has a NUL in nearly every other byte and hardly any in the others. Anything less
 * clear than that is no UTF-16.
 */
function guessUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes.length < 4 || bytes.length % 2 === 1) return undefined
  const length = Math.min(bytes.length, 4096)
  const nuls = [0, 0]
  for (let index = 0; index < length; index++) {
    if (bytes[index] === 0) nuls[index % 2] = (nuls[index % 2] ?? 0) + 1
  }
  const [even = 0, odd = 0] = nuls
  if (odd > length * 0.35 && even < odd / 10) return 'utf-16le'
  if (even > length * 0.35 && odd < even / 10) return 'utf-16be'
  return undefined
}

/** Whether text holds NULs or is to more than a tenth control characters: then it was no text. */
function looksBinary(text: string): boolean {
  if (text.includes('\0')) return true
  const sample = text.slice(0, 65_536)
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  const controls = sample.match(/[\x01-\x08\x0e-\x1f\x7f-\x9f]/g)
  return controls !== null && controls.length > sample.length / 10
}

/**
 * A text as bytes, in the encoding and with the byte order mark of the file that it was read from. Undefined when that
 * encoding has no sign for one of the characters, or can't be told for certain.
 */
export function encodeLike(text: string, bytes: Uint8Array): Uint8Array | undefined {
  const encoders = [asUtf8, asUtf16('utf-16le'), asUtf16('utf-16be'), asWindows1252]
  const marks = [[], [0xef, 0xbb, 0xbf], [0xff, 0xfe], [0xfe, 0xff]]
  const original = decodeText(bytes)
  for (const mark of marks) {
    if (!mark.every((byte, index) => bytes[index] === byte)) continue
    for (const encode of encoders) {
      const same = encode(original)
      if (same && equal(withMark(mark, same), bytes)) {
        const encoded = encode(text)
        return encoded && withMark(mark, encoded)
      }
    }
  }
  return undefined
}

function asUtf8(text: string): Uint8Array {
  return Buffer.from(text, 'utf8')
}

function asUtf16(encoding: 'utf-16le' | 'utf-16be') {
  return (text: string): Uint8Array => {
    const littleEndian = Buffer.from(text, 'utf16le')
    return encoding === 'utf-16be' ? littleEndian.swap16() : littleEndian
  }
}

function asWindows1252(text: string): Uint8Array | undefined {
  const bytes = Array.from(text, (character) => {
    const place = windows1252.indexOf(character)
    if (place >= 0) return 0x80 + place
    const code = character.codePointAt(0)!
    return code < 0x80 || (code >= 0xa0 && code <= 0xff) ? code : undefined
  })
  return bytes.includes(undefined) ? undefined : Uint8Array.from(bytes as number[])
}

function withMark(mark: readonly number[], bytes: Uint8Array): Uint8Array {
  return Buffer.concat([Uint8Array.from(mark), bytes])
}

function equal(one: Uint8Array, other: Uint8Array): boolean {
  return Buffer.compare(one, other) === 0
}
