import { describe, expect, test } from 'vitest'
import { type LintOptions, lintText } from '../src/index.ts'
import { docxFiles, field, p, r, zipFiles } from './formats/docx-builder.ts'

/** How systems write the holes of their templates. */
const syntaxes: Record<string, (name: string) => string> = {
  brackets: (name) => `[${name}]`,
  'brackets with a verb': (name) => `[indsæt ${name}]`,
  braces: (name) => `{{${name}}}`,
  'dollar and braces': (name) => `\${${name}}`,
  guillemets: (name) => `«${name}»`,
  'double angles': (name) => `<<${name}>>`,
  F2: (name) => `$case_${name}$`,
}

/** The parts of a template; each can be left out. */
const parts = {
  sender: (hole: (name: string) => string) => `${hole('afsender')}`,
  date: (hole: (name: string) => string) => `Dato: ${hole('dato')}`,
  recipient: (hole: (name: string) => string) => `${hole('modtager_navn')}\n${hole('adresse')}`,
  title: () => '# Afslag på hjælpemiddel',
  greeting: (hole: (name: string) => string) => `Kære ${hole('navn')}`,
  decision: () => 'Du får ikke hjælpemidlet.',
  law: (hole: (name: string) => string) => `Afgørelsen er truffet efter ${hole('lovhenvisning')}.`,
  facts: (hole: (name: string) => string) => `## Begrundelse\n\n${hole('faktiske_oplysninger')}`,
  weighing: (hole: (name: string) => string) => `Vi har lagt vægt på ${hole('vurdering')}.`,
  request: (hole: (name: string) => string) => `Send os din lønseddel senest ${hole('frist')}.`,
  body: (hole: (name: string) => string) => `## Sådan klager du\n\nDu kan klage til ${hole('klageinstans')}.`,
  deadline: (hole: (name: string) => string) =>
    `Klagen skal være hos os inden ${hole('klagefrist')}, efter du har fået afgørelsen.`,
  procedure: (hole: (name: string) => string) => `Send den til ${hole('mail')}.`,
  reassessment: () => 'Vi vurderer først sagen igen.',
  contact: (hole: (name: string) => string) => `## Kontakt\n\nRing på ${hole('telefon')}.`,
  signatory: (hole: (name: string) => string) => `Venlig hilsen\n\n${hole('sagsbehandler')}`,
}
type Part = keyof typeof parts

function template(hole: (name: string) => string, without: readonly Part[] = []): string {
  const names = (Object.keys(parts) as Part[]).filter((name) => !without.includes(name))
  return `${names.map((name) => parts[name](hole)).join('\n\n')}\n`
}

const given = { language: 'da', kind: 'decision', outcome: 'refusal', area: 'social' } as const

async function rulesBroken(source: string | Uint8Array, options: LintOptions): Promise<string[]> {
  const { violations } = await lintText(source, { ...given, ...options })
  return violations.filter(({ severity }) => severity !== 'suggestion').map(({ ruleId }) => ruleId)
}

