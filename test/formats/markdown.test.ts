import { describe, expect, it } from 'vitest'
import { readMarkdown } from '../../src/formats/markdown.ts'
import { limits } from '../../src/limits.ts'
import type { LetterDocument } from '../../src/types.ts'

const names = { heading: 'h', paragraph: 'p', item: 'i', cell: 'c' }

/** One string a block: its kind, its depth, `>` where quoted, and its lines with ` / ` between. */
function outline(document: LetterDocument): string[] {
  return document.blocks.map((block) => {
    const lines = block.lines.map((line) => document.text.slice(line.start, line.end))
    return `${names[block.kind]}${block.depth || ''}${block.quoted ? '>' : ''} ${lines.join(' / ')}`
  })
}

/** Wraps prose at the given width, as an editor does. */
function wrap(text: string, width: number): string {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + 1 + word.length <= width) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines.join('\n')
}

const prose =
  'Vi har lagt vægt på, at badebænken og grebet dækker dit behov for at kunne gå i bad. Derfor er en ombygning efter vores vurdering ikke nødvendig for, at boligen bliver bedre egnet for dig. Ergoterapeut Lone Friis besøgte dig den 4. februar 2026 sammen med Mette Lindholm fra Fjordby Kommune og talte med dig.'

describe('blocks', () => {
  it.each<[name: string, markdown: string, blocks: string[]]>([
    ['nothing', '', []],
    ['white space only', ' \n\n\t\n', []],
    ['a paragraph', 'Kære Mette', ['p Kære Mette']],
    ['two paragraphs', 'Et.\n\nTo.', ['p Et.', 'p To.']],
    ['headings', '# Et\n\n### Tre', ['h1 Et', 'h3 Tre']],
    ['a heading with closing marks', '## Klage ##', ['h2 Klage']],
    ['a heading that ends with a mark', '## C#', ['h2 C#']],
    ['an empty heading', '#\n\n# #\n\nTekst', ['p Tekst']],
    ['a heading and a paragraph without a blank line', '## Klage\nDu kan klage.', ['h2 Klage', 'p Du kan klage.']],
    ['an underlined heading', 'Klage\n-----\n\nTekst', ['h2 Klage', 'p Tekst']],
    ['a ruler under a sentence', 'Du får ikke støtte.\n---', ['p Du får ikke støtte.']],
    ['a ruler under a signature', 'Mette Lindholm\nSocialrådgiver\n---', ['p Mette Lindholm / Socialrådgiver']],
    ['a list', '- et\n- to', ['i1 et', 'i1 to']],
    ['a list after a sentence', 'Du skal sende:\n- et\n- to', ['p Du skal sende:', 'i1 et', 'i1 to']],
    ['a list in a list', '1. et\n   - to\n2. tre', ['i1 et', 'i2 to', 'i1 tre']],
    ['a loose item', '- et\n\n  to\n\n- tre', ['i1 et', 'i1 to', 'i1 tre']],
    ['bullets from Word', 'Du skal sende:\n\n• et\n• to', ['p Du skal sende:', 'i1 et', 'i1 to']],
    ['lettered points', 'Du får hjælp til\na) bad\nb) mad', ['p Du får hjælp til', 'i1 bad', 'i1 mad']],
    ['a quotation', '> Citat\n> mere\n\nTekst', ['p> Citat\nmere', 'p Tekst']],
    ['a list in a quotation', '> - et', ['i1> et']],
    ['a table', 'A | B\n--|--\nc | **d**', ['c A', 'c B', 'c c', 'c d']],
    ['a pipe that is no table', 'Ja | nej', ['p Ja | nej']],
    ['a fenced block', 'Før\n\n```\nkode\n```\n\nEfter', ['p Før', 'p Efter']],
    ['a fenced block in a list', '- et\n\n  ~~~\n  kode\n  ~~~', ['i1 et']],
    [
      'a letterhead moved to the right',
      '      Dato: 3. marts 2026\n      Sagsnr.: 12',
      ['p Dato: 3. marts 2026 / Sagsnr.: 12'],
    ],
    ['HTML blocks and comments', '<div>\nvæk\n</div>\n\n<!-- væk\n\nvæk -->\n\nTekst', ['p Tekst']],
    ['link definitions', '[klage]: https://klage.example\n\nLæs om [klage].', ['p Læs om klage.']],
    ['what only looks like a definition', '[Navn]: Hansen\n\nKære [Navn]', ['p [Navn]: Hansen', 'p Kære [Navn]']],
    ['a ruler', 'Et\n\n* * *\n\nTo', ['p Et', 'p To']],
  ])('%s', (_, markdown, blocks) => {
    expect(outline(readMarkdown(markdown))).toEqual(blocks)
  })

  it('counts tables, rows and columns from 1', () => {
    const { blocks } = readMarkdown('|a|b|\n|-|-|\n|c|d|\n\nTekst\n\n|e|\n|-|')
    expect(blocks.map((block) => block.cell && Object.values(block.cell))).toEqual([
      [1, 1, 1],
      [1, 1, 2],
      [1, 2, 1],
      [1, 2, 2],
      undefined,
      [2, 1, 1],
    ])
  })
})

