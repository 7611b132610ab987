import { readFileSync } from 'node:fs'
import { globSync } from 'tinyglobby'
import { describe, expect, test } from 'vitest'
import { lintText } from '../src/lint-text.ts'

/**
 * The same letter as Markdown, as Word and as text says the same: the same violations of the same words, and the same
 * reading.
 */

const folder = new URL('../fixtures/da/', import.meta.url)
const names = globSync('*.docx', { cwd: folder }).map((file) => file.slice(0, -'.docx'.length))

describe('fixtures', () => {
  test('there are 8 letters in three formats', () => {
    expect(names).toHaveLength(8)
  })

  describe.each(names)('%s', (name) => {
    test.each(['docx', 'txt'])('as %s', async (extension) => {
      const lintFixture = (file: string) => findings(readFileSync(new URL(file, folder)), file)
      expect(await lintFixture(`${name}.${extension}`)).toEqual(await lintFixture(`${name}.md`))
    })
  })
})

/** What `fixtures/make` exports: plain JavaScript, so the types are said here. */
interface WordWriter {
  writeWord(blocks: readonly unknown[], options: Readonly<Record<string, unknown>>): Uint8Array
}
const { writeWord } = (await import(new URL('../fixtures/make/write-word.js', import.meta.url).href)) as WordWriter

const paragraph = (...lines: string[]) => ({ kind: 'paragraph', depth: 0, lines })
const heading = (line: string, depth = 2) => ({ kind: 'heading', depth, lines: [line] })
const quote = (line: string) => ({ kind: 'quote', depth: 0, lines: [line] })
const list = (...items: string[]) => ({ kind: 'list', numbered: false, items })
const table = (...rows: string[][]) => ({ kind: 'table', rows })

interface ThreeTimes {
  readonly markdown: string
  readonly text: string
  readonly word: Uint8Array
  /** Rules that must be among the violations: agreeing on nothing is no test. */
  readonly found: readonly string[]
}

