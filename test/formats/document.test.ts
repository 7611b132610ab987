import { describe, expect, it } from 'vitest'
import { type DocumentOptions, readDocument } from '../../src/formats/read-document.ts'

const markdown = '# Afslag\n\nKære Mette'
const text = 'Kære Mette\n\nDu får ikke støtte.'

describe('the format of a document', () => {
  it.each<[name: string, source: string | Uint8Array, options: DocumentOptions, format: string]>([
    ['the option', markdown, { format: 'text', path: 'a.md' }, 'text'],
    ['.md', text, { path: 'breve/a.md' }, 'markdown'],
    ['.MARKDOWN', text, { path: 'C:\\breve\\A.MARKDOWN' }, 'markdown'],
    ['.mdown', text, { path: 'a.b.mdown' }, 'markdown'],
    ['.txt', markdown, { path: 'a.txt' }, 'text'],
    ['.text', markdown, { path: '/x.md/a.text' }, 'text'],
    ['headings', markdown, {}, 'markdown'],
    ['front matter', '---\nlanguage: da\n---\nKære Mette', {}, 'markdown'],
    ['bold', 'Du får **ikke** støtte', {}, 'markdown'],
    ['a link', 'Se [her](https://x.example)', {}, 'markdown'],
    ['a table', 'a | b\n--|--\nc | d', {}, 'markdown'],
    ['no marks', text, {}, 'text'],
    ['dashes', 'Du skal sende:\n- et\n- to', {}, 'text'],
    ['a name without an extension', markdown, { path: 'brev' }, 'markdown'],
    ['a hidden file', text, { path: '.brev' }, 'text'],
    ['bytes', Buffer.from(`\uFEFF${markdown}`), {}, 'markdown'],
    ['UTF-16', Buffer.from(`\uFEFF${text}`, 'utf16le'), {}, 'text'],
  ])('is told by %s', async (_, source, options, format) => {
    const document = await readDocument(source, options)
    expect(document.format).toBe(format)
    expect(document.text).not.toContain('\uFEFF')
  })

  it.each<[name: string, source: string | Uint8Array, options: DocumentOptions, error: object]>([
    ['an old Word file', text, { path: 'a.doc' }, { code: 'docx-is-doc' }],
    ['a PDF', text, { path: 'a.PDF' }, { code: 'input-unknown-format', values: { extension: '.pdf' } }],
    ['an ODT', text, { path: 'a.odt' }, { code: 'input-unknown-format', values: { extension: '.odt' } }],
    ['an RTF', text, { path: 'a.rtf' }, { code: 'input-unknown-format', values: { extension: '.rtf' } }],
    ['text that is said to be a Word file', text, { path: 'a.docx' }, { code: 'docx-not-zip' }],
    ['bytes that are no text', Buffer.from([0, 1, 2]), { path: 'a.md' }, { code: 'input-binary' }],
  ])('is refused for %s', async (_, source, options, error) => {
    await expect(readDocument(source, options)).rejects.toMatchObject(error)
  })

  it.each<[name: string, magic: number[]]>([
    ['a zip archive', [0x50, 0x4b, 0x03, 0x04, 0, 0]],
    ['a compound file', [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]],
  ])('is Word for %s without a name', async (_, magic) => {
    await expect(readDocument(Uint8Array.from(magic))).rejects.toMatchObject({ code: expect.stringMatching(/^docx-/) })
  })
})
