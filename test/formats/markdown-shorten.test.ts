import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readMarkdown } from '../../src/formats/markdown.ts'
import { readText } from '../../src/formats/text.ts'
import type { LetterDocument } from '../../src/types.ts'

// The seeds are fixed: a test says the same every day. Other seeds were tried when this was written.

/** Everything that Markdown or we give a meaning, so that random documents are full of it. */
const pieces = [
  ...['foo', 'Bar', 'æøå', 'x', '12', '½', '§', '😀', 'a\u030A', '\u030A', '\u00AD', '\u00A0', '\u200B', '\uFEFF'],
  ...[' ', ' ', ' ', '  ', '\t', '    ', '\n', '\n', '\n\n', '\n\n', '  \n', '\\\n', '\r\n', '\r', '\f', '\n\n    '],
  ...[
    '*',
    '**',
    '_',
    '__',
    '`',
    '``',
    '[',
    ']',
    '(',
    ')',
    '](',
    '](/u)',
    '![',
    '<',
    '>',
    '&',
    ';',
    '\\',
    '\\*',
    '|',
    '~',
  ],
  ...['> ', '- ', '* ', '+ ', '1. ', '2) ', '10. ', '# ', '## ', ' #', '\n---\n', '\n===\n', '\n--\n', '~~~', '```'],
  ...['| a | b |\n|---|---|\n| c | d |', '|-|', '&amp;', '&copy;', '&#65;', '&foo;', '&x;'],
  ...[
    '<navn>',
    '<<navn>>',
    '<Dok.Dato>',
    '<b>',
    '</b>',
    '<br>',
    '<!-- c -->',
    '<!--',
    '-->',
    '<div>',
    '<x y="z">',
    '<script>',
  ],
  ...[
    '<http://x.dk>',
    '<a@b.dk>',
    '[a]: b\n',
    '[Navn]: Hansen\n',
    '[a]',
    '[Navn]',
    '[x]',
    '"',
    "'",
    ':',
    '.',
    ',',
    '!',
    '?',
    '=',
  ],
  ...['• ', '•', 'a) ', '– ', '+45', '- - -', '3. marts', '1. januar 2026', '2. th.', '$a$', '1986. Et'],
  ...[
    'Kære Mette',
    'BEGRUNDELSE',
    'Klage:',
    '5690 Solbjerg',
    'du kan klage',
    '**Klage**',
    '**Frist:** x',
    'Vi har set på',
  ],
]
const markdown = fc.array(fc.constantFrom(...pieces), { maxLength: 30 }).map((parts) => parts.join(''))

