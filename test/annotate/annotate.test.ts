import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readDocx } from '../../src/formats/docx/read-docx.ts'
import { annotateDocx, lintText, type Remark, removeAnnotations } from '../../src/index.ts'
import type { LetterDocument } from '../../src/types.ts'
import {
  bold,
  type DocxSpec,
  docxFiles,
  field,
  namespaces,
  p,
  pp,
  r,
  run,
  table,
  textBox,
  wordPart,
  zipFiles,
} from '../formats/docx-builder.ts'
import { unzip } from './unzip.ts'

const main = 'word/document.xml'

/** A remark on the first place where `words` stand. */
function remarkOn(letter: LetterDocument, words: string, more: Partial<Remark> = {}): Remark {
  const start = letter.text.indexOf(words)
  return remarkAt(letter, start, start + words.length, more)
}

function remarkAt(letter: LetterDocument, start: number, end: number, more: Partial<Remark> = {}): Remark {
  return {
    ...{ ruleId: 'complaint/deadline', message: 'Fristen mangler.', advice: 'Skriv fristen.', suggestions: [] },
    ...{ sources: ['forvaltningsloven § 25'], location: { paragraph: 1 }, span: { start, end } },
    excerpt: letter.text.slice(start, end),
    ...more,
  }
}

const read = readDocx
const commented = ({ marks, text }: LetterDocument, author = 'klarbrev') =>
  marks
    .filter(({ kind, detail }) => kind === 'comment' && detail === author)
    .map(({ start, end }) => text.slice(start, end))

/** Comments words of a letter and reads it again; the text must be as it was. */
async function annotate(spec: DocxSpec | string, ...words: readonly string[]) {
  const bytes = zipFiles(docxFiles(typeof spec === 'string' ? { body: spec } : spec))
  const letter = await read(bytes)
  const copy = await annotateDocx(
    bytes,
    words.map((some) => remarkOn(letter, some)),
  )
  const after = await read(copy)
  expect(after.text).toBe(letter.text)
  expect(after.blocks).toEqual(letter.blocks)
  return { bytes, copy, letter, after, found: commented(after), xml: unzip(copy)[main] ?? '' }
}

