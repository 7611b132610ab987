import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { compareLetters, parseLetter } from '../src/index.ts'
import type { ComparedPart } from '../src/types.ts'
import { run } from './cli/run.ts'

const letter = `Fjordby Kommune

3. marts 2026

Mette Sørensen
Bygaden 1
3460 Birkerød

# Afslag på støtte

Kære Mette Sørensen

Du får ikke støtte til en elscooter. Afgørelsen er truffet efter servicelovens § 113, stk. 1.

## Begrundelse

Du har oplyst, at du går 500 meter hver dag, og at scooteren koster 12.500 kr. Vi har lagt vægt på, at rollatoren dækker dit behov.

Send os din lægeerklæring senest den 1. april 2026.

## Sådan klager du

Du kan klage til Ankestyrelsen inden 4 uger, efter at du har fået afgørelsen. Send klagen til os på post@fjordby.example. Vi vurderer først sagen igen.

Venlig hilsen

Ida Holm
Sagsbehandler
`

const parse = (text: string) => parseLetter(text, { format: 'markdown', language: 'da' })
const short = ({ kind, name, before, after, required }: ComparedPart) =>
  `${kind} ${name}: ${[before, after].filter((text) => text !== undefined).join(' → ')}${required ? ' !' : ''}`

async function compareWith(change: (text: string) => string) {
  const after = change(letter)
  expect(after).not.toBe(letter)
  const { lost, changed, added, worse } = compareLetters(await parse(letter), await parse(after))
  return { lost: lost.map(short), changed: changed.map(short), added: added.map(short), worse }
}

const replacing = (words: string, others: string) => (text: string) => text.replace(words, others)

describe('compareLetters', () => {
  test('a letter and itself', async () => {
    const comparison = compareLetters(await parse(letter), await parse(letter))
    expect(comparison).toEqual({ lost: [], changed: [], added: [], worse: false })
  })

  test.each<[string, (text: string) => string]>([
    [
      'other words',
      replacing(
        'Vi har lagt vægt på, at rollatoren dækker dit behov.',
        'Det vigtigste for os er, at rollatoren dækker dit behov. Det har vi lagt vægt på.',
      ),
    ],
    [
      'another order',
      (text) =>
        text
          .replace('## Begrundelse\n\n', '')
          .replace('Du får ikke', '## Afgørelse\n\nDu får ikke')
          .replace('Du har oplyst', '## Begrundelse\n\nDu har oplyst'),
    ],
    [
      'facts written another way',
      (text) =>
        text
          .replace('12.500 kr.', '12500 kroner')
          .replace('1. april 2026', '01-04-2026')
          .replace('inden 4 uger', 'inden fire uger')
          .replace('servicelovens § 113, stk. 1', '§ 113, stk. 1, i serviceloven'),
    ],
    ['a new date of its own', replacing('3. marts 2026', '10. marts 2026')],
  ])('%s: nothing is lost', async (_, change) => {
    const { lost, changed, worse } = await compareWith(change)
    expect([lost, changed, worse]).toEqual([[], [], false])
  })

  test.each<[string, (text: string) => string, 'lost' | 'changed', string]>([
    [
      'the time limit',
      replacing(' inden 4 uger, efter at du har fået afgørelsen', ''),
      'lost',
      'element complaint-deadline: 4 uger !',
    ],
    ['another time limit', replacing('4 uger', '3 uger'), 'changed', 'fact period: 4 uger → 3 uger !'],
    [
      'another body',
      replacing('Ankestyrelsen', 'Planklagenævnet'),
      'changed',
      'fact body: Ankestyrelsen → Planklagenævnet !',
    ],
    [
      'the section',
      replacing(' Afgørelsen er truffet efter servicelovens § 113, stk. 1.', ''),
      'lost',
      'element legal-basis: servicelovens § 113, stk. 1 !',
    ],
    [
      'another section',
      replacing('§ 113', '§ 112'),
      'changed',
      'fact section: servicelovens § 113, stk. 1 → servicelovens § 112, stk. 1 !',
    ],
    ['an amount', replacing(', og at scooteren koster 12.500 kr', ''), 'lost', 'fact amount: 12.500 kr. !'],
    ['another amount', replacing('12.500 kr', '15.200 kr'), 'changed', 'fact amount: 12.500 kr. → 15.200 kr. !'],
    ['another date', replacing('1. april', '1. maj'), 'changed', 'fact date: 1. april 2026 → 1. maj 2026 !'],
    [
      'the reassessment',
      replacing(' Vi vurderer først sagen igen.', ''),
      'lost',
      'element reassessment: vurderer først sagen igen !',
    ],
    [
      'the outcome',
      replacing('Du får ikke støtte', 'Du får støtte'),
      'changed',
      'reading outcome: refusal → approval !',
    ],
    ['the signatory', replacing('Ida Holm\nSagsbehandler', ''), 'lost', 'element signatory: Ida Holm !'],
  ])('%s', async (_, change, group, expected) => {
    const comparison = await compareWith(change)
    expect(comparison[group]).toContain(expected)
    expect(comparison.worse).toBe(true)
  })

  test('what is new is told, and is no fault', async () => {
    const { added, worse } = await compareWith(replacing('Venlig hilsen', 'Mødet er den 5. maj 2026.\n\nVenlig hilsen'))
    expect(added).toEqual(['fact date: 5. maj 2026'])
    expect(worse).toBe(false)
  })
})

describe('klarbrev compare', () => {
  const files = { 'før.md': letter, 'efter.md': letter.replace('4 uger', '3 uger').replace('12.500 kr', '010190-1234') }

  test('says what was lost, and gives 1', async () => {
    const { code, stdout, stderr } = await run(['compare', 'før.md', 'efter.md'], { files })
    expect([code, stderr]).toEqual([1, ''])
    expect(stdout).toContain('✖ tidsrum: »4 uger« → »3 uger« (linje 23)')
    expect(stdout).toContain('✖ beløb: »12.500 kr.« (linje 17)')
  })

  test('gives 0 where nothing was lost, between formats too', async () => {
    const folder = new URL('../fixtures/da/', import.meta.url)
    const [markdown, text] = ['md', 'txt'].map((ending) =>
      readFileSync(new URL(`partshoering.${ending}`, folder), 'utf8'),
    ) as [string, string]
    const { code, stdout } = await run(['compare', 'a.md', 'b.txt', '--locale', 'en'], {
      files: { 'a.md': markdown, 'b.txt': text },
    })
    expect(stdout).toBe('a.md → b.txt\n\nNothing that the letter has to have was lost.\n')
    expect(code).toBe(0)
  })

  test('as JSON, with no more of the letter than asked for', async () => {
    const { stdout } = await run(['compare', 'før.md', 'efter.md', '--format', 'json', '--excerpts', 'none'], { files })
    const report = JSON.parse(stdout)
    expect(report).toMatchObject({ schemaVersion: 1, before: 'før.md', after: 'efter.md', worse: true })
    expect(report.changed).toContainEqual({
      kind: 'fact',
      name: 'period',
      before: '',
      after: '',
      place: 23,
      required: true,
    })
  })

  test('a letter that is not there', async () => {
    const { code, stderr } = await run(['compare', 'før.md', 'væk.md'], { files })
    expect([code, stderr]).toEqual([2, expect.stringContaining('væk.md: Her er intet brev')])
  })
})