const letters: Readonly<Record<string, ThreeTimes>> = {
  'faults in a heading, a list, a table and the page header': {
    found: ['plain/repeated-word', 'deadline/weekday', 'letter/placeholder', 'plain/officialese'],
    markdown: `Egesø Kommune
Ydelse og Kontrol
Rådhuspladsen 1, 4180 Egesø

Dato: 9. marts 2026
Sagsnr.: XXXX

Mads Thorup
Vestergade 41
4180 Egesø

# Vi mangler oplysninger til til din sag

Kære Mads Thorup

Vi har fået dit brev. Vi kan ikke regne din hjælp ud endnu, fordi vi mangler to papirer.

## Det skal du sende

- din **lønseddel** for februar 2026
- en erklæring, såfremt du bor til leje

| Papir | Frist |
| --- | --- |
| Lønseddel | onsdag den 26. marts 2026 |
| Erklæring | torsdag den 26. marts 2026 |

Ring til mig på 58 77 20 14, eller skriv til kontrol@egesoe.example.

Venlig hilsen

Signe Abildgaard
Sagsbehandler
`,
    text: `Egesø Kommune
Ydelse og Kontrol
Rådhuspladsen 1, 4180 Egesø

Dato: 9. marts 2026
Sagsnr.: XXXX

Mads Thorup
Vestergade 41
4180 Egesø

Vi mangler oplysninger til til din sag
======================================

Kære Mads Thorup

Vi har fået dit brev. Vi kan ikke regne din hjælp
ud endnu, fordi vi mangler to papirer.

Det skal du sende
-----------------

• din lønseddel for februar 2026
• en erklæring, såfremt du bor til leje

Papir\tFrist
Lønseddel\tonsdag den 26. marts 2026
Erklæring\ttorsdag den 26. marts 2026

Ring til mig på 58 77 20 14, eller skriv til
kontrol@egesoe.example.

Venlig hilsen

Signe Abildgaard
Sagsbehandler
`,
    word: writeWord(
      [
        paragraph('Egesø Kommune', 'Ydelse og Kontrol', 'Rådhuspladsen 1, 4180 Egesø'),
        paragraph('Dato: 9. marts 2026', 'Sagsnr.: XXXX'),
        paragraph('Mads Thorup', 'Vestergade 41', '4180 Egesø'),
        heading('Vi mangler oplysninger til til din sag', 1),
        paragraph('Kære Mads Thorup'),
        paragraph('Vi har fået dit brev. Vi kan ikke regne din hjælp ud endnu, fordi vi mangler to papirer.'),
        heading('Det skal du sende'),
        list('din lønseddel for februar 2026', 'en erklæring, såfremt du bor til leje'),
        table(
          ['Papir', 'Frist'],
          ['Lønseddel', 'onsdag den 26. marts 2026'],
          ['Erklæring', 'torsdag den 26. marts 2026'],
        ),
        paragraph('Ring til mig på 58 77 20 14, eller skriv til kontrol@egesoe.example.'),
        paragraph('Venlig hilsen'),
        paragraph('Signe Abildgaard', 'Sagsbehandler'),
      ],
      { title: 'header', letterhead: 'header', letterheadBlocks: 2 },
    ),
  },

  'words of somebody else, and words cut by soft hyphens': {
    found: ['tone/accusing', 'justification/legal-basis', 'complaint/deadline-start'],
    markdown: `Tornby Kommune
Skole og Læring
Skolegade 24
9830 Tornby

Dato: 11. juni 2026

Ditte Munk
Klitvej 6
9830 Tornby

# Afslag på støtte til Alma

Kære Ditte Munk

Vi har besluttet, at Alma ikke får støtte i klassen. Det skyldes, at du har und\u00ADladt at svare os. Du søgte den 16. marts 2026. Du skrev blandt andet:

> Alma er færdig, når hun kommer hjem. Vi sagde det, men I har undladt at gøre noget i to år!

Vi har lagt vægt på, at Alma følger med i matematik, og at hun har to nære venner i klassen.

## Klage

I kan klage til Ankestyrelsen. Send klagen til os på skole@tornby.example. Vi ser på sagen igen, før vi sender den videre. Fristen for at klage er 4 uger.

Ring til mig på 98 97 21 65.

Venlig hilsen

Pia Enevoldsen
Konsulent
`,
    text: `Tornby Kommune
Skole og Læring
Skolegade 24
9830 Tornby

Dato: 11. juni 2026

Ditte Munk
Klitvej 6
9830 Tornby

AFSLAG PÅ STØTTE TIL ALMA

Kære Ditte Munk

Vi har besluttet, at Alma ikke får støtte i klassen. Det skyldes, at du har undladt at svare os. Du søgte den 16. marts 2026. Du skrev blandt andet:

> Alma er færdig, når hun kommer hjem. Vi sagde det, men I har undladt at gøre noget i to år!

Vi har lagt vægt på, at Alma følger med i matematik, og at hun har to nære venner i klassen.

KLAGE

I kan klage til Ankestyrelsen. Send klagen til os på skole@tornby.example. Vi ser på sagen igen, før vi sender den videre. Fristen for at klage er 4 uger.

Ring til mig på 98 97 21 65.

Venlig hilsen

Pia Enevoldsen
Konsulent
`,
    word: writeWord(
      [
        paragraph('Tornby Kommune', 'Skole og Læring', 'Skolegade 24', '9830 Tornby'),
        paragraph('Dato: 11. juni 2026'),
        paragraph('Ditte Munk', 'Klitvej 6', '9830 Tornby'),
        heading('Afslag på støtte til Alma', 1),
        paragraph('Kære Ditte Munk'),
        paragraph(
          'Vi har besluttet, at Alma ikke får støtte i klassen. Det skyldes, at du har und\u00ADladt at svare os. Du søgte den 16. marts 2026. Du skrev blandt andet:',
        ),
        quote('Alma er færdig, når hun kommer hjem. Vi sagde det, men I har undladt at gøre noget i to år!'),
        paragraph('Vi har lagt vægt på, at Alma følger med i matematik, og at hun har to nære venner i klassen.'),
        heading('Klage'),
        paragraph(
          'I kan klage til Ankestyrelsen. Send klagen til os på skole@tornby.example. Vi ser på sagen igen, før vi sender den videre. Fristen for at klage er 4 uger.',
        ),
        paragraph('Ring til mig på 98 97 21 65.'),
        paragraph('Venlig hilsen'),
        paragraph('Pia Enevoldsen', 'Konsulent'),
      ],
      { title: 'quote', headings: 'break' },
    ),
  },

  'nothing but the text: no letterhead, no signature': {
    found: ['letter/date', 'letter/sender', 'letter/signatory', 'letter/placeholder', 'complaint/missing'],
    markdown: `Kære Kasper Lyng

Vi giver dig afslag på hjælp efter servicelovens § 100, stk. 1. De udgifter, du har søgt om, er på [indsæt beløb] kr. om måneden.

**Begrundelse**

Du søgte den 24. marts 2026. Dine kvitteringer viser, at du betaler 190 kr. om måneden til medicin. Vi har lagt vægt på, at det er under den grænse, man skal nå for at få hjælp.

**Klagevejledning**

**Spørgsmål**

Du kan ringe til mig på 54 93 10 86.
`,
    text: `Kære Kasper Lyng

Vi giver dig afslag på hjælp efter servicelovens §\u00A0100, stk.\u00A01. De
udgifter, du har søgt om, er på [indsæt beløb] kr. om måneden.

Begrundelse
-----------

Du søgte den 24. marts 2026. Dine kvitteringer viser, at du betaler 190 kr.
om måneden til medicin. Vi har lagt vægt på, at det er under den grænse,
man skal nå for at få hjælp.

Klagevejledning
---------------

Spørgsmål
---------

Du kan ringe til mig på 54 93 10 86.
`,
    word: writeWord(
      [
        paragraph('Kære Kasper Lyng'),
        paragraph(
          'Vi giver dig afslag på hjælp efter servicelovens § 100, stk. 1. De udgifter, du har søgt om, er på [indsæt beløb] kr. om måneden.',
        ),
        heading('Begrundelse'),
        paragraph(
          'Du søgte den 24. marts 2026. Dine kvitteringer viser, at du betaler 190 kr. om måneden til medicin. Vi har lagt vægt på, at det er under den grænse, man skal nå for at få hjælp.',
        ),
        heading('Klagevejledning'),
        heading('Spørgsmål'),
        paragraph('Du kan ringe til mig på 54 93 10 86.'),
      ],
      { title: 'bare', headings: 'bold' },
    ),
  },
}