const fixtures = fileURLToPath(new URL('../../fixtures', import.meta.url))
const letters = readdirSync(fixtures, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.md'))
  .map((name): [name: string, letter: string] => [name, readFileSync(`${fixtures}/${name}`, 'utf8')])

const ownLetters: [name: string, letter: string][] = [
  [
    'a template with fields, comments and HTML',
    '---\nlanguage: da\n---\n<navn>\n<adresse>\n\n<!-- Husk dato -->\nDato: <Dokument.Dato>\n\n**Afgørelse om <ydelse>**\n\nKære <navn>\n\nVi har <u>ikke</u> bevilget <<ydelse>>, jf. *servicelovens* § 116, stk. 1 & 2.\n\n<div align="right">væk</div>\n\nVenlig hilsen<br>Mette',
  ],
  [
    'lists, quotations and links',
    '# Afslag\n\nLovens § 7 siger:\n\n> Der må **ikke** ændres i\n> søer over 100 m².\n>\n> 1. et\n> 2. to\n\n- Læs om klage på [borger.dk/klage](https://www.borger.dk/klage "Klage").\n- Skriv til <post@x.example>,\n  eller ring den\n  1. maj 2026.\n\n    - under_punkt_et\n\nSe [vejledning][v].\n\n[v]: https://x.example/v (Vejledning)\n',
  ],
  [
    'a table, code and a fence',
    'Beløb | Kr.\n:--|--:\nLøn \\| pension | **684.000**\nI alt | `705.500`\n\n```text\nIkke *brev*\n\n# Heller ikke\n```\n\nKlage\n=====\n\nKlag senest den\n3. marts 2026.  \nVenlig hilsen\\\nMette',
  ],
  [
    'a letter with Windows line endings',
    '**Egesø Kommune**  \r\nTorvet 1  \r\n4180 Egesø\r\n\r\n9. marts 2026\r\nSagsnr. 2026-2210\r\n\r\n## Sådan klager du\r\nDu kan klage til Ankestyrelsen,\r\nhvis du er uenig.\r\n\r\n* et\r\n* to\r\n',
  ],
  [
    'an English letter',
    'Dear Ms Jones\n\n**Re: Your application for a _disabled facilities grant_**\n\nWe have refused your application under s. 21(4) of the Act\\*.\n\n1. The works are not *necessary and appropriate*.\n2. It is not reasonable & practicable to carry them out.\n\n\\* The Housing Grants, Construction and Regeneration Act 1996\n\nYours sincerely\n',
  ],
]

describe('shortening', () => {
  it.each([...ownLetters, ...letters])('makes no difference to %s', (_, letter) => {
    expect(readMarkdown(letter)).toEqual(readMarkdown(letter, { shorten: false }))
  })

  it('makes no difference to any Markdown', () => {
    fc.assert(
      fc.property(markdown, (source) => {
        expect(readMarkdown(source)).toEqual(readMarkdown(source, { shorten: false }))
      }),
      { numRuns: 2000, seed: 1 },
    )
  }, 60_000)

  it('makes no difference to the simple Markdown of most letters', () => {
    const words = ['x', 'foo', 'Bar.', 'a,', 'b:', '(c)', '"d"', '»e«', '[f]', '§ 4', '1.', '-', 'g!', '–', ' ']
    const bold = ['**', '**', '**foo**', '**Bar.**', '**a:** ', ' **b c** ', '**d**:', '**e**f', '***', '*']
    const starts = ['', '', '- ', '- ', '* ', '1. ', '2. ', '2) ', '# ', '### ', '> ', ' ', '  - ', '-', '#']
    const ends = ['\n', '\n', '\n', '  \n', ' \n', '\r\n', '  \r\n', '\n\n']
    const line = fc.tuple(
      fc.constantFrom(...starts),
      fc.array(fc.constantFrom(...words, ...bold), { maxLength: 5 }).map((parts) => parts.join(' ')),
      fc.constantFrom(...ends),
    )
    const simple = fc.array(line, { maxLength: 7 }).map((lines) => lines.flat().join(''))
    fc.assert(
      fc.property(simple, (source) => {
        expect(readMarkdown(source)).toEqual(readMarkdown(source, { shorten: false }))
      }),
      { numRuns: 2000, seed: 1 },
    )
  })

  it('gives the same answer again when remark has seen the shape before', () => {
    const read = (word: string) => readMarkdown(`- **${word}**: a\n- b`)
    expect(read('Tilbagebetaling').text).toBe('Tilbagebetaling: a\n\nb')
    expect(read('Klage').text).toBe('Klage: a\n\nb')
  })
})

/** Text as both the file and the letter write it: joined letters, no characters without width, a space for a tab. */
function plain(text: string): string {
  return text
    .replace(/[\u00AD\u200B\u2060\uFEFF]/g, '')
    .replaceAll('\t', ' ')
    .normalize('NFC')
}

function expectWhole(document: LetterDocument): void {
  const { text, source = '', blocks, segments } = document
  for (const [index, block] of blocks.entries()) {
    expect(block.start).toBe(index === 0 ? 0 : (blocks[index - 1]?.end ?? 0) + 2)
    expect(block.lines.length).toBeGreaterThan(0)
    for (const line of block.lines) {
      const words = text.slice(line.start, line.end)
      expect(words).not.toBe('')
      expect(words.trim()).toBe(words)
      expect(block.start <= line.start && line.end <= block.end).toBe(true)
    }
  }
  expect(blocks.at(-1)?.end ?? 0).toBe(text.length)
  for (const [index, segment] of segments.entries()) {
    expect(segment.start).toBeLessThan(segment.end)
    expect(segment.start).toBeGreaterThanOrEqual(segments[index - 1]?.end ?? 0)
    expect(segment.source).toBeGreaterThanOrEqual(segments[index - 1]?.source ?? 0)
  }
  const covered = segments.reduce((sum, segment) => sum + segment.end - segment.start, 0)
  expect(covered).toBe(blocks.reduce((sum, block) => sum + block.end - block.start, 0))
  expect(source.length).toBeGreaterThanOrEqual(segments.at(-1)?.source ?? 0)
}

describe('every document', () => {
  const word = fc.constantFrom(
    'du',
    'kan',
    'Klage',
    'til',
    'Ankestyrelsen',
    'å',
    'a\u030A',
    'lo\u00ADven',
    '😀',
    '§ 4,',
    'kr.',
  )
  const paragraph = fc.array(word, { minLength: 1, maxLength: 20 }).map((words) => words.join(' '))
  const prose = fc
    .array(fc.tuple(paragraph, fc.constantFrom('\n\n', '\r\n\r\n', '\n \t\n')), { minLength: 1, maxLength: 6 })
    .map((paragraphs) => paragraphs.flatMap(([text, gap]) => [`Vi ${text} og så videre.`, gap]).join(''))

  it('is whole, in Markdown and in text', () => {
    fc.assert(
      fc.property(markdown, (source) => {
        expectWhole(readMarkdown(source))
        expectWhole(readText(source))
      }),
      { numRuns: 1000, seed: 1 },
    )
  })

  it('leads from each segment to the same characters in the file', () => {
    fc.assert(
      fc.property(prose, (source) => {
        for (const document of [readMarkdown(source), readText(source)]) {
          for (const { start, end, source: from } of document.segments) {
            const letters = document.text.slice(start, end)
            expect(plain(source.slice(from)).startsWith(letters)).toBe(true)
          }
        }
      }),
      { numRuns: 500, seed: 1 },
    )
  })

  it('has the same paragraphs in Markdown and in text when it is plain prose', () => {
    fc.assert(
      fc.property(prose, (source) => {
        const [markdownBlocks, textBlocks] = [readMarkdown(source), readText(source)]
        expect(markdownBlocks.text).toBe(textBlocks.text)
        expect(markdownBlocks.blocks).toEqual(textBlocks.blocks)
        expect(markdownBlocks.segments).toEqual(textBlocks.segments)
      }),
      { numRuns: 500, seed: 1 },
    )
  })

  it('is the same for letters in one and in two parts', () => {
    fc.assert(
      fc.property(markdown, (source) => {
        const joined = readMarkdown(source.normalize('NFC'))
        expect(joined.text).toBe(joined.text.normalize('NFC'))
      }),
      { numRuns: 300, seed: 1 },
    )
  })
})
