import { describe, expect, it } from 'vitest'
import { KlarbrevError } from '../../src/errors.ts'
import { lintFiles } from '../../src/lint-files.ts'
import { lintText } from '../../src/lint-text.ts'
import { readPack } from '../../src/rules/bundle.ts'
import type { Rule } from '../../src/rules/rule.ts'
import { makeFolder } from '../cli/run.ts'

/** What the build says of one rule with these lines for its options. */
async function build(check: string, ...options: readonly string[]): Promise<unknown> {
  const head = ['title: Fristen er en dato', 'severity: warning', `check: ${check}`, 'options:']
  const lines = [...head, ...options.map((line) => `  ${line}`), 'message: Hvornår?', 'advice: Skriv en dato.']
  const end = ['sources: [Sådan skriver vi]', 'examples: { bad: [{ text: Snarest. }], good: [{ text: I dag. }] }', '']
  const folder = makeFolder({ 'messages.yml': '{}', 'own/rule.yml': [...lines, ...end].join('\n') })
  return readPack('da', folder).catch((error: unknown) => error)
}

describe('the build', () => {
  it('takes what is well written', async () => {
    expect(await build('phrases', 'phrases: [(snarest|straks) muligt?]', 'unless: [senest]')).toMatchObject({
      rules: [{ id: 'own/rule', options: { unless: ['senest'], outside: [] } }],
    })
  })

  it.each([
    ['a phrase', 'phrases', ['phrases:', '  - snarest', '  - (straks'], '7:7: options.phrases.1: '],
    ['an excuse', 'phrases', ['phrases: [snarest]', "unless: ['']"], '6:13: options.unless.0: '],
    ['a part of the letter', 'phrases', ['phrases: [snarest]', 'outside: [lov]'], '6:13: options.outside.0: '],
    ['an element to find', 'found-element', ['element: vag-frist'], '5:3: options.element: '],
    ['an element to require', 'required-element', ['anyOf: [klage]', 'place: end'], '5:11: options.anyOf.0: '],
    ['a regular expression', 'pattern', ["patterns: ['[a-']"], '5:15: options.patterns.0: '],
  ])('refuses %s that is badly written, with file and line', async (_, check, options, problem) => {
    const error = await build(check, ...options)
    expect(error).toMatchObject({ name: 'KlarbrevError', code: 'rule-invalid' })
    expect((error as Error).message).toContain(`own/rule.yml:${problem}`)
  })
})

describe('rules from code', () => {
  const rule: Rule = {
    id: 'own/rule',
    language: 'da',
    title: 'Fristen er en dato',
    severity: 'warning',
    when: [{}],
    check: 'phrases',
    options: { phrases: ['snarest'] },
    message: '»{words}« er ingen dato.',
    advice: 'Skriv en dato.',
    sources: ['Fjordby Kommune, Sådan skriver vi'],
    examples: { bad: [], good: [] },
  }
  const letter = 'Kære Mette Sørensen\n\nDu skal svare snarest.\n'

  it.each([
    ['phrases', { phrases: ['snarest'] }, ['snarest']],
    ['found-element', { element: 'greeting' }, ['Kære Mette Sørensen']],
    ['words', { list: 'officialese' }, []],
  ])('may leave out what has a default: %s', async (check, options, found) => {
    const { violations } = await lintText(letter, { rules: [{ ...rule, check, options }] })
    expect(violations.map(({ excerpt }) => excerpt)).toEqual(found)
  })

  it.each(['phrase', 'toString'])('that name the check %s, which is none, are refused by name', async (check) => {
    const error = await lintText(letter, { rules: [{ ...rule, check }] }).catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(KlarbrevError)
    expect(error).toMatchObject({ code: 'rule-invalid', problems: [{ where: 'own/rule' }] })
    expect((error as Error).message).toContain(`there is no check "${check}"`)
  })
})

it('says what is wrong with a date', async () => {
  const cwd = makeFolder({ 'a.md': 'Hej.' })
  const error = await lintFiles(['a.md'], { cwd, date: '3. marts' })
    .next()
    .catch((thrown: unknown) => thrown)
  expect(error).toMatchObject({ name: 'KlarbrevError', code: 'unknown-value' })
  expect((error as Error).message).toContain('»3. marts« kan ikke bruges som værdi for date.')
})
