import { describe, expect, it } from 'vitest'
import { readText } from '../../src/formats/text.ts'
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

const prose = 'Vi har lagt vægt på, at du kan gå i bad med en bænk.'

describe('paragraphs and lines', () => {
  it.each<[name: string, text: string, blocks: string[]]>([
    ['nothing', ' \n\t\n', []],
    ['paragraphs', 'Et.\n\nTo.\n \t\n\nTre.', ['p Et.', 'p To.', 'p Tre.']],
    ['Windows line endings', 'Et.\r\n\r\nTo.\r\n', ['p Et.', 'p To.']],
    ['a byte order mark and a page break', '\uFEFFEt.\fTo.\n\f\nTre.', ['p Et. / To.', 'p Tre.']],
    ['a letterhead', 'Egesø Kommune\nTorvet 1\n4180 Egesø', ['p Egesø Kommune / Torvet 1 / 4180 Egesø']],
    ['a letterhead moved to the right', '        Egesø Kommune\n        Torvet 1', ['p Egesø Kommune / Torvet 1']],
    [
      'a letterhead in columns',
      'EGESØ KOMMUNE                         Dato: 3. marts 2026\nTorvet 1                              Sagsnr.: 2026-1\nVoksne',
      [
        'p EGESØ KOMMUNE                         Dato: 3. marts 2026 / Torvet 1                              Sagsnr.: 2026-1 / Voksne',
      ],
    ],
    ['labelled lines', 'Dato: 3. marts 2026\nSagsnr.: 2026-1', ['p Dato: 3. marts 2026 / Sagsnr.: 2026-1']],
    ['a signature', 'Venlig hilsen\n\nMette Lindholm\nJurist', ['p Venlig hilsen', 'p Mette Lindholm / Jurist']],
    ['wrapped prose', `${prose}\nfordi den er stor.`, [`p ${prose}\nfordi den er stor.`]],
    [
      'prose with indented first lines',
      'Vi har fået din ansøgning om støtte til en ny\nbolig.\n   Du får ikke støtte. Det er fordi din bolig er\negnet.\n   Du kan klage.',
      [
        'p Vi har fået din ansøgning om støtte til en ny\nbolig.',
        'p Du får ikke støtte. Det er fordi din bolig er\negnet.',
        'p Du kan klage.',
      ],
    ],
    [
      'lines that hang from the first',
      'Klagefrist: Du skal klage inden 4 uger.\n   Fristen løber fra i dag og gælder\n   også for andre.',
      ['p Klagefrist: Du skal klage inden 4 uger.\nFristen løber fra i dag og gælder\nogså for andre.'],
    ],
    ['a ruler', 'Et.\n-----------\nTo.\n\n* * *\n\n________\nTre.', ['p Et.', 'p To.', 'p Tre.']],
    ['marks that mean nothing here', '*Et* & <navn> [x] ____ «Navn»', ['p *Et* & <navn> [x] ____ «Navn»']],
  ])('%s', (_, text, blocks) => {
    expect(outline(readText(text))).toEqual(blocks)
  })
})

describe('headings', () => {
  it.each<[name: string, text: string, blocks: string[]]>([
    ['underlined with =', 'Afslag på støtte\n================\n\nTekst.', ['h1 Afslag på støtte', 'p Tekst.']],
    ['underlined with -', `Begrundelse\n-----------\n${prose}`, ['h2 Begrundelse', `p ${prose}`]],
    ['underlined after a paragraph', 'Tekst her.\nKlage\n-----\nMere.', ['p Tekst her.', 'h2 Klage', 'p Mere.']],
    ['a ruler under an address', 'Jens Bo\nTorvet 1\n-----------------\nTekst.', ['p Jens Bo / Torvet 1', 'p Tekst.']],
    ['capitals', `KLAGEVEJLEDNING\n\n${prose}`, ['h2 KLAGEVEJLEDNING', `p ${prose}`]],
    ['capitals over prose', `BEGRUNDELSE\n${prose}`, ['h2 BEGRUNDELSE', `p ${prose}`]],
    ['capitals over an address', 'EGESØ KOMMUNE\nTorvet 1\n4180 EGESØ', ['p EGESØ KOMMUNE / Torvet 1 / 4180 EGESØ']],
    ['a colon', 'Klagevejledning:\n\nTekst.', ['h2 Klagevejledning:', 'p Tekst.']],
    ['a short line over prose', `Begrundelse\n\n${prose}`, ['h2 Begrundelse', `p ${prose}`]],
    ['a question', `Hvad sker der nu?\n\n${prose}`, ['h2 Hvad sker der nu?', `p ${prose}`]],
    ['a short line over a list', 'Det bygger vi på\n\n- et\n- to', ['h2 Det bygger vi på', 'i1 et', 'i1 to']],
    [
      'a subject that is a sentence',
      'Vi har fået din ansøgning\n\nKære Mette',
      ['h2 Vi har fået din ansøgning', 'p Kære Mette'],
    ],
    [
      'the subject over the greeting',
      'Afslag på støtte til ombygning af dit badeværelse\n\nKære Mette Lindholm',
      ['h2 Afslag på støtte til ombygning af dit badeværelse', 'p Kære Mette Lindholm'],
    ],
  ])('%s', (_, text, blocks) => {
    expect(outline(readText(text))).toEqual(blocks)
  })

  it.each([
    'Kære Mette',
    'Hej',
    'Dear Ms Jones',
    'Mette Lindholm',
    'Furesø Kommune',
    'Ministry of Housing',
    'Havnegade 12',
    '12 High Street',
    '4180 Egesø',
    'London SW1A 1AA',
    '3. marts 2026',
    'Egesø, den 3. marts 2026',
    '03-03-2026',
    'March 3, 2026',
    'Sagsnr. 2026-01432',
    'Tlf. 12 34 56 78',
    'post@egesoe.example',
    'Du får ikke støtte',
    'Vi har set på følgende:',
    'Du skal sende:',
    'Tak for din ansøgning',
    'Med venlig hilsen',
    'Yours sincerely',
    'XXXX',
    '[NAVN]',
    'og så videre',
    'Du får ikke støtte.',
  ])('are not %s', (line) => {
    expect(readText(`${line}\n\n${prose}`).blocks[0]?.kind).toBe('paragraph')
  })

  it('are not what stands after the closing', () => {
    expect(outline(readText(`Venlig hilsen\n\nMette\n\n${prose}`))[1]).toBe('p Mette')
  })

  it('are not a line with nothing under it', () => {
    expect(outline(readText('Borgerservice\n\nTorvet 1'))).toEqual(['p Borgerservice', 'p Torvet 1'])
  })
})