describe('a comment stands at the very words', () => {
  test('a run is cut, and its formatting goes on in each piece', async () => {
    const { xml } = await annotate(p(r('Du kan klage nu.', bold)), 'klage')
    const reference = '<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>'
    expect(xml).toBe(
      wordPart(
        'document',
        `<w:body>${p(r('Du kan ', bold), '<w:commentRangeStart w:id="0"/>', r('klage', bold), reference, r(' nu.', bold))}</w:body>`,
      ),
    )
  })

  test('whole runs are not cut', async () => {
    const { xml } = await annotate(p(r('Du '), r('kan', bold), r(' klage')), 'kan')
    expect(xml).toContain(`${r('Du ')}<w:commentRangeStart w:id="0"/>${r('kan', bold)}<w:commentRangeEnd`)
  })

  const cases: Record<string, [spec: DocxSpec | string, words: string, found?: string]> = {
    'over several runs and paragraphs': [
      p(r('Du kan '), r('kla'), r('ge nu', bold)) + p(r('Skriv til os')),
      'kan klage nu\n\nSkriv',
    ],
    'words with entities and accents': [p(r('Møller &amp; s&#248;n, bla\u030A, ja')), '& søn, blå'],
    'text that XML trims': [p(run('<w:t>  Du kan klage  </w:t>'), r('nu')), 'kan'],
    CDATA: [p(run('<w:t xml:space="preserve">Du <![CDATA[<kan> klage]]> nu</w:t>')), '<kan>'],
    'CDATA that XML trims': [p(run('<w:t><![CDATA[ Du kan klage]]></w:t>')), 'kan', 'Du kan klage'],
    'between tabs and breaks of one run': [
      p(run('<w:t>Dato:</w:t><w:tab/><w:t>3. marts</w:t><w:br/><w:t>Farum</w:t>')),
      '3. marts',
    ],
    'a pair of surrogates as an entity': [p(r('Du &#x1F600; kan')), 'Du 😀'],
    'pairs of surrogates': [p(r('Du 😀 kan klage')), '😀 kan'],
    'soft hyphens inside': [p(r('Din klage\u00ADvejled\u00ADning her')), 'klagevejledning'],
    'in a hyperlink': [p('<w:hyperlink>', r('Læs på borger.dk her'), '</w:hyperlink>'), 'borger.dk'],
    'in an insertion': [p('<w:ins w:id="7" w:author="Ida">', r('Du kan klage'), '</w:ins>'), 'kan'],
    'in a cell': [table([p(r('Beløb i alt')), p(r('B'))]), 'i alt'],
    'in a rich content control': [
      p('<w:sdt><w:sdtPr/><w:sdtContent>', r('Du kan klage'), '</w:sdtContent></w:sdt>'),
      'kan',
    ],
    'a field is left whole': [
      p(r('Kære '), field('MERGEFIELD Navn', r('«For Efternavn»')), r(' her')),
      'For',
      '«For Efternavn»',
    ],
    'a simple field is left whole': [
      p(r('Side '), '<w:fldSimple w:instr="PAGE">', r('1 af 2'), '</w:fldSimple>'),
      'af',
      '1 af 2',
    ],
    'a control for one value is left whole': [
      p(r('Dato '), '<w:sdt><w:sdtPr><w:date/></w:sdtPr><w:sdtContent>', r('3. marts'), '</w:sdtContent></w:sdt>'),
      'marts',
      '3. marts',
    ],
    'math is left whole': [p(r('Svar '), '<m:oMath><m:r><m:t>x=2</m:t></m:r></m:oMath>'), '=', 'x=2'],
    'ruby is left whole': [
      p(run(`<w:ruby><w:rubyPr/><w:rt>${r('a')}</w:rt><w:rubyBase>${r('ord')}</w:rubyBase></w:ruby>`), r('et')),
      'r',
      'ord',
    ],
    'a strict file': [{ body: p(r('Du kan klage')), strict: true }, 'kan'],
    'a default namespace': [
      {
        body: `<?xml version="1.0"?><document xmlns="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><body><p><r><t>Du kan klage</t></r></p></body></document>`,
      },
      'kan',
    ],
    'a prefix that means two things': [`${p(r('Du kan klage'))}<w:customXml w:element="x" xmlns:w="urn:else"/>`, 'kan'],
    'a main part of another name': [{ body: p(r('Du kan klage')), main: 'ord/brev2.xml' }, 'kan'],
    'a main part in the root': [{ body: p(r('Du kan klage')), main: 'brev.xml' }, 'kan'],
  }
  test.each(Object.entries(cases))('%s', async (_, [spec, words, expected]) => {
    expect((await annotate(spec, words)).found).toEqual([expected ?? words])
  })

  test.each(['utf16le', 'latin1'] as const)('in a part in %s', async (encoding) => {
    const name = encoding === 'latin1' ? 'ISO-8859-1' : 'UTF-16'
    const text = wordPart('document', `<w:body>${p(r('På ø kan du klage'))}</w:body>`).replace('UTF-8', name)
    const body = Buffer.from(encoding === 'latin1' ? text : `\uFEFF${text}`, encoding)
    expect((await annotate({ body }, 'ø kan')).found).toEqual(['ø kan'])
  })

  test('several at once, one in another, side by side and twice the same', async () => {
    const words = ['Du kan klage', 'kan', 'kan', 'klage', ' nu']
    const { found } = await annotate(p(r('Du kan klage'), r(' nu')), ...words)
    expect(found).toEqual(['Du kan klage', 'kan', 'kan', 'klage', 'nu'])
  })

  test('a tracked change of formatting keeps a number of its own in each piece', async () => {
    const change = '<w:b/><w:rPrChange w:id="41" w:author="Ida"><w:rPr/></w:rPrChange>'
    const { xml } = await annotate(p(r('Du kan klage', change)), 'kan')
    const ids = [...xml.matchAll(/rPrChange w:id="(\d+)"/gu)].map(([, id]) => id)
    expect(new Set(ids).size).toBe(3)
  })
})

