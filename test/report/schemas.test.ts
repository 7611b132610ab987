import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { lintFiles } from '../../src/lint-files.ts'
import { formatResults } from '../../src/report/format-results.ts'
import type { ReportOptions } from '../../src/report/reporter.ts'
import { loadRules } from '../../src/rules/load-rules.ts'
import type { LetterFailure, LetterResult } from '../../src/types.ts'
import { makeResult } from './make-result.ts'
import { gitlabFaults, sarifFaults, xmlFaults } from './schemas/validate.ts'

/** Every letter of the fixtures in Markdown, Word and text, with whatever the rules have to say of it. */
const letters: LetterResult[] = []
const cwd = fileURLToPath(new URL('../../fixtures', import.meta.url))
for await (const result of lintFiles(['da', 'en'], { cwd })) letters.push(result)
const failures: LetterFailure[] = [{ path: 'breve/gammel.doc', code: 'docx-is-doc', message: 'Gammelt format.' }]
const rules = await loadRules()

const runs: readonly [string, readonly LetterResult[], ReportOptions & { failures?: LetterFailure[] }][] = [
  ['all fixtures', letters, { rules }],
  ['all fixtures, without the rules, masked', letters, { excerpts: 'masked', locale: 'en' }],
  ['errors only, and a file that could not be read', letters, { quiet: true, failures }],
  ['nothing at all', [], {}],
  ['a file that could not be read', [], { failures }],
]

describe('reports are valid', () => {
  it('has letters of all formats to try', () => {
    expect(new Set(letters.map(({ letter }) => letter.format))).toEqual(new Set(['markdown', 'docx', 'text']))
    expect(letters.flatMap(({ violations }) => violations).length).toBeGreaterThan(200)
  })

  it.each(runs)('SARIF, and as GitHub wants it: %s', (_, results, options) => {
    expect(sarifFaults(formatResults(results, 'sarif', options))).toEqual([])
  })

  it.each(runs)('GitLab: %s', (_, results, options) => {
    expect(gitlabFaults(formatResults(results, 'gitlab', options))).toEqual([])
  })

  it.each(runs)('JUnit and Checkstyle: %s', async (_, results, options) => {
    for (const reporter of ['junit', 'checkstyle'] as const)
      expect(await xmlFaults(reporter, [formatResults(results, reporter, options)])).toEqual([])
  })

  it('finds what is wrong', async () => {
    const sarif = JSON.parse(formatResults(letters, 'sarif'))
    expect(sarifFaults(JSON.stringify({ ...sarif, version: '2.0.0' }))).not.toEqual([])
    sarif.runs[0].results[0].message = 'words'
    expect(sarifFaults(JSON.stringify(sarif))).toContainEqual(expect.stringContaining('/runs/0/results/0/message'))
    const gitlab = JSON.parse(formatResults(letters, 'gitlab'))
    expect(gitlabFaults(JSON.stringify([gitlab[0], gitlab[0]]))).toContainEqual(expect.stringContaining('twice'))
    const junit = formatResults(letters, 'junit').replace('tests=', 'test=')
    expect(await xmlFaults('junit', [junit])).not.toEqual([])
  })
})

describe('SARIF', () => {
  it('stops at what GitHub takes, and says how many are left out', () => {
    const violations = Array.from({ length: 12_501 }, () => ({ ruleId: 'plain/passive' }))
    const result = makeResult({ text: 'Du.', violations })
    const text = formatResults([result, result], 'sarif')
    expect(sarifFaults(text)).toEqual([])
    const [run] = JSON.parse(text).runs
    expect(run.results).toHaveLength(25_000)
    expect(run.invocations[0].toolExecutionNotifications[0].message.text).toMatch(/^2 bemærkninger mere er udeladt/u)
  })

  it.each([
    ['/repo/breve/a b.md', 'breve/a%20b.md'],
    ['./breve/å.md', 'breve/%C3%A5.md'],
    ['/repository/a.md', '/repository/a.md'],
  ])('tells %s from the folder it runs in', (path, uri) => {
    const result = makeResult({ text: 'Du.', path, violations: [{ ruleId: 'plain/passive' }] })
    const [run] = JSON.parse(formatResults([result], 'sarif', { cwd: '/repo' })).runs
    expect(run.results[0].locations[0].physicalLocation.artifactLocation.uri).toBe(uri)
  })
})