describe('headings without a mark', () => {
  it.each<[name: string, markdown: string, blocks: string[]]>([
    ['a bold line', '**Begrundelse**', ['h2 Begrundelse']],
    ['a bold line with a colon after it', '__Begrundelse__:', ['h2 Begrundelse:']],
    ['a bold line in HTML', '<b>Begrundelse</b>', ['h2 Begrundelse']],
    ['a bold question', '**Har du spørgsmål?**', ['h2 Har du spørgsmål?']],
    ['a bold line over a paragraph', '**Klage**\nDu kan klage.', ['h2 Klage', 'p Du kan klage.']],
    ['a bold line and a hard break', '**Klage**  \nDu kan klage.', ['h2 Klage', 'p Du kan klage.']],
    ['a bold heading that was wrapped', '**Afslag på støtte til\nombygning**', ['h2 Afslag på støtte til\nombygning']],
    ['a bold sentence', '**Du får ikke støtte.**', ['p Du får ikke støtte.']],
    ['a bold label', '**Klagefrist:** 4 uger', ['p Klagefrist: 4 uger']],
    [
      'bold words at the start of a sentence',
      '**Senest den 3. marts**\nskal du svare.',
      ['p Senest den 3. marts\nskal du svare.'],
    ],
    ['a bold sender', '**Egesø Kommune**  \nTorvet 1  \n4180 Egesø', ['p Egesø Kommune / Torvet 1 / 4180 Egesø']],
    ['a bold recipient', 'Et\n\n**Jens Bo**\nTorvet 1\n4180 Egesø', ['p Et', 'p Jens Bo / Torvet 1 / 4180 Egesø']],
    ['a bold greeting', '**Kære Mette**', ['p Kære Mette']],
    ['a bold date', '**Egesø, den 3. marts 2026**', ['p Egesø, den 3. marts 2026']],
    ['a bold item', '- **Klage**', ['i1 Klage']],
    ['capitals', 'KLAGEVEJLEDNING\n\nTekst', ['h2 KLAGEVEJLEDNING', 'p Tekst']],
    ['capitals in an address', '4180 EGESØ', ['p 4180 EGESØ']],
    ['an unfilled field in capitals', 'XXXX', ['p XXXX']],
    ['a colon at the end', 'Klagevejledning:\n\nTekst', ['h2 Klagevejledning:', 'p Tekst']],
    ['a sentence that leads up to a list', 'Du skal sende:\n\n- et', ['p Du skal sende:', 'i1 et']],
    ['a numbered heading', '1. Afgørelse\n\nTekst', ['h2 Afgørelse', 'p Tekst']],
    ['a list of two', '1. Lejekontrakt\n2. Årsopgørelse', ['i1 Lejekontrakt', 'i1 Årsopgørelse']],
  ])('%s', (_, markdown, blocks) => {
    expect(outline(readMarkdown(markdown))).toEqual(blocks)
  })
})