describe('what a comment says', () => {
  test('what, what to do, what to write, why', async () => {
    const bytes = zipFiles(docxFiles({ body: p(r('Du kan klage.')) }))
    const letter = await read(bytes)
    const remark = remarkOn(letter, 'klage', { message: 'A & <b>\u0001', suggestions: ['skrive'] })
    const xml = unzip(await annotateDocx(bytes, [remark]))['word/comments.xml'] ?? ''
    expect([...xml.matchAll(/<w:t [^>]*>(.*?)<\/w:t>/gu)].map(([, text]) => text)).toEqual([
      'A &amp; &lt;b&gt;',
      'Skriv fristen.',
      'Skriv for eksempel »skrive«',
      'Kilde: forvaltningsloven § 25 (complaint/deadline)',
    ])
    expect(xml).toContain('w:author="klarbrev"')
  })

  test.each([
    ['header', 'sidehoved', { header: p(r('Vor ref. 12')) }],
    ['textbox', 'tekstboks', { body: p(r('Kære Anna'), textBox(p(r('Vor ref. 12')))) }],
  ] as const)('words in a %s: a comment at the first words says where', async (story, name, spec) => {
    const sections = '<w:sectPr><w:headerReference r:id="header"/></w:sectPr>'
    const bytes = zipFiles(docxFiles({ body: p(r('Kære Anna')) + sections, ...spec }))
    const letter = await read(bytes)
    const copy = await annotateDocx(bytes, [remarkOn(letter, 'ref. 12', { location: { paragraph: 1, story } })])
    expect(commented(await read(copy))).toEqual(['Kære Anna'])
    expect(unzip(copy)['word/comments.xml']).toContain(`(${name}): »ref. 12«`)
  })

  test.each([
    '<w:p/>',
    '<w:p></w:p>',
    pp('<w:jc w:val="left"/>'),
    '<w:p><w:pPr><w:pPrChange w:author="x"><w:pPr/></w:pPrChange></w:pPr></w:p>',
  ])('a letter without words takes it in its first paragraph: %s', async (body) => {
    const bytes = zipFiles(docxFiles({ body }))
    const copy = await annotateDocx(bytes, [remarkAt(await read(bytes), 0, 0)])
    expect(unzip(copy)[main]).toContain('<w:commentReference w:id="0"/>')
    expect(commented(await read(copy))).toHaveLength(1)
  })

  test('the last of too many counts the rest', async () => {
    const bytes = zipFiles(docxFiles({ body: p(r('Du kan klage.')) }))
    const letter = await read(bytes)
    const copy = await annotateDocx(
      bytes,
      Array.from({ length: 600 }, () => remarkOn(letter, 'kan')),
    )
    expect(commented(await read(copy))).toHaveLength(500)
    expect(unzip(copy)['word/comments.xml']).toContain('101 bemærkninger mere')
  })
})