describe('template mode', () => {
  test.each(Object.entries(syntaxes))('a whole template with holes in %s is fine', async (_, hole) => {
    expect(await rulesBroken(template(hole), { format: 'markdown', template: true })).toEqual([])
  })

  test.each(Object.entries(syntaxes))('in a letter the holes in %s are errors', async (_, hole) => {
    expect(await rulesBroken(template(hole), { format: 'markdown' })).toContain('letter/placeholder')
  })

  test.each<[Part, string]>([
    ['law', 'justification/legal-basis'],
    ['facts', 'justification/facts'],
    ['weighing', 'justification/main-considerations'],
    ['deadline', 'complaint/deadline'],
    ['procedure', 'complaint/procedure'],
    ['contact', 'letter/contact'],
    ['sender', 'letter/sender'],
    ['date', 'letter/date'],
  ])('a template without its %s lacks it', async (part, rule) => {
    const source = template(syntaxes.brackets!, [part])
    expect(await rulesBroken(source, { format: 'markdown', template: true })).toContain(rule)
  })

  test('a hole without a name is told by the words around it', async () => {
    const source = template(() => 'XXXX', ['sender', 'date', 'recipient', 'law', 'facts', 'weighing', 'signatory'])
    const broken = await rulesBroken(source, { format: 'markdown', template: true })
    for (const rule of ['letter/placeholder', 'complaint/body', 'complaint/deadline', 'deadline/missing'])
      expect(broken).not.toContain(rule)
  })

  test('a hole for the whole guidance stands for all that belongs to it', async () => {
    const source = `${template(syntaxes.brackets!, ['body', 'deadline', 'procedure', 'reassessment'])}\n[Indsæt klagevejledning]\n`
    expect(await rulesBroken(source, { format: 'markdown', template: true })).toEqual([])
  })

  test('either of two alternatives will do, and instructions are expected', async () => {
    const alternatives = (name: string) =>
      name === 'klageinstans'
        ? '[Ankestyrelsen / Planklagenævnet]'
        : name === 'klagefrist'
          ? '[4 uger / 8 uger]'
          : `[${name}]`
    const source = `${template(alternatives)}\nHusk at slette det, der ikke passer.\n`
    expect(await rulesBroken(source, { format: 'markdown', template: true })).toEqual([])
  })

  test('what advice to the writer says is not said by the letter', async () => {
    const source = `${template(syntaxes.brackets!, ['facts'])}\n[Husk at skrive, at du har oplyst, at du går 500 meter om dagen]\n`
    expect(await rulesBroken(source, { format: 'markdown', template: true })).toContain('justification/facts')
  })

  test('language rules look at the words between the holes', async () => {
    const source = template(syntaxes.brackets!).replace('Vi vurderer', 'Såfremt du har [såfremt], så ring. Vi vurderer')
    const { violations } = await lintText(source, { ...given, format: 'markdown', template: true })
    const found = violations.filter(({ ruleId }) => ruleId === 'plain/officialese')
    expect(found.map(({ excerpt }) => excerpt)).toEqual(['Såfremt'])
  })

  test('fields and content controls of Word are holes', async () => {
    const hole = (name: string) =>
      name === 'klagefrist'
        ? `<w:sdt><w:sdtPr><w:alias w:val="Klagefrist"/><w:showingPlcHdr/></w:sdtPr><w:sdtContent>${r('Klik her')}</w:sdtContent></w:sdt>`
        : field(`MERGEFIELD ${name}`, r(name === 'klageinstans' ? 'Nævn 1' : `«${name}»`))
    const paragraphs = template((name) => `§§${name}§§`)
      .split(/\n+/u)
      .map((line) => line.replace(/^#+ /u, ''))
      .map((line) => p(...line.split('§§').map((text, index) => (index % 2 ? hole(text) : r(text)))))
    const bytes = zipFiles(docxFiles({ body: paragraphs.join('') }))
    expect(await rulesBroken(bytes, { format: 'docx', template: true })).toEqual([])
    expect(await rulesBroken(bytes, { format: 'docx' })).toContain('letter/placeholder')
  })
})

test('English templates too', async () => {
  const source = `[Council]

[Date]

Reference: [case number]

[Name]
[Address]

# Refusal of housing support

Dear [Name]

We have decided to refuse your application. We made this decision under [section] of the Housing Act 1996.

## Reasons

[Describe the facts of the case] [Justify the assessment]

## How to appeal

You can appeal to [tribunal] within [time limit] of receiving this letter. Send your appeal to [email].

## Contact

Call us on [telephone number].

Yours sincerely

[Officer]
`
  const { violations } = await lintText(source, { format: 'markdown', language: 'en', template: true })
  expect(violations.filter(({ severity }) => severity !== 'suggestion')).toEqual([])
})

describe('fragment mode', () => {
  const guidance =
    'Du kan klage til Ankestyrelsen inden 4 uger, efter du har fået afgørelsen. Send klagen til os på post@fjordby.example. Vi vurderer først sagen igen.'

  test.each([
    ['a greeting', 'Tak for din ansøgning. Vi er glade for, at du skrev til os.'],
    ['guidance', `# Sådan klager du\n\n${guidance}`],
    ['guidance without a heading', guidance],
    ['reasons', '# Begrundelse\n\nDu har oplyst, at du går 500 meter hver dag.'],
  ])('%s alone is fine', async (_, text) => {
    const { violations } = await lintText(text, { language: 'da', format: 'markdown', fragment: true })
    expect(violations.filter(({ severity }) => severity !== 'suggestion')).toEqual([])
  })

  test('guidance that lacks something lacks it here too', async () => {
    const text = guidance.replace(' inden 4 uger, efter du har fået afgørelsen', '')
    const { violations } = await lintText(text, { language: 'da', format: 'markdown', fragment: true })
    expect(violations.map(({ ruleId }) => ruleId)).toContain('complaint/deadline')
  })

  test('language rules hold, and so do errors in what is there', async () => {
    const text = 'Såfremt du vil tale med os, kan du komme tirsdag den 5. marts 2026.'
    const { violations } = await lintText(text, { language: 'da', format: 'markdown', fragment: true })
    expect(violations.map(({ ruleId }) => ruleId)).toEqual(['plain/officialese', 'deadline/weekday'])
  })

  test('a text block may have holes', async () => {
    const text = 'Du kan klage til [klageinstans] inden [frist]. Send klagen til [mail]. Vi vurderer først sagen igen.'
    const { violations } = await lintText(text, { language: 'da', format: 'markdown', fragment: true, template: true })
    expect(violations.filter(({ severity }) => severity !== 'suggestion')).toEqual([])
  })
})
