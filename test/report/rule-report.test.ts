import { expect, it } from 'vitest'
import { formatRule, formatRules } from '../../src/report/rule-report.ts'
import type { Rule } from '../../src/rules/rule.ts'
import { rules } from './rules.ts'

it('lists rules by group', async () => {
  await expect(formatRules(rules)).toMatchFileSnapshot('snapshots/rules.txt')
})

it('explains a rule', async () => {
  await expect(formatRule(rules[0] as Rule)).toMatchFileSnapshot('snapshots/rule.txt')
  await expect(formatRule(rules[0] as Rule, { locale: 'en' })).toMatchFileSnapshot('snapshots/rule-english.txt')
})
