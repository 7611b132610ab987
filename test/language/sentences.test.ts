import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { type SentenceCutter, sentenceCutter } from '../../src/language/sentences.ts'
import { documentOf, letterOf } from './cut.ts'

interface GivenCase {
  readonly text: string
  readonly sentences: number
}

const read = (name: string) => JSON.parse(readFileSync(new URL(name, import.meta.url), 'utf8'))
const given: readonly GivenCase[] = read('./sentences.given.json')
const cases: Readonly<Record<'da' | 'en', Readonly<Record<string, string[][]>>>> = read('./sentences.cases.json')

const danish = await sentenceCutter('da')
const english = await sentenceCutter('en')

describe('the given cases', () => {
  test.each(given)('$text', ({ text, sentences }) => expect(danish(documentOf(text))).toHaveLength(sentences))
  test('score', () => {
    const right = given.filter(({ text, sentences }) => danish(documentOf(text)).length === sentences).length
    console.info(`sentences right: ${right} of ${given.length}`)
    expect(right).toBe(given.length)
  })
})

const sets: readonly (readonly ['da' | 'en', SentenceCutter])[] = [
  ['da', danish],
  ['en', english],
]
for (const [language, cut] of sets) {
  describe(`our own cases, ${language}`, () => {
    for (const [group, list] of Object.entries(cases[language])) {
      test.each(list.map((sentences) => [sentences.join(' '), sentences]))(`${group}: %s`, (text, sentences) =>
        expect(cut(documentOf(text as string)).map((sentence) => sentence.text)).toEqual(sentences),
      )
    }
    test('score', () => {
      const all = Object.values(cases[language]).flat()
      const right = all.filter(
        (list) =>
          cut(documentOf(list.join(' ')))
            .map(({ text }) => text)
            .join('\n') === list.join('\n'),
      )
      console.info(`sentences right (${language}): ${right.length} of ${all.length}`)
      expect(right.length / all.length).toBeGreaterThanOrEqual(0.97)
    })
  })
}

describe('what a sentence is', () => {
  test('lines part sentences, also without a mark', () => {
    expect(
      letterOf('Venlig hilsen\nAnne Hansen\nSagsbehandler').sentences.map(({ text, block }) => [text, block]),
    ).toEqual([
      ['Venlig hilsen', 0],
      ['Anne Hansen', 1],
      ['Sagsbehandler', 2],
    ])
  })
  test('prose that is wrapped is one line', () => {
    const text = 'Du får hjælp\nefter § 4, stk.\n2. Det er\ngratis.'
    const line = { start: 0, end: text.length }
    const block = { ...line, kind: 'paragraph', depth: 0, quoted: false, story: 'body', lines: [line] } as const
    expect(danish({ text, blocks: [block] }).map((one) => one.text)).toEqual([
      'Du får hjælp\nefter § 4, stk.\n2.',
      'Det er\ngratis.',
    ])
  })
  test('a forgotten space still parts sentences', () => {
    const { sentences } = letterOf('Vi har fået din ansøgning.Du får svar snart!Ring gerne.')
    expect(sentences.map(({ text }) => text)).toEqual([
      'Vi har fået din ansøgning.',
      'Du får svar snart!',
      'Ring gerne.',
    ])
  })
  test.each(['***', '---', '', '   ', '…', '«»'])('%j holds no sentence', (text) =>
    expect(letterOf(text).sentences).toEqual([]),
  )
  test('non-breaking spaces part words and sentences', () => {
    const { sentences } = letterOf('Du får 500\u00a0kr. Du\u202fkan klage.')
    expect(sentences.map(({ words }) => words.map(({ text }) => text))).toEqual([
      ['Du', 'får', '500', 'kr.'],
      ['Du', 'kan', 'klage'],
    ])
  })
})

describe('words', () => {
  test.each([
    ['Vi har bl.a. set på det.', ['Vi', 'har', 'bl.a.', 'set', 'på', 'det']],
    ['Du får 1.234,50 kr. i maj.', ['Du', 'får', '1.234,50', 'kr.', 'i', 'maj']],
    ['Sag 24/5678 efter § 4, stk. 2.', ['Sag', '24/5678', 'efter', '4', 'stk.', '2']],
    ['Se https://www.borger.dk/klage, tak.', ['Se', 'https://www.borger.dk/klage', 'tak']],
    ['Skriv til post@furesoe.dk.', ['Skriv', 'til', 'post@furesoe.dk']],
    ["Et A/S følger EU's regler.", ['Et', 'A/S', 'følger', "EU's", 'regler']],
    ['Et sags- og journalnummer.', ['Et', 'sags-', 'og', 'journalnummer']],
    ['Den 1. januar kl. 10.30', ['Den', '1.', 'januar', 'kl.', '10.30']],
    ['Det er 12,5 % eller 3-4 timer.', ['Det', 'er', '12,5', 'eller', '3-4', 'timer']],
    ['»Nej,« – sagde (måske) du …', ['Nej', 'sagde', 'måske', 'du']],
    ['dag,uge;år', ['dag', 'uge', 'år']],
    ['§ 4 — § 5', ['4', '5']],
    ['barn(et) og §§17-18', ['barn(et)', 'og', '17-18']],
    ['Du bor 2. th. i nr. 5.', ['Du', 'bor', '2.', 'th.', 'i', 'nr.', '5']],
    ['år–måned', ['år', 'måned']],
    ['Ring 👍 nu', ['Ring', 'nu']],
  ])('%s', (text, words) => {
    expect(letterOf(text).sentences.flatMap((sentence) => sentence.words.map((word) => word.text))).toEqual(words)
  })
})
