import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { KlarbrevError } from '../../src/errors.ts'
import { explainError, say } from '../../src/messages.ts'
import { pack } from '../../src/pack.ts'

const source = fileURLToPath(new URL('../../src/', import.meta.url))
const sourceFiles = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'))
const sourceText = sourceFiles.map((name) => readFileSync(`${source}${name}`, 'utf8')).join('\n')

const names = (text: string) => [...text.matchAll(/\{(\w+)/gu)].map(([, name]) => name).sort()
const keys = Object.keys(pack.da.messages)

describe('the catalogue', () => {
  it('has the same keys in both languages', () => {
    expect(Object.keys(pack.en.messages).sort()).toEqual([...keys].sort())
  })

  it.each(keys)('%s takes the same values in both languages', (key) => {
    expect(new Set(names(pack.en.messages[key] ?? ''))).toEqual(new Set(names(pack.da.messages[key] ?? '')))
  })

  it.each(['da', 'en'] as const)('names only rules that there are (%s)', (locale) => {
    const ids = new Set(pack.da.rules.map(({ id }) => id))
    const named = [
      ...Object.values(pack[locale].messages)
        .join('\n')
        .matchAll(/(?<![\w/.])([a-z-]+\/[a-z-]+)=/gu),
    ]
    expect(named.length).toBeGreaterThan(2)
    expect(named.map(([, id = '']) => id).filter((id) => !ids.has(id))).toEqual([])
  })

  it('never judges a decision', () => {
    expect(Object.values(pack.da.messages).join('\n')).not.toMatch(/lovlig/iu)
    expect(Object.values(pack.en.messages).join('\n')).not.toMatch(/lawful|illegal/iu)
  })

  it('has a text for every code of an error', () => {
    const codes = [...readFileSync(`${source}errors.ts`, 'utf8').matchAll(/^ {2}\| '([\w-]+)'/gmu)].map(
      ([, code]) => code,
    )
    expect(codes.length).toBeGreaterThan(20)
    expect(keys.filter((key) => key.startsWith('error.'))).toEqual(
      expect.arrayContaining(codes.map((code) => `error.${code}`)),
    )
  })

  it('holds nothing that no code asks for', () => {
    const isAsked = (key: string) => {
      const [last = '', group = ''] = key.split('.').reverse()
      const literal = new RegExp(`['"\`](?:[\\w-]+\\.)*${last}['"\`]`, 'u')
      return (
        literal.test(sourceText) || sourceText.includes(`${group}.\${`) || sourceText.includes(`${group}.month-\${`)
      )
    }
    // These follow from the names of commander's own errors.
    const fromCommander = (key: string) => /^usage\.(?:un|missing|option-m|excess)/u.test(key)
    expect(keys.filter((key) => !isAsked(key) && !fromCommander(key))).toEqual([])
  })
})

describe('say', () => {
  it.each([
    [1, '1 brev læst: intet.'],
    [0, '0 breve læst: intet.'],
    [2, '2 breve læst: intet.'],
  ])('counts %i', (count, text) => {
    expect(say('da', 'summary.letters', { count, violations: 'intet' })).toBe(text)
  })

  it('does not read values as templates', () => {
    expect(say('da', 'report.quote', { text: '{text} $& {count, a|b}' })).toBe('»{text} $& {count, a|b}«')
  })

  it.each([
    ['no.such', {}],
    ['toString', {}],
    ['report.quote', {}],
  ])('throws for %s with %o', (key, values) => {
    expect(() => say('da', key, values)).toThrow(/message/u)
  })
})

describe('explainError', () => {
  it.each([
    [
      'da',
      new KlarbrevError('docx-is-doc'),
      'Filen er i det gamle Word-format (.doc). Åbn den i Word, og gem den som .docx.',
    ],
    ['da', new KlarbrevError('docx-not-zip', { found: 'PDF' }), expect.stringMatching(/Indholdet ligner PDF\.$/u)],
    ['da', new KlarbrevError('docx-not-zip', { found: 'unknown' }), expect.not.stringContaining('ligner')],
    [
      'en',
      new KlarbrevError('docx-xml', { part: 'word/document.xml' }),
      expect.stringContaining('the part word/document.xml'),
    ],
    [
      'en',
      new KlarbrevError('unknown-rule', { id: 'plain/pasive', nearest: 'plain/passive' }),
      'There is no rule plain/pasive. See all rules with klarbrev rules. Did you mean plain/passive?',
    ],
    [
      'da',
      new KlarbrevError('config-invalid', {}, [
        { where: 'klarbrev.yml:3:5', text: 'ukendt nøgle' },
        { text: 'og mere' },
      ]),
      'Indstillingerne kan ikke bruges. Ret dette:\n  klarbrev.yml:3:5: ukendt nøgle\n  og mere',
    ],
  ] as const)('%s %s', (locale, error, text) => {
    expect(explainError(locale, error)).toEqual(text)
  })
})
