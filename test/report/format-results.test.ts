import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import packageJson from '../../package.json' with { type: 'json' }
import { formatResults } from '../../src/report/format-results.ts'
import { noPaint, type Paint } from '../../src/report/paint.ts'
import type { ReportOptions } from '../../src/report/reporter.ts'
import type { ReporterName } from '../../src/report/reporter-names.ts'
import type { LetterFailure, LetterResult } from '../../src/types.ts'
import { approval, cpr, english, refusal, word } from './letters.ts'
import { type MadeViolation, makeResult } from './make-result.ts'

const letters = [refusal, approval, english, word]
const failures: LetterFailure[] = [{ path: 'breve/gammel.doc', code: 'docx-is-doc', message: 'Gammelt format.' }]

const pretty = (results: readonly LetterResult[], options: ReportOptions = {}) =>
  formatResults(results, 'pretty', options)
const json = (results: readonly LetterResult[], options: ReportOptions = {}) =>
  JSON.parse(formatResults(results, 'json', options))

describe('whole reports', () => {
  const reports: [string, readonly LetterResult[], ReporterName, ReportOptions & { failures?: LetterFailure[] }][] = [
    ['pretty.txt', letters, 'pretty', { failures }],
    ['pretty-narrow-english.txt', [refusal], 'pretty', { locale: 'en', width: 48 }],
    ['pretty-masked-quiet.txt', [refusal, approval], 'pretty', { excerpts: 'masked', quiet: true }],
    ['json.snap', letters, 'json', { failures, version: '1.2.3' }],
    ['json-none-quiet.snap', [refusal], 'json', { excerpts: 'none', quiet: true, version: '1.2.3' }],
    ['json-empty.snap', [], 'json', { version: '1.2.3' }],
  ]
  it.each(reports)('%s', async (name, results, reporter, options) => {
    await expect(formatResults(results, reporter, options)).toMatchFileSnapshot(`snapshots/${name}`)
  })
})

describe('json', () => {
  it.each([0, 1, 2, 3])('is laid out as JSON.stringify does, for %i letters', (count) => {
    const text = formatResults(letters.slice(0, count), 'json', { failures, version: '1.2.3' })
    expect(text).toBe(`${JSON.stringify(JSON.parse(text), null, 2)}\n`)
  })

  it('has the fields of the contract, in order', () => {
    const report = json([refusal], { version: '1.2.3' })
    expect(Object.keys(report)).toEqual(['schemaVersion', 'tool', 'letters', 'errors', 'summary'])
    const [letter] = report.letters
    expect(Object.keys(letter)).toEqual(
      'path format language reading readability violations suppressed counts notes'.split(' '),
    )
    expect(Object.keys(letter.reading)).toEqual('kind outcome area date elements'.split(' '))
    expect(Object.keys(letter.violations[0])).toEqual(
      `ruleId severity message advice sources line column endLine endColumn offset endOffset location excerpt suggestions
       fingerprint`.split(/\s+/u),
    )
    expect(letter.reading.elements.date).toEqual([{ text: '3. marts 2026', line: 3, column: 1 }])
  })

  it('names the version that runs', () => {
    expect(json([]).tool).toEqual({ name: 'klarbrev', version: packageJson.version })
  })

  it('drops what a violation holds beyond the contract', () => {
    const result = makeResult({ text: 'Du.', violations: [{ ruleId: 'a/b', secret: 1 } as MadeViolation] })
    expect(json([result]).letters[0].violations[0]).not.toHaveProperty('secret')
  })

  it('keeps its meaning when terminals and build servers read it too', () => {
    const text = 'a\u001b]0;x\u0007\u202e\u009b ##vso[task] ##[error] \u{e0041} \\##[x \ud800 slut'
    const result = makeResult({ text, violations: [{ ruleId: 'a/b', words: text }] })
    const report = formatResults([result], 'json')
    expect(JSON.parse(report).letters[0].violations[0].excerpt).toBe(text)
    expect(report.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}]|##/u)
  })
})

