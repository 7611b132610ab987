import { describe, expect, it } from 'vitest'
import { formatResults } from '../../src/report/format-results.ts'
import { loadRules } from '../../src/rules/load-rules.ts'
import { makeResult } from './make-result.ts'

const result = makeResult({
  text: 'Du får støtte.',
  path: 'brev.md',
  violations: [
    { ruleId: 'letter/date' },
    { ruleId: 'letter/date' },
    { ruleId: 'plain/passive', severity: 'suggestion' },
  ],
})

/** The rows of the table in a section, each as the texts of its cells. */
function rowsOf(html: string, section: string): string[][] {
  const [, body = ''] = new RegExp(`<section class="${section}">(.*?)</section>`, 'su').exec(html) ?? []
  return [...body.matchAll(/<tr>(.*?)<\/tr>/gsu)].map(([, row = '']) =>
    [...row.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/gsu)].map(([, cell = '']) => cell.replace(/<[^>]*>/gu, '')),
  )
}

describe('the HTML report', () => {
  it('counts the remarks of each rule, the most frequent first', () => {
    expect(rowsOf(formatResults([result, result], 'html'), 'rules')).toEqual([
      ['Regel', 'Bemærkninger', 'Breve'],
      ['letter/date', '4', '2'],
      ['plain/passive', '2', '2'],
      ['I alt', '6', ''],
    ])
  })

  it('says what a rule asks, in the language of the report', async () => {
    const rules = await loadRules()
    const title = (locale: 'da' | 'en') => rowsOf(formatResults([result], 'html', { rules, locale }), 'rules')[1]?.[0]
    expect(title('da')).toBe('Brevet har en dato letter/date')
    expect(title('en')).toBe('The letter has a date letter/date')
  })

  it('shows the trend against a baseline, rules without remarks too', () => {
    const trend = [
      { ruleId: 'letter/date', fresh: 2, known: 1, gone: 0 },
      { ruleId: 'tone/shouting', fresh: 0, known: 0, gone: 3 },
    ]
    const html = formatResults([result], 'html', { trend })
    expect(html).toContain('Siden baseline: 2 nye, 1 kendte og 3, som er væk.')
    expect(rowsOf(html, 'rules')).toEqual([
      ['Regel', 'Bemærkninger', 'Breve', 'Nye', 'Kendte', 'Væk'],
      ['letter/date', '2', '1', '2', '1', '0'],
      ['plain/passive', '1', '1', '0', '0', '0'],
      ['tone/shouting', '0', '0', '0', '0', '3'],
      ['I alt', '3', '', '2', '1', '3'],
    ])
  })

  it('has letters × rules, each letter with a link to its own part', () => {
    const html = formatResults([result], 'html')
    expect(rowsOf(html, 'matrix')).toEqual([
      ['Brev', 'letter/date', 'plain/passive'],
      ['brev.md', '2', '1'],
    ])
    expect(html).toContain('<a href="#letter-1">brev.md</a>')
    expect(html).toContain('id="letter-1"')
  })
})