describe('the rest of the file', () => {
  const comment = (id: number, author: string) =>
    `<w:comment w:id="${id}" w:author="${author}">${p(r('Se her'))}</w:comment>`
  const spec: DocxSpec = {
    body: p(
      '<w:commentRangeStart w:id="0"/>',
      r('Du kan'),
      '<w:commentRangeEnd w:id="0"/>',
      run('<w:commentReference w:id="0"/>'),
      r(' klage'),
    ),
    comments: comment(0, 'Ida'),
    files: { 'word/media/a.bin': 'x'.repeat(999), 'customXml/item1.xml': '<a/>' },
    footer: p(r('Fod')),
  }

  test('stays as it is, other comments too', async () => {
    const { bytes, copy, after } = await annotate(spec, 'klage')
    const [before, now] = [unzip(bytes), unzip(copy)]
    const changed = Object.keys(now).filter((name) => now[name] !== before[name])
    expect(changed).toEqual(['[Content_Types].xml', main, 'word/comments.xml'])
    expect(commented(after, 'Ida')).toEqual(['Du kan'])
    expect(commented(after)).toEqual(['klage'])
  })

  test('a file without comments gets a part, a link and a type for them', async () => {
    const { bytes, copy } = await annotate(p(r('Du kan klage')), 'kan')
    const [before, now] = [unzip(bytes), unzip(copy)]
    expect(Object.keys(now).filter((name) => now[name] !== before[name])).toEqual([
      '[Content_Types].xml',
      main,
      'word/_rels/document.xml.rels',
      'word/comments.xml',
    ])
    expect(now['[Content_Types].xml']).toContain('PartName="/word/comments.xml"')
  })

  test('links and types in a part with prefixes, and comments in a closed root', async () => {
    const files = docxFiles({ body: p(r('Du kan klage')), links: [['comments', 'noter.xml']] })
    const prefixed = (text: string) => text.replaceAll(/<(\/?)(?=[A-Z])/gu, '<$1x:').replace('xmlns=', 'xmlns:x=')
    const bytes = zipFiles({
      ...files,
      '[Content_Types].xml': prefixed(files['[Content_Types].xml'] as string),
      'word/noter.xml': `<w:comments ${namespaces}/>`,
    })
    const copy = await annotateDocx(bytes, [remarkOn(await read(bytes), 'kan')])
    expect(commented(await read(copy))).toEqual(['kan'])
    expect(unzip(copy)['[Content_Types].xml']).toContain('<x:Override PartName="/word/noter.xml"')
  })

  test('nothing to say: the same bytes', async () => {
    const bytes = zipFiles(docxFiles(spec))
    expect(await annotateDocx(bytes, [])).toBe(bytes)
    expect(await removeAnnotations(bytes)).toBe(bytes)
  })

  test('klarbrev’s comments come out again, and nothing else', async () => {
    const { copy, letter } = await annotate(spec, 'klage', 'kan')
    const clean = await removeAnnotations(copy)
    const after = await read(clean)
    expect(after.text).toBe(letter.text)
    expect(commented(after)).toEqual([])
    expect(commented(after, 'Ida')).toEqual(['Du kan'])
    expect(unzip(clean)['word/comments.xml']).toBe(unzip(zipFiles(docxFiles(spec)))['word/comments.xml'])
    expect(unzip(clean)[main]).not.toContain('w:id="1"')
  })

  test('what Word wrote of our comments goes, and answers to them stay', async () => {
    const own = `<w:comment w:id="1" w:author="klarbrev"><w:p w14:paraId="AA">${r('x')}</w:p></w:comment>`
    const answer = `<w:comment w:id="2" w:author="Ida"><w:p w14:paraId="BB">${r('y')}</w:p></w:comment>`
    const bytes = zipFiles(
      docxFiles({
        body: p(
          '<w:commentRangeStart w:id="1"/>',
          r('Du kan'),
          '<w:commentRangeEnd w:id="1"/>',
          run('<w:rPr><w:b/></w:rPr><w:commentReference w:id="1"/>'),
          run('<w:commentReference w:id="2"/>'),
        ),
        comments: own + answer,
        commentsExtended:
          '<w15:commentEx w15:paraId="AA" w15:done="0"/><w15:commentEx w15:paraId="BB" w15:paraIdParent="AA" w15:done="0"/>',
      }),
    )
    const clean = await removeAnnotations(bytes)
    expect(commented(await read(clean), 'Ida')).toHaveLength(1)
    expect(unzip(clean)['word/more.xml']).toContain('><w15:commentEx w15:paraId="BB" w15:done="0"/></')
    expect(unzip(clean)[main]).toContain(`<w:body>${p(r('Du kan'), run('<w:commentReference w:id="2"/>'))}</w:body>`)
  })

  test('violations of a lint stand where they were found', async () => {
    const body = p(r('Kære Anna')) + p(r('Du kan klage snarest, såf'), r('remt du vil.'))
    const bytes = zipFiles(docxFiles({ body }))
    const { violations } = await lintText(bytes, { format: 'docx', language: 'da' })
    const copy = await annotateDocx(bytes, violations)
    expect(commented(await read(copy))).toContain('såfremt')
    expect(commented(await read(copy))).toHaveLength(violations.length)
  })
})

