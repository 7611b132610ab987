import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { KlarbrevError } from '../../src/errors.ts'
import { readDocx } from '../../src/formats/docx/read-docx.ts'
import { docxEntries, docxFiles, p, r, run, zip, zipFiles } from './docx-builder.ts'
import { empty, good, hostileFiles, million, part, withBody, withEntries } from './hostile-files.ts'

async function failure(bytes: Uint8Array): Promise<unknown> {
  return readDocx(bytes).then(
    () => 'was read',
    (error: unknown) => error,
  )
}

describe('files that are refused', () => {
  test.each(Object.entries(hostileFiles))('%s', async (_, [bytes, code, values]) => {
    const error = await failure(bytes())
    expect(error).toBeInstanceOf(KlarbrevError)
    expect(error).toMatchObject({ code, ...(values && { values }) })
  })
})

describe('files that look hostile and are not', () => {
  test.each<[string, Uint8Array]>([
    ['stored entries', zip(docxEntries(good).map((entry) => ({ ...entry, stored: true })))],
    ['folders and backslashes', withEntries({ name: 'word/', ...empty }, { name: 'x\\y.bin', ...empty })],
    [
      'names in other letters',
      zip(docxEntries(good).map((entry) => (entry.name === part ? { ...entry, name: 'Word/DOCUMENT.xml' } : entry))),
    ],
    ['a picture of zeros', withEntries({ name: 'word/media/a.bmp', content: Buffer.alloc(40 * million) })],
    ['a macro that is no macro', withEntries({ name: 'word/vbaProject.bin', content: 'x' })],
    ['an entry with another method that is not read', withEntries({ name: 'x', content: 'x', method: 12 })],
    ['two hundred deep', withBody('<w:customXml>'.repeat(200) + p(r('Du kan klage.')) + '</w:customXml>'.repeat(200))],
    ['bytes inside a larger buffer', withOffset(zipFiles(docxFiles(good)))],
    [
      'ends without beginnings',
      withBody(p(run('<w:fldChar w:fldCharType="end"/>'), '<w:commentRangeEnd w:id="9"/>', r('Du kan klage.'))),
    ],
    [
      'links to parts that are not there',
      zipFiles(
        docxFiles({
          ...good,
          links: [
            ['header', '%zz.xml'],
            ['styles', '../../../x.xml'],
          ],
        }),
      ),
    ],
    [
      'dangerous names',
      zipFiles(
        docxFiles({
          ...good,
          styles: '<w:style w:type="paragraph" w:styleId="__proto__"><w:name w:val="constructor"/></w:style>',
        }),
      ),
    ],
  ])('%s', async (_, bytes) => {
    expect((await readDocx(bytes)).text).toBe('Du kan klage.')
  })

  test('a file with spoilt bytes is read or refused, never more', async () => {
    const bytes = zipFiles(docxFiles({ ...good, styles: '', header: p(r('Hoved')) }))
    const spoil = fc.array(fc.tuple(fc.nat(bytes.length - 1), fc.nat(255)), { minLength: 1, maxLength: 4 })
    await fc.assert(
      fc.asyncProperty(spoil, async (changes) => {
        const copy = Uint8Array.from(bytes)
        for (const [at, value] of changes) copy[at] = value
        const outcome = await failure(copy)
        expect(outcome === 'was read' || outcome instanceof KlarbrevError).toBe(true)
      }),
      { numRuns: 400, seed: 11 },
    )
  })

  test('packed XML with spoilt characters is read or refused, never more', async () => {
    const xml = docxFiles({ body: p(r('Du &amp; <![CDATA[x]]>'), run('<w:tab/>')) })[part] as string
    const mutation = fc.tuple(
      fc.nat(xml.length),
      fc.nat(3),
      fc.constantFrom('<', '>', '&', '"', '/', ']]>', '<!--', '&#1;', '\uFFFF', 'w:'),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(mutation, { minLength: 1, maxLength: 3 }), async (mutations) => {
        const spoilt = mutations.reduce((text, [at, cut, more]) => text.slice(0, at) + more + text.slice(at + cut), xml)
        const outcome = await failure(zipFiles({ ...docxFiles(good), [part]: spoilt }))
        expect(outcome === 'was read' || outcome instanceof KlarbrevError).toBe(true)
      }),
      { numRuns: 300, seed: 13 },
    )
  })
})

function withOffset(bytes: Uint8Array): Uint8Array {
  const larger = new Uint8Array(bytes.length + 20).fill(65)
  larger.set(bytes, 10)
  return larger.subarray(10, 10 + bytes.length)
}
