import { expect, test } from 'vitest'
import { type Format, parseLetter, readLetter } from '../../src/index.ts'

/** Letterheads, lines parted by `/` and blocks by `//`, and words of the reader's name and address: none in half of them. */
const letterheads: readonly (readonly [lines: string, recipient?: string])[] = [
  ['Furesø Kommune / Stiager 2 / 3500 Værløse // 3. marts 2026'],
  [
    'Furesø Kommune / Social og Sundhed / Stiager 2 / 3500 Værløse // Mette Sørensen / Skovvej 4 / 3500 Værløse',
    'Mette Sørensen',
  ],
  ['Furesø Kommune // Mette Sørensen // Skovvej 4 // 3500 Værløse // 3. marts 2026', 'Mette Sørensen'],
  [
    'Mette Sørensen / Skovvej 4, 2. tv. / 3500 Værløse // Furesø Kommune / Visitationen / Stiager 2 / 3500 Værløse',
    'Skovvej 4, 2. tv.',
  ],
  ['Furesø Kommune // Til: Mette Sørensen <mette@post.example>', 'Mette Sørensen'],
  ['Furesø Kommune // Mette Sørensen / mette@post.example', 'mette@post.example'],
  ['Furesø Kommune // Mette Sørensen / Sendt med Digital Post', 'Digital Post'],
  ['Furesø Kommune // Sagsbehandler: Anne Bak / anne@furesoe.example / Tlf. 72 16 40 00'],
  ['Furesø Kommune // Anne Bak / Socialrådgiver / anne@furesoe.example / Tlf. 72 16 40 00'],
  ['Rudersdal Kommune, Øverødvej 2, 2840 Holte // Telefon 46 11 00 00'],
  [
    'Rudersdal Kommune, Øverødvej 2, 2840 Holte // Frøken Jensens Bageri ApS / Att.: Lise Holm / Storgade 12 / 2840 Holte',
    'Frøken Jensens Bageri ApS',
  ],
  ['Rudersdal Kommune / Teknik og Miljø / Øverødvej 2 / 2840 Holte // Sagsnr. 26/11'],
  [
    'Udbetaling Danmark / Kongens Vænge 8 / 3400 Hillerød // Hr. Søren Ø. Nørgaard / c/o Holm / Bøgevej 1A, st. th. / 8000 Aarhus C',
    'Søren Ø. Nørgaard',
  ],
  ['Social- og Sundhedsforvaltningen / Borups Allé 41 / 2200 København N // 3. marts 2026 // Sagsnr. 2026-1'],
  ['Modtager: Mette Sørensen, Skovvej 4, 3500 Værløse / Afsender: Furesø Kommune', 'Mette Sørensen'],
  [
    'Furesø Kommune / Stiager 2, 3500 Værløse / Telefon: 72 35 40 00 / www.furesoe.dk // Mette og Jens Sørensen / Skovvej 4 / DK-3500 Værløse',
    'Mette og Jens Sørensen',
  ],
  ['Center for Børn og Voksne / Furesø Kommune / Stiager 2 / 3500 Værløse'],
  ['Furesø Kommune // Advokat Mette Krarup / Krarup Advokater / Østergade 8 / 3500 Værløse', 'Krarup Advokater'],
  ['Furesø Kommune // Mette Krarup, mk@krarupadvokater.example', 'Mette Krarup'],
  ['Furesø Kommune // Navn: Mette Sørensen / Adresse: Skovvej 4, 3500 Værløse', 'Mette Sørensen'],
]

const rest = `

Afslag på støtte til bil

Kære Mette Sørensen

Vi har behandlet din ansøgning. Du får ikke støtte til bil.

Venlig hilsen

Anne Bak
Furesø Kommune
`

test.each(letterheads.flatMap(([lines, recipient]) => cases(lines, recipient)))(
  '%s as %s: %s',
  async (lines, format, recipient) => {
    const head = lines.replaceAll(' // ', '\n\n').replaceAll(' / ', '\n')
    const letter = await parseLetter(head + rest, { format, language: 'da' })
    const found = (readLetter(letter).elements.recipient ?? []).map(({ text }) => text).join('\n')
    if (recipient === undefined) expect(found).toBe('')
    else expect(found).toContain(recipient)
  },
)

function cases(lines: string, recipient: string | undefined) {
  return (['markdown', 'text'] as const).map((format): [string, Format, string | undefined] => [
    lines,
    format,
    recipient,
  ])
}

test.each([
  ['Westbrook Council / Learning and Skills / PO Box 77 / Westbrook WB1 1AA // Dear Ms Haddad'],
  ['Westbrook Council / Planning and Trees / Town Hall / Westbrook WB1 1AA // Dear Ms Haddad'],
  ['Westbrook Council // Ms Órla Haddad / Rose Cottage / Westbrook WB3 7QT // Dear Ms Haddad', 'Ms Órla Haddad'],
  ["Furesø Municipality // Mrs Margaret O'Brien / Kirkestien 6, 9560 Hadsund // Dear Margaret", "Margaret O'Brien"],
  ['Furesø Municipality // Mr Willem de Vries / Søvejen 120 / 8643 Ans // Dear Willem', 'Willem de Vries'],
])('in English: %s', async (lines, recipient?: string) => {
  const head = lines.replaceAll(' // ', '\n\n').replaceAll(' / ', '\n')
  const letter = await parseLetter(`${head}\n\nWe have decided your case.\n\nYours sincerely\n\nAnne Bak\n`, {
    format: 'text',
    language: 'en',
  })
  const found = (readLetter(letter).elements.recipient ?? []).map(({ text }) => text).join('\n')
  if (recipient === undefined) expect(found).toBe('')
  else expect(found).toContain(recipient)
})