describe('whatever the letter and the words', () => {
  const text = fc.string({
    unit: fc.constantFrom(...'aå ØK.:éø\u00AD\u030A-', '&amp;', '&#248;', '&#x1F600;', '😀', '\n'),
    maxLength: 12,
  })
  const format = fc.constantFrom('', bold, '<w:i/><w:lang w:val="da-DK"/>')
  const piece = fc.oneof(
    { weight: 6, arbitrary: fc.tuple(text, format).map(([value, look]) => r(value, look)) },
    { weight: 2, arbitrary: text.map((value) => run(`<w:t>${value}</w:t>`)) },
    {
      weight: 1,
      arbitrary: fc.constantFrom(
        '<w:bookmarkStart w:id="3" w:name="x"/><w:bookmarkEnd w:id="3"/>',
        run('<w:tab/><w:t>ab</w:t><w:br/>'),
        '<w:proofErr w:type="spellStart"/>',
      ),
    },
    { weight: 1, arbitrary: text.map((value) => `<w:ins w:id="5" w:author="Ida">${r(value)}</w:ins>`) },
    { weight: 1, arbitrary: text.map((value) => `<w:hyperlink r:id="x">${r(value, bold)}</w:hyperlink>`) },
    { weight: 1, arbitrary: text.map((value) => run(`<w:t xml:space="preserve"><![CDATA[${value}]]></w:t>`)) },
    { weight: 1, arbitrary: text.map((value) => field('REF x', r(value))) },
    { weight: 1, arbitrary: text.map((value) => r(value, '<w:vanish/>')) },
  )
  const paragraph = fc.array(piece, { maxLength: 6 }).map((pieces) => p(...pieces))
  const body = fc.array(paragraph, { minLength: 1, maxLength: 4 }).map((all) => all.join(''))

  test('the text is the same, each comment is round its words, and they come out again', async () => {
    await fc.assert(
      fc.asyncProperty(
        body,
        fc.array(fc.tuple(fc.nat(60), fc.nat(20)), { minLength: 1, maxLength: 5 }),
        async (xml, ranges) => {
          const bytes = zipFiles(docxFiles({ body: xml }))
          const letter = await read(bytes)
          const remarks = ranges
            .map(([start, length]) => [start % (letter.text.length + 1), length] as const)
            .map(([start, length]) => remarkAt(letter, start, Math.min(start + length, letter.text.length)))
          const copy = await annotateDocx(bytes, remarks)
          const after = await read(copy)
          expect(after.text).toBe(letter.text)
          expect(after.segments.length).toBeGreaterThanOrEqual(letter.segments.length)
          expect(formats(unzip(copy)[main])).toEqual(formats(xml))
          const found = after.marks.filter(({ kind }) => kind === 'comment')
          expect(found).toHaveLength(remarks.length)
          if (letter.marks.every(({ kind }) => kind !== 'field')) {
            for (const { span } of remarks) {
              const words = letter.text.slice(span.start, span.end)
              if (words.trim() === '' || /\p{Cs}/u.test(words)) continue
              const start = span.start + words.length - words.trimStart().length
              const end = start + words.trim().length
              expect(found).toContainEqual(expect.objectContaining({ start, end }))
            }
          }
          const clean = await read(await removeAnnotations(copy))
          expect(clean.text).toBe(letter.text)
          expect(clean.marks).toEqual(letter.marks)
        },
      ),
      { numRuns: 200, seed: 17 },
    )
  }, 30_000)

  /** Every character with the formatting of its run. */
  function formats(xml = ''): string[] {
    return [...xml.matchAll(/<w:r>(<w:rPr>.*?<\/w:rPr>)?(.*?)<\/w:r>/gsu)].flatMap(([, look = '', content = '']) =>
      [...content.matchAll(/<w:t( [^>]*)?>(.*?)<\/w:t>/gsu)].flatMap(([, preserve, value = '']) => {
        const plain = value.replace(/<!\[CDATA\[|\]\]>/gu, '')
        return [...(preserve ? plain : plain.trim())].map((character) => `${character}${look}`)
      }),
    )
  }
})
