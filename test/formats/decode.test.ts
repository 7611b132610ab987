import { describe, expect, it } from 'vitest'
import { decodeText } from '../../src/formats/decode.ts'
import { limits } from '../../src/limits.ts'

const letter = 'Kære Åse\r\n§ 116 – »støtte« € 😀'
const utf16 = Buffer.from(letter, 'utf16le')
const swapped = Buffer.from(utf16).swap16()

describe('decodeText', () => {
  it.each<[name: string, bytes: Uint8Array, text: string]>([
    ['nothing', new Uint8Array(), ''],
    ['UTF-8', Buffer.from(letter), letter],
    ['UTF-8 with a mark', Buffer.from(`\uFEFF${letter}`), letter],
    ['UTF-16 LE with a mark', Buffer.concat([Buffer.from([0xff, 0xfe]), utf16]), letter],
    ['UTF-16 BE with a mark', Buffer.concat([Buffer.from([0xfe, 0xff]), swapped]), letter],
    ['UTF-16 LE without a mark', utf16, letter],
    ['UTF-16 BE without a mark', swapped, letter],
    ['Windows-1252', Buffer.from([0x4b, 0xe6, 0x72, 0x65, 0x20, 0xc5, 0x20, 0x80, 0x96, 0x94]), 'Kære Å €–”'],
    ['a Uint8Array that is a window', new Uint8Array(Buffer.from('xxKærexx')).subarray(2, 7), 'Kære'],
    ['letters in two parts, left as they are', Buffer.from('A\u030A'), 'A\u030A'],
  ])('reads %s', (_, bytes, text) => {
    expect(decodeText(bytes)).toBe(text)
  })

  it('leaves the bytes as they are', () => {
    const bytes = Buffer.concat([Buffer.from([0xfe, 0xff]), swapped])
    const before = Buffer.from(bytes)
    decodeText(bytes)
    expect(bytes.equals(before)).toBe(true)
  })

  it.each<[name: string, bytes: Uint8Array, code: string]>([
    ['NULs', Buffer.from('PK\u0003\u0004\u0000\u0000abc'), 'input-binary'],
    ['a NUL among words', Buffer.from('Kære\u0000Mette'), 'input-binary'],
    ['control characters', Buffer.from([1, 2, 3, 65, 66, 67]), 'input-binary'],
    ['bytes of no text', Buffer.from(Array.from({ length: 256 }, (_, byte) => byte || 1)), 'input-binary'],
    ['half a character of UTF-16', Buffer.from([0xff, 0xfe, 0x41]), 'input-undecodable'],
    ['too many bytes', new Uint8Array(limits.textLength * 3 + 4), 'input-too-large'],
    ['too many characters', Buffer.alloc(limits.textLength + 1, 'a'), 'input-too-large'],
  ])('refuses %s', (_, bytes, code) => {
    expect(() => decodeText(bytes)).toThrow(expect.objectContaining({ code }))
  })

  it('takes a text of the greatest length', () => {
    expect(decodeText(Buffer.alloc(limits.textLength, 'a'))).toHaveLength(limits.textLength)
  })
})