describe('lists', () => {
  it.each<[name: string, text: string, blocks: string[]]>([
    ['dashes, stars, bullets', '- et\n* to\n• tre\n– fire', ['i1 et', 'i1 to', 'i1 tre', 'i1 fire']],
    ['numbers and letters', '1. et\n2) to\na) tre', ['i1 et', 'i1 to', 'i1 tre']],
    ['a lead-in', 'Du skal sende:\n- et\n- to', ['p Du skal sende:', 'i1 et', 'i1 to']],
    ['lines that go on', '- et\n  To tre\n- fire\nfem', ['i1 et\nTo tre', 'i1 fire\nfem']],
    ['a list in a list', '1. et\n   - to\n   - tre\n2. fire', ['i1 et', 'i2 to', 'i2 tre', 'i1 fire']],
    ['blank lines between', '- et\n\n- to\n\n  - tre', ['i1 et', 'i1 to', 'i2 tre']],
    ['a paragraph of an item', '- et\n\n  To.\n\nTre.', ['i1 et', 'i1 To.', 'p Tre.']],
    ['a paragraph after', '- et\n\nTo.', ['i1 et', 'p To.']],
    ['a date', '3. marts 2026\n12. marts 2026', ['p 3. marts 2026 / 12. marts 2026']],
    ['an address', 'Jens Bo\n2. th.', ['p Jens Bo / 2. th.']],
    [
      'a number in a sentence',
      'Husk mødet hos team nr.\n14. Husk kvittering',
      ['p Husk mødet hos team nr.\n14. Husk kvittering'],
    ],
    ['negative numbers and phone numbers', '-5 grader\n+45 12 34 56 78', ['p -5 grader / +45 12 34 56 78']],
  ])('%s', (_, text, blocks) => {
    expect(outline(readText(text))).toEqual(blocks)
  })
})

describe('quotations', () => {
  it.each<[name: string, text: string, blocks: string[]]>([
    ['lines', '> Et\n> to.\n\nTre.', ['p> Et\nto.', 'p Tre.']],
    ['no blank line after', '> Et.\nTo.', ['p> Et.', 'p To.']],
    ['paragraphs', '> Et.\n>\n> To.', ['p> Et.', 'p> To.']],
    ['quotations in quotations', '>> Et.\n> > to.', ['p> Et.\nto.']],
    ['a list', '> - et\n> - to', ['i1> et', 'i1> to']],
    ['no headings', `> Begrundelse\n>\n> ${prose}`, ['p> Begrundelse', `p> ${prose}`]],
  ])('%s', (_, text, blocks) => {
    expect(outline(readText(text))).toEqual(blocks)
  })
})

describe('the document', () => {
  it('leads back to the file', () => {
    const source = '\uFEFFKære A\u030Ase\r\n\r\n- lo\u00ADven\r\n> a\tb'
    const { text, segments } = readText(source)
    expect(text).toBe('Kære Åse\n\nloven\n\na b')
    // A joined letter and a space for a tab stand where the file has the first of theirs.
    expect(segments.map(({ start, end, source: from }) => [text.slice(start, end), source[from]])).toEqual([
      ['Kære Å', 'K'],
      ['se', 's'],
      ['lo', 'l'],
      ['ven', 'v'],
      ['a b', 'a'],
    ])
  })

  it('has no notes, marks or front matter', () => {
    const { notes, marks, frontMatter, format } = readText('---\na: b\n---')
    expect({ notes, marks, format, frontMatter: { ...frontMatter } }).toEqual({
      notes: [],
      marks: [],
      format: 'text',
      frontMatter: {},
    })
  })

  it('is refused when it is too large', () => {
    expect(() => readText(' '.repeat(limits.textLength + 1))).toThrow(
      expect.objectContaining({ code: 'input-too-large' }),
    )
  })
})