describe('text', () => {
  it.each<[name: string, markdown: string, text: string]>([
    ['emphasis', 'En *vigtig* og **meget** _vigtig_ ting', 'En vigtig og meget vigtig ting'],
    ['marks inside words', 'a*b*c d_e_f 2*3*4', 'abc d_e_f 234'],
    ['escapes', '\\*ikke\\* 1\\. \\[x\\] \\a', '*ikke* 1. [x] \\a'],
    ['entities', 'R&D &amp; &oslash; &#65; &#x42; &nix; &lt;', 'R&D & ø A B &nix; <'],
    ['links and images', 'Læs [siden om *klage*](https://x.example "t") ![kort](k.png)her', 'Læs siden om klage her'],
    ['autolinks', 'Se <https://borger.dk/klage> og <post@x.example>', 'Se https://borger.dk/klage og post@x.example'],
    ['bare addresses', 'Se https://borger.dk/a_b_c og post@x.example', 'Se https://borger.dk/a_b_c og post@x.example'],
    ['brackets', '[indsæt dato] [x] [A / B] [[navn]]', '[indsæt dato] [x] [A / B] [[navn]]'],
    ['inline code', 'Skriv `a  *b*` her', 'Skriv a  *b* her'],
    ['inline HTML and comments', 'Et <span class="a">to</span> <!-- væk --> tre', 'Et to tre'],
    [
      'merge fields that look like HTML',
      '<Dokument.Dato> <navn> <<navn>> <Kunde Navn>',
      '<Dokument.Dato> <navn> <<navn>> <Kunde Navn>',
    ],
    ['merge fields with the name of an element', 'Til <address> og <title>', 'Til <address> og <title>'],
    ['elements', '<u>Til</u> <address>her</address><br>der', 'Til her\nder'],
    ['fields of other kinds', '«Navn» {{navn}} $navn$ %NAVN% ____ XXXX', '«Navn» {{navn}} $navn$ %NAVN% ____ XXXX'],
    ['less than', 'a < b, <5 og 6> 7, 1 <2', 'a < b, <5 og 6> 7, 1 <2'],
    ['soft hyphens', 'lo\u00ADvens', 'lovens'],
    ['characters without width', '\uFEFFlo\u200Bvens', 'lovens'],
    ['letters in two parts', 'A\u030Abenra\u030A', 'Åbenrå'],
    ['an entity joined with the letter before', 'a&#x30A;', 'å'],
    ['tabs', 'a\tb', 'a b'],
    ['emoji', '**😀**a👨‍👩‍👧 `🏠`', '😀a👨‍👩‍👧 🏠'],
    ['a no-break space', '§\u00A0116', '§\u00A0116'],
    ['a date at the start of a line', '9. marts 2026', '9. marts 2026'],
    ['an ordinal at the start of a line', 'Havnegade 1\n\n2. th.', 'Havnegade 1\n\n2. th.'],
    ['a date in a list', '- 3. marts 2026: svar', '3. marts 2026: svar'],
  ])('%s', (_, markdown, text) => {
    expect(readMarkdown(markdown).text).toBe(text)
  })
})

describe('lines', () => {
  it.each<[name: string, markdown: string, blocks: string[]]>([
    ['hard breaks', 'Egesø Kommune  \nTorvet 1\\\n4180 Egesø', ['p Egesø Kommune / Torvet 1 / 4180 Egesø']],
    [
      'a letterhead with plain breaks',
      'Egesø Kommune\nTorvet 1\n4180 Egesø',
      ['p Egesø Kommune / Torvet 1 / 4180 Egesø'],
    ],
    ['a date and a case number', '9. marts 2026\nSagsnr. 2026-2210', ['p 9. marts 2026 / Sagsnr. 2026-2210']],
    [
      'labelled lines',
      'Telefon: 12 34 56 78\nMail: a@b.example\nwww.b.example',
      ['p Telefon: 12 34 56 78 / Mail: a@b.example / www.b.example'],
    ],
    ['a title in small letters', 'Mette Lindholm\nsocialrådgiver', ['p Mette Lindholm\nsocialrådgiver']],
    [
      'a signature with br',
      'Venlig hilsen<br>\nMette Lindholm<br/>Jurist',
      ['p Venlig hilsen / Mette Lindholm / Jurist'],
    ],
    ['half a sentence', 'Ring til\nMette Lindholm.', ['p Ring til\nMette Lindholm.']],
    [
      'an ordinal',
      'Vi har fået din ansøgning den\n1. januar 2026 med posten.',
      ['p Vi har fået din ansøgning den\n1. januar 2026 med posten.'],
    ],
    ['fields', '<navn>\n<adresse>\n<postnr> <by>', ['p <navn> / <adresse> / <postnr> <by>']],
    ['an item that goes on', '- et\n  to\n- tre', ['i1 et\nto', 'i1 tre']],
  ])('%s', (_, markdown, blocks) => {
    expect(outline(readMarkdown(markdown))).toEqual(blocks)
  })

  it.each([40, 52, 60, 72, 80, 100])('takes prose wrapped at %i columns for one line', (width) => {
    const wrapped = wrap(prose, width)
    expect(outline(readMarkdown(`Egesø Kommune\nTorvet 1\n\n${wrapped}\n\nMette Lindholm\nJurist`))).toEqual([
      'p Egesø Kommune / Torvet 1',
      `p ${wrapped}`,
      'p Mette Lindholm / Jurist',
    ])
  })

  it('cuts a wrapped paragraph where a line stops long before the width', () => {
    const wrapped = wrap(prose, 72)
    expect(
      readMarkdown(`${wrapped}\n\nDu kan ringe til os.\nHusk at have dit sagsnummer klar, når du ringer.`).blocks[1]
        ?.lines,
    ).toHaveLength(2)
  })

  it('never cuts prose that is broken after each sentence or clause in the middle of a sentence', () => {
    const document = readMarkdown(
      'Vi har lagt vægt på,\nat du kan gå i bad,\nnår du har en bænk.\nDerfor får du ikke støtte.',
    )
    expect(outline(document)).toEqual([
      'p Vi har lagt vægt på,\nat du kan gå i bad,\nnår du har en bænk. / Derfor får du ikke støtte.',
    ])
  })
})

