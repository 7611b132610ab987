import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readDocx } from '../../src/formats/docx/read-docx.ts'
import type { LetterDocument } from '../../src/types.ts'
import { bold, type DocxSpec, docxFiles, p, r, wordPart, zipFiles } from './docx-builder.ts'
import { danishStyles, oddities } from './docx-oddities.ts'

/** How the blocks are written in the tables: `>` if quoted, kind, depth, story and cell in short, then the text. */
function outline(letter: LetterDocument): string[] {
  return letter.blocks.map(({ kind, depth, quoted, story, cell, start, end }) => {
    const place = cell ? ` ${cell.table}.${cell.row}.${cell.column}` : ''
    const name = `${quoted ? '> ' : ''}${kind}${depth || ''}${story === 'body' ? '' : ` ${story}`}${place}`
    return `${name}: ${letter.text.slice(start, end)}`
  })
}

function markList({ marks, text }: LetterDocument): string[] {
  return marks.map(
    ({ kind, detail, start, end }) => `${kind}${detail ? ` (${detail})` : ''}: ${text.slice(start, end)}`,
  )
}

/** The character that the raw XML holds at an offset. */
function decodeAt(raw: string, at: number): string {
  const signs: Record<string, string> = {
    tab: ' ',
    ptab: ' ',
    br: '\n',
    cr: '\n',
    noBreakHyphen: '\u2011',
    sym: '\uFFFC',
  }
  const tag = /^<\w+:(\w+)/u.exec(raw.slice(at, at + 30))?.[1]
  if (tag !== undefined) return signs[tag] ?? `<${tag}`
  const entity = /^&(#x?)?(\w+);/u.exec(raw.slice(at, at + 12))
  if (entity?.[1]) return String.fromCodePoint(Number(entity[1] === '#' ? entity[2] : `0x${entity[2]}`))
  if (entity) return { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }[entity[2] ?? ''] ?? '?'
  return (raw[at] ?? '').replace(/[\t\r\n]/u, ' ')
}

/** Every character of every block comes from the file, and from where its segment says. */
function expectMapped(letter: LetterDocument, files: Readonly<Record<string, string | Uint8Array>>): void {
  const covered = new Set<number>()
  let last = 0
  for (const { start, end, source, part = '' } of letter.segments) {
    const raw = Buffer.from(files[part] as string).toString()
    expect(start).toBeGreaterThanOrEqual(last)
    last = end
    for (let at = start; at < end; at++) {
      covered.add(at)
      const found = decodeAt(raw, source + at - start)
      const char = letter.text[at] ?? ''
      const isLowSurrogate = char >= '\uDC00' && char <= '\uDFFF'
      if (!isLowSurrogate && found.codePointAt(0) !== letter.text.codePointAt(at))
        expect(found).toBe(char.normalize('NFD')[0])
    }
  }
  for (const block of letter.blocks) {
    for (let at = block.start; at < block.end; at++) expect(covered.has(at), `character ${at} is mapped`).toBe(true)
    for (const line of block.lines) expect(letter.text.slice(line.start, line.end)).toMatch(/^\S(?:[^\n]*\S)?$/u)
  }
  expect(letter.text).toBe(letter.blocks.map(({ start, end }) => letter.text.slice(start, end)).join('\n\n'))
}

async function read(spec: DocxSpec): Promise<LetterDocument> {
  const files = docxFiles(spec)
  const letter = await readDocx(zipFiles(files))
  if (typeof spec.body === 'string') expectMapped(letter, files)
  return letter
}

describe('oddities of real Word files', () => {
  test.each(Object.entries(oddities))('%s', async (_, { spec, text, blocks, marks, notes, comments }) => {
    const letter = await read(typeof spec === 'string' ? { body: spec, styles: danishStyles } : spec)
    if (text !== undefined) expect(letter.text).toBe(text)
    if (comments) expect(letter.marks.map((mark) => mark.text)).toEqual(comments)
    if (blocks) expect(outline(letter)).toEqual(blocks)
    if (marks) expect(markList(letter)).toEqual(marks)
    if (notes) expect(letter.notes.map(({ code }) => code)).toEqual(notes)
  })

  const declared = (encoding: string) =>
    wordPart('document', `<w:body>${p(r('Sagsøgte på ø'))}</w:body>`).replace('UTF-8', encoding)
  test.each([
    ['UTF-8', Buffer.from(`\uFEFF${declared('UTF-8')}`)],
    ['UTF-16', Buffer.from(`\uFEFF${declared('UTF-16')}`, 'utf16le')],
    ['UTF-16', Buffer.from(`\uFEFF${declared('UTF-16')}`, 'utf16le').swap16()],
    ['UTF-16', Buffer.from(declared('UTF-16'), 'utf16le')],
    ['ISO-8859-1', Buffer.from(declared('ISO-8859-1'), 'latin1')],
    ['windows-1252', Buffer.from(declared('windows-1252'), 'latin1')],
  ])('encoding %s', async (encoding, body) => {
    const letter = await readDocx(zipFiles(docxFiles({ body })))
    const source = declared(encoding).indexOf('Sagsøgte')
    expect(letter.text).toBe('Sagsøgte på ø')
    expect(letter.segments).toEqual([{ start: 0, end: 13, source, part: 'word/document.xml' }])
  })
})

describe('however the runs are split', () => {
  const character = fc.constantFrom(...'aå ØK.:&é\u00AD\u030A-')
  const paragraph = fc.record({ text: fc.string({ unit: character, maxLength: 40 }), bold: fc.boolean() })
  const escapeXml = (text: string) => text.replaceAll('&', '&amp;')

  test('text and blocks are the same', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(paragraph, { maxLength: 4 }),
        fc.array(fc.nat(40), { maxLength: 6 }),
        async (paragraphs, cuts) => {
          const build = (at: readonly number[]) =>
            paragraphs
              .map(({ text, bold: isBold }) => {
                const edges = [0, ...at.toSorted((a, b) => a - b), text.length]
                const runs = edges
                  .slice(1)
                  .map((edge, index) => r(escapeXml(text.slice(edges[index], edge)), isBold ? bold : ''))
                return p(...runs)
              })
              .join('')
          const [whole, split] = [await read({ body: build([]) }), await read({ body: build(cuts) })]
          expect(split.text).toBe(whole.text)
          expect(split.blocks).toEqual(whole.blocks)
        },
      ),
      { numRuns: 150, seed: 7 },
    )
  })
})
