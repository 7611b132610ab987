import { expect, it } from 'vitest'
import { formatGuidelines } from '../../src/report/guideline-report.ts'
import { formatRule, formatRules } from '../../src/report/rule-report.ts'
import type { Guideline } from '../../src/rules/guideline.ts'
import type { Rule } from '../../src/rules/rule.ts'
import { rules } from './rules.ts'

const guideline: Guideline = {
  name: 'fjordby',
  title: { da: 'Sådan skriver vi', en: 'How we write' },
  publisher: 'Fjordby Kommune',
  language: 'da',
  sentences: [
    { text: 'Vores sprog skal være let at forstå.', rules: ['plain/officialese', 'plain/passive'] },
    {
      section: '§ 2',
      text: 'Vi svarer straks.',
      because: { da: 'Hvor hurtigt I svarer, viser brevet ikke.', en: 'The letter does not show how soon you answer.' },
    },
  ],
}

it('shows each sentence with its rules or the reason', async () => {
  await expect(formatGuidelines([guideline], 'pretty')).toMatchFileSnapshot('snapshots/guidelines.txt')
  await expect(formatGuidelines([guideline], 'pretty', { locale: 'en' })).toMatchFileSnapshot(
    'snapshots/guidelines-english.txt',
  )
})

it('gives the same to programs', () => {
  const report = JSON.parse(formatGuidelines([guideline], 'json', { version: '1.2.3' }))
  expect(report).toEqual({
    schemaVersion: 1,
    tool: { name: 'klarbrev', version: '1.2.3' },
    guidelines: [{ ...guideline, counts: { sentences: 2, held: 1, notShown: 1 } }],
  })
})

it('names the sentences that a rule holds', () => {
  expect(formatRule(rules[0] as Rule, {}, [guideline])).toContain('fjordby Vores sprog skal være let at forstå.')
  expect(formatRule(rules[1] as Rule, {}, [guideline])).not.toContain('fjordby')
})

it('lists the severity of each rule in each profile', () => {
  const list = formatRules(
    rules,
    {},
    { recommended: { 'plain/passive': 'off' }, strict: { 'plain/passive': 'warning' } },
  )
  expect(list).toContain('plain/passive       fra       Passiv (strict: advarsel)')
  expect(list).toContain('plain/officialese   advarsel  Kancellisprog\n')
})