describe.each(Object.entries(letters))('%s', (_, { markdown, text, word, found }) => {
  test('Markdown has the faults that were written into it', async () => {
    const rules = (await findings(markdown, 'brev.md')).violations.map(({ rule }) => rule)
    expect(rules).toEqual(expect.arrayContaining([...found]))
  })

  test('as Word', async () => {
    expect(await findings(word, 'brev.docx')).toEqual(await findings(markdown, 'brev.md'))
  })

  test('as text', async () => {
    expect(await findings(text, 'brev.txt')).toEqual(await findings(markdown, 'brev.md'))
  })
})

/**
 * What a letter says whatever its format. Violations are sorted: a text box or a page header may stand elsewhere in the
 * order of the file. Case is left out of the words: headings of text are in capitals.
 */
async function findings(source: string | Uint8Array, path: string) {
  const { reading, violations } = await lintText(source, { path })
  const { kind, outcome, area, date } = reading
  const found = violations.map(({ ruleId, severity, excerpt }) => ({
    rule: ruleId,
    severity,
    words: excerpt.replace(/\s+/gu, ' ').toLocaleLowerCase('da'),
  }))
  const key = (one: (typeof found)[number]) => `${one.rule} ${one.words}`
  return {
    reading: { kind, outcome, area, date },
    violations: found.sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0)),
  }
}