describe('front matter', () => {
  it.each<[name: string, markdown: string, values: Record<string, string>, text: string]>([
    [
      'values',
      '---\nlanguage: da\nkind: "decision"\narea: \'social\'\n---\nTekst',
      { language: 'da', kind: 'decision', area: 'social' },
      'Tekst',
    ],
    ['comments, lists and empty values', '---\n# note\na: b # c\nd:\n  - e\n---\n\nTekst', { a: 'b', d: '' }, 'Tekst'],
    ['a colon in a value', '---\na: b: c\n---\nTekst', { a: 'b: c' }, 'Tekst'],
    ['Windows line endings', '---\r\na: b\r\n---\r\nTekst', { a: 'b' }, 'Tekst'],
    ['a byte order mark', '\uFEFF---\na: b\n---\nTekst', { a: 'b' }, 'Tekst'],
    ['front matter only', '---\na: b\n---', { a: 'b' }, ''],
    ['no end', '---\na: b\n\nTekst', {}, 'a: b\n\nTekst'],
    ['prose between rulers', '---\nDu får ikke støtte\n---\nTekst', {}, 'Du får ikke støtte\n\nTekst'],
    ['not at the start', 'Tekst\n\n---\na: b\n---', {}, 'Tekst\n\na: b'],
  ])('%s', (_, markdown, values, text) => {
    const document = readMarkdown(markdown)
    expect({ ...document.frontMatter }).toEqual(values)
    expect(document.text).toBe(text)
  })

  it('is no way to reach a prototype', () => {
    const { frontMatter } = readMarkdown('---\n__proto__: a\nconstructor: b\n---\n')
    expect(Object.getPrototypeOf(frontMatter)).toBeNull()
    expect(Object.entries(frontMatter)).toEqual([
      ['__proto__', 'a'],
      ['constructor', 'b'],
    ])
  })
})

describe('places in the file', () => {
  it.each<[name: string, markdown: string, word: string]>([
    ['after marks', '# En *to* [tre](u)', 'tre'],
    ['after an entity', 'a &amp; b', 'b'],
    ['an entity', 'a &oslash; b', 'ø'],
    ['after a soft hyphen', 'lo\u00ADvens § 116', 'vens § 116'],
    ['after a letter in two parts', 'a\u030A b', 'b'],
    ['after a byte order mark', '\uFEFFTekst', 'Tekst'],
    ['after front matter', '---\na: b\n---\nTekst', 'Tekst'],
    ['with Windows line endings', 'Et\r\n\r\n- to\r\n  tre\r\n', 'tre'],
    ['in a table', '|a|b|\r\n|-|-|\r\n|c \\| d|e|', 'e'],
    ['in a quotation', '> et\n> to', 'to'],
    ['in a merge field', 'Kære <navn>, hej', '<navn>'],
    ['after emoji', '😀 **😀** b', 'b'],
  ])('%s', (_, markdown, word) => {
    const { text, segments } = readMarkdown(markdown)
    const at = text.lastIndexOf(word)
    const segment = segments.find((candidate) => candidate.start <= at && at < candidate.end)
    const expected = word === 'ø' ? markdown.indexOf('&oslash;') : markdown.lastIndexOf(word)
    expect(segment && segment.source + at - segment.start).toBe(expected)
  })

  it('is one segment where text and file are the same', () => {
    expect(readMarkdown(prose).segments).toEqual([{ start: 0, end: prose.length, source: 0 }])
  })

  it('keeps the file as it is', () => {
    const source = '\uFEFFa\r\nb\rc\f'
    expect(readMarkdown(source).source).toBe(source)
  })

  it('reads Windows and old Mac line endings as any other', () => {
    const markdown = '# En\n\nTo  \ntre\n\n- fire\n\n```\nfem\n```\n\nSeks\nsyv'
    const blocks = outline(readMarkdown(markdown))
    expect(outline(readMarkdown(markdown.replaceAll('\n', '\r\n')))).toEqual(blocks)
    expect(outline(readMarkdown(markdown.replaceAll('\n', '\r')))).toEqual(blocks)
  })
})