describe('pretty', () => {
  const suggestions = (count: number) =>
    makeResult({
      text: 'Du.',
      violations: Array.from({ length: count }, (_, index) => ({
        ruleId: `plain/r${index}`,
        severity: 'suggestion' as const,
        message: `Forslag nummer ${index}.`,
      })),
    })

  it.each([
    [10, {}, 10, undefined],
    [14, {}, 10, '… og 4 forslag til (vis dem med --all)'],
    [14, { all: true }, 14, undefined],
    [11, { locale: 'en' as const }, 10, '… and 1 more suggestion (show with --all)'],
  ])('of %i suggestions with %o it shows %i', (count, options, shown, note) => {
    const report = pretty([suggestions(count)], options)
    expect(report.match(/Forslag nummer/gu)).toHaveLength(shown)
    if (note === undefined) expect(report).not.toContain('--all')
    else expect(report).toContain(note)
  })

  it('puts first what counts most for the reader, then goes by place', () => {
    const ids = ['own/rule', 'plain/x', 'letter/date', 'complaint/body', 'complaint/missing', 'decision/outcome']
    const words = ['a', 'b', 'c', 'e', 'd', 'f']
    const violations = ids.map((ruleId, index) => ({ ruleId, words: words[index] ?? '' }))
    const report = pretty([makeResult({ text: 'a b c d e f', violations })])
    const order = [...report.matchAll(/^ {6}(\w+\/\w+)$/gmu)].map(([, id]) => id)
    expect(order).toEqual([
      'decision/outcome',
      'complaint/missing',
      'complaint/body',
      'letter/date',
      'plain/x',
      'own/rule',
    ])
  })

  it('says what to do once for neighbours of the same rule', () => {
    const report = pretty([refusal])
    expect(report.match(/Brug et ord/gu)).toHaveLength(1)
    expect(report.match(/plain\/officialese/gu)).toHaveLength(1)
  })

  it('says that a clean run is no legal clearance, in the language of the letters', () => {
    expect(pretty([approval])).toContain(
      '1 brev læst: intet at rette.\nEt brev uden bemærkninger er ikke dermed juridisk godkendt.',
    )
    expect(pretty([english])).toContain('No remarks does not mean that a letter is legally approved.')
    expect(pretty([english, approval])).toContain('2 breve læst: 1 fejl.')
  })

  it('says of a letter that was only read that it was not checked', () => {
    const unread = makeResult({ text: 'We grant it.', language: 'en', checked: false })
    expect(pretty([unread])).toContain('No rules for letters in English are in use.')
    expect(pretty([unread])).toContain('1 letter read, but not checked.\n')
    expect(pretty([unread, approval])).toContain('2 breve læst, 1 af dem uden kontrol: intet at rette i resten.')
    expect(pretty([unread, approval], { quiet: true })).toContain('uden kontrol: ingen fejl i resten.')
    expect(pretty([unread, refusal])).toContain('2 breve læst, 1 af dem uden kontrol: 2 fejl, 1 advarsel, 2 forslag.')
    expect(pretty([unread])).not.toContain('nothing to correct')
    expect(json([unread, word]).letters.map(({ notes }: { notes: string[] }) => notes)).toEqual([
      ['no-rules'],
      ['macros', 'tracked-changes'],
    ])
  })

  it('says nothing where no letter could be read', () => {
    expect(formatResults([], 'pretty', { failures })).toBe('')
  })

  it.each([
    [undefined, 80],
    [20, 40],
    [60, 60],
    [300, 100],
  ])('asked for %s columns it writes in at most %i', (width, most) => {
    const text = 'Du kan klage over afgørelsen, hvis du er uenig. '.repeat(4).trim()
    const violation = { ruleId: 'complaint/deadline', words: text, advice: text }
    const report = pretty([makeResult({ text, violations: [violation] })], width === undefined ? {} : { width })
    const widest = Math.max(...report.split('\n').map((line) => line.length))
    expect(widest).toBeLessThanOrEqual(most)
    expect(widest).toBeGreaterThan(most - 12)
  })

  it('does not say twice what the message or the advice says', () => {
    const violation = {
      ruleId: 'plain/officialese',
      words: 'Såfremt',
      message: '»såfremt« er tungt.',
      advice: 'Skriv »hvis«.',
    }
    const report = pretty([
      makeResult({ text: 'Såfremt.', violations: [{ ...violation, suggestions: ['Hvis', 'når'] }] }),
    ])
    expect(report).not.toContain('»Såfremt«')
    expect(report).toContain('Skriv for eksempel »når«\n')
  })

  it('cuts long quotations', () => {
    const text = 'Du kan klage over afgørelsen, hvis du er uenig. '.repeat(4).trim()
    const report = pretty([makeResult({ text, violations: [{ ruleId: 'a/b', words: text }] })], { width: 100 })
    expect(report).toMatch(/»Du kan klage [^»]{80,110}…«/u)
  })

  it('adds nothing but looks when it is painted', () => {
    const bracket = (text: string) => `<${text}>`
    const paint = Object.fromEntries(Object.keys(noPaint).map((name) => [name, bracket])) as unknown as Paint
    expect(pretty(letters, { paint }).replace(/[<>]/gu, '')).toBe(pretty(letters))
  })
})

describe('what a letter may do to a report', () => {
  const hostile = fc
    .array(
      fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.constantFrom(
          '\u001b[2J',
          '\u001b]8;;http://x\u0007',
          '\u009b1m',
          '\r',
          '\u202e',
          '\u200b',
          '::set-output x',
          '##vso[',
          '##[',
          '\n::',
          '\ud800',
          ` ${cpr} `,
        ),
      ),
      { maxLength: 8 },
    )
    .map((pieces) => pieces.join(''))

  it('is nothing that a terminal or a build server obeys', () => {
    fc.assert(
      fc.property(
        hostile,
        hostile,
        hostile,
        fc.constantFrom('none', 'masked', 'full'),
        (text, path, rest, excerpts) => {
          const violation = {
            ruleId: `a/${rest}`,
            words: text,
            message: rest,
            advice: rest,
            sources: [rest],
            suggestions: [text],
            location: { paragraph: 1, heading: text },
          }
          const report = pretty([makeResult({ text, path, violations: [violation] })], { excerpts })
          expect(report.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u)
          expect(report).not.toMatch(/^\s*::|##(?:vso)?\[/mu)
          expect(report).not.toContain(cpr)
        },
      ),
      { numRuns: 2_500 },
    )
  })

  it('keeps the JSON report readable, and the same letter text in it', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const result = makeResult({ text, violations: [{ ruleId: 'a/b', words: text }] })
        const report = formatResults([result], 'json')
        expect(report.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]|##(?:vso)?\[/u)
        expect(report).not.toContain(cpr)
        const { excerpt } = JSON.parse(report).letters[0].violations[0]
        if (!/\d{6}/u.test(text)) expect(excerpt).toBe(text)
      }),
      { numRuns: 2_500 },
    )
  })
})
