import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { applyFixes, fixText } from '../src/fix.ts'
import { decodeText, encodeLike } from '../src/formats/decode.ts'
import { lintText } from '../src/lint-text.ts'

const letter = (text: string) => `Kære Mette Sørensen\n\n${text}\n`

describe('replacements that are certain', () => {
  test.each([
    ['Såfremt du flytter, skal du skrive.', 'Hvis du flytter, skal du skrive.'],
    ['Vi fremsender et skema, såfremt du ringer.', 'Vi sender et skema, hvis du ringer.'],
    ['Mødet er udsat pga. sygdom.', 'Mødet er udsat på grund af sygdom.'],
    ['Du kan ringe til til os.', 'Du kan ringe til os.'],
    ['Du skal svare, jvf. brevet.', 'Du skal svare, jf. brevet.'],
    ['Henset til, at du er syg, venter vi.', 'Fordi du er syg, venter vi.'],
    ['Du kan **dersom** du vil, ringe.', 'Du kan **hvis** du vil, ringe.'],
  ])('%s', async (before, after) => {
    expect((await fixText(letter(before), { format: 'markdown', language: 'da' })).text).toBe(letter(after))
  })

  test.each([
    'Du skriver »såfremt jeg flytter«.',
    'Vi har modtaget din skrivelse.',
    'Så*fremt* du flytter, skal du skrive.',
    '> Såfremt du flytter, skal du skrive.',
    'Afgørelsen er truffet efter servicelovens § 112, stk. 1, nr. 2, jf. § 113.',
  ])('leave alone: %s', async (text) => {
    expect(await fixText(letter(text), { format: 'markdown', language: 'da' })).toEqual({
      text: letter(text),
      count: 0,
    })
  })

  test('keep line endings, and leave the rest of the letter as it is', async () => {
    const text = 'Kære Mette Sørensen\r\n\r\nSåfremt du\r\nflytter,  skal du\tskrive.\r\n'
    expect((await fixText(text, { format: 'text', language: 'da' })).text).toBe(text.replace('Såfremt', 'Hvis'))
  })
})

const pieces = fc.constantFrom(
  'Såfremt',
  'såfremt',
  'pga.',
  'jvf.',
  'til',
  'til',
  'du',
  '**dersom**',
  '»dersom«',
  'endvidere',
  'henset til',
  'med henblik på at',
  'fremsendes',
  'skrivelsen',
  '.',
  ',',
  '\n\n',
  '\r\n',
  '\u00ad',
  'é',
  '- ',
  '# ',
)
const letters = fc.array(pieces, { maxLength: 40 }).map((words) => letter(words.join(' ')))

test('a second run finds nothing left to fix', async () => {
  await fc.assert(
    fc.asyncProperty(letters, async (text) => {
      const options = { format: 'markdown', language: 'da' } as const
      const once = await fixText(text, options)
      expect((await fixText(once.text, options)).count).toBe(0)
    }),
    { numRuns: 60, seed: 4 },
  )
}, 60_000)

test('only the words of the fixes change, each where it stands in the file', async () => {
  await fc.assert(
    fc.asyncProperty(letters, async (text) => {
      const result = await lintText(text, { format: 'markdown', language: 'da' })
      const fixes = result.violations.flatMap((violation) => violation.fixes ?? [])
      const { text: fixed, count } = applyFixes(result)
      expect(count).toBeLessThanOrEqual(fixes.length)
      const grown = fixes.reduce((sum, fix) => sum + Math.abs(fix.text.length - (fix.end - fix.start)), 0)
      expect(Math.abs(fixed.length - text.length)).toBeLessThanOrEqual(grown)
      if (count === 0) expect(fixed).toBe(text)
    }),
    { numRuns: 60, seed: 4 },
  )
}, 60_000)

describe('a file is written as it was read', () => {
  const text = 'Kære Åse\r\nSåfremt – €'
  const bytes = {
    'UTF-8': Buffer.from(text),
    'UTF-8 with a mark': Buffer.from(`\ufeff${text}`),
    'UTF-16 LE with a mark': Buffer.from(`\ufeff${text}`, 'utf16le'),
    'UTF-16 BE with a mark': Buffer.from(`\ufeff${text}`, 'utf16le').swap16(),
    'Windows-1252': Buffer.from('K\xe6re \xc5se\r\nS\xe5fremt \x96 \x80', 'latin1'),
  }
  test.each(Object.entries(bytes))('%s', (_, file) => {
    const read = decodeText(file)
    expect(read).toBe(text)
    expect(Buffer.from(encodeLike(read, file)!)).toEqual(Buffer.from(file))
    expect(decodeText(encodeLike(read.replace('Såfremt', 'Hvis'), file)!)).toBe(text.replace('Såfremt', 'Hvis'))
  })

  test('not with a sign that its encoding does not have', () => {
    expect(encodeLike('Łódź', bytes['Windows-1252'])).toBeUndefined()
  })
})