describe('limits', () => {
  it('refuses what is too large before it parses', () => {
    expect(() => readMarkdown('*'.repeat(limits.textLength + 1))).toThrow(
      expect.objectContaining({ code: 'input-too-large' }),
    )
  })

  it.each<[name: string, hostile: string]>([
    ['emphasis marks', '*a **b '.repeat(300)],
    ['one long run of marks', `${'*'.repeat(2000)}a${'*'.repeat(2000)}`],
    ['brackets', `${'['.repeat(600)}a${']'.repeat(600)}`],
    ['code marks', '`a'.repeat(600)],
    ['deep quotations', `${'> '.repeat(limits.quoteDepth + 1)}a`],
    ['deep lists on a line', `${'- '.repeat(limits.listDepth + 1)}a`],
    ['deep lists', Array.from({ length: limits.listDepth + 1 }, (_, depth) => `${'  '.repeat(depth)}- a`).join('\n')],
    ['lazy lines', `> a\n${'a\n'.repeat(2000)}`],
    ['underlines', 'a\n=\n'.repeat(1000)],
  ])('takes %s as plain text and says so, and reads the rest', (_, hostile) => {
    const document = readMarkdown(`# Afslag\n\n${hostile}\n\nVi har **ikke** fundet noget.\n`)
    const [note] = document.notes
    expect(document.notes).toHaveLength(1)
    expect(note?.code).toBe('too-complex')
    expect(document.text.slice(note?.span?.start, note?.span?.end)).toBe(hostile.trim().replace(/\n +/g, '\n'))
    expect(outline(document).at(0)).toBe('h1 Afslag')
    expect(outline(document).at(-1)).toBe('p Vi har ikke fundet noget.')
  })

  it('lets through what a letter may have', () => {
    const items = Array.from({ length: 300 }, (_, index) => `- **Punkt ${index}**: [x] tekst`).join('\n')
    expect(
      readMarkdown(`${items}\n\n${'> '.repeat(limits.quoteDepth)}a\n\n${'- '.repeat(limits.listDepth)}b`).notes,
    ).toEqual([])
  })

  // What commonmark's own test of hostile input holds, and more; each took seconds to minutes before it was guarded.
  it.each<[name: string, markdown: string]>([
    ['nested strong emphasis', `${'*a **a '.repeat(4000)}b${' a** a*'.repeat(4000)}`],
    ['emphasis closers', 'a_ '.repeat(10000)],
    ['emphasis openers', '_a '.repeat(10000)],
    ['mismatched emphasis', '*a_ '.repeat(10000)],
    ['link closers', 'a]'.repeat(15000)],
    ['link openers', '[a'.repeat(15000)],
    ['openers of links and images', '![[]()'.repeat(8000)],
    ['links never closed', '[a](<b'.repeat(8000)],
    ['nested brackets', `${'['.repeat(30000)}a${']'.repeat(30000)}`],
    ['nested quotations', `${'> '.repeat(30000)}a`],
    ['nested lists', Array.from({ length: 300 }, (_, depth) => `${'  '.repeat(depth)}* a`).join('\n')],
    ['code marks of all lengths', Array.from({ length: 340 }, (_, length) => `e${'`'.repeat(length)}`).join('')],
    ['comments never closed', '<!--'.repeat(15000)],
    ['declarations', 'x<![CDATA[x<?x<!A '.repeat(3000)],
    ['tags never closed', '<a b="'.repeat(10000)],
    [
      'references',
      `${Array.from({ length: 3000 }, (_, index) => `[${index}]: u`).join('\n')}\n\n${'[0] '.repeat(10000)}`,
    ],
    ['entities', '&copy;&'.repeat(8000)],
    ['escapes', '\\*\\'.repeat(20000)],
    ['a wide table', `${'|'.repeat(20000)}\n${'|-'.repeat(20000)}|\n`],
    ['a long table', `|a|\n|-|\n${'|a|\n'.repeat(10000)}`],
    ['tabs', `${'\t'.repeat(60000)}a`],
    ['spaces', `a${' '.repeat(60000)}b`],
    ['headings with underlines after a fence', `~~~\n~~~\n${'a\n-\n\n'.repeat(12000)}`],
    ['control characters', 'abc\u0000de\u0000'.repeat(5000)],
    ['lone surrogates', '\uD800*\uDC00*'.repeat(100)],
    ['marks without a letter', '\u030A'.repeat(20000)],
    ['line ends', '\r\n\r'.repeat(20000)],
  ])('ends for %s', (_, markdown) => {
    const document = readMarkdown(markdown)
    expect(document.blocks.every((block) => block.lines.length > 0)).toBe(true)
  })
})
