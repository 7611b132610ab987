import { parse as parseCsv } from 'csv-parse/sync'
import fc from 'fast-check'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table'
import { gfmTable } from 'micromark-extension-gfm-table'
import { type DefaultTreeAdapterMap, parse as parseHtml } from 'parse5'
import { SaxesParser } from 'saxes'
import { describe, expect, it } from 'vitest'
import { formatResults } from '../../src/report/format-results.ts'
import type { ReporterName } from '../../src/report/reporter-names.ts'
import { makeResult } from './make-result.ts'
import { gitlabFaults, sarifFaults, xmlFaults } from './schemas/validate.ts'

/** Letters, paths, rules and messages made of what has broken out of reports before, 20 strings a run. `npm run hostile` tries 10,000 strings on each format. */
const runs = Number(process.env.HOSTILE_RUNS ?? 40)
const stringsEach = 20

const payloads = [
  '\u001b[2J',
  '\u001b]8;;http://x\u0007',
  '\u001b]52;c;aGVq\u0007',
  '\u001bP1;2q\u001b\\',
  '\u009b1m',
  '\u0007',
  '\r',
  '\n',
  '\u2028',
  '\u202e',
  '\u200b',
  '\ufeff',
  '\ud800',
  '\udfff',
  '\ufffe',
  '\uffff',
  '\0',
  '\u007f',
  '\u0085',
  '::error file=x::y',
  '\n::set-output name=a::b',
  '::add-mask::x',
  '::stop-commands::t',
  '##[command]rm',
  '##vso[task.x]y',
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '"><svg onload=alert(1)>',
  "' onmouseover='x",
  '</style>',
  '<!--',
  '-->',
  ']]>',
  '<![CDATA[',
  '&amp;',
  '&#0;',
  '&lt;',
  'javascript:alert(1)',
  '</mark></p>',
  '<?xml?>',
  '<!DOCTYPE a>',
  '=1+1',
  '+1',
  '-1',
  '@SUM(A1)',
  '\t=1',
  ' =cmd',
  '＝1',
  '＋1',
  '"',
  '";"',
  '""',
  "'",
  ';',
  ',',
  '|',
  '\\',
  '`',
  '*',
  '_',
  '[x](http://y)',
  '![x](y)',
  '<http://x>',
  'www.x.dk',
  '# h',
  '@team',
  '#1',
  '~~~',
  '```',
  '| a |',
  '---',
  '%0A',
  '%',
  '%25',
  ['$', '{7*7}'].join(''),
  '{{x}}',
  '{words}',
  '__proto__',
  'constructor',
  '../../etc/passwd',
  'C:\\x',
  'a b',
  'æøå',
  '👩‍👩‍👧',
  '$&',
  "$'",
  '$1',
] // prettier-ignore

const hostile = fc
  .array(
    fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...payloads) }, fc.string({ unit: 'binary', maxLength: 8 })),
    {
      minLength: 1,
      maxLength: 6,
    },
  )
  .map((parts) => parts.join(''))

const letters = fc.array(hostile, { minLength: stringsEach, maxLength: stringsEach }).map((strings) => {
  const [text = '', path = '', ruleId = '', code = '', failure = '', reason = '', ...rest] = strings
  const severities = ['error', 'warning', 'suggestion'] as const
  const violations = rest.map((words, index) => ({
    ruleId: index % 3 === 0 ? `${ruleId}${words}` : 'plain/officialese',
    severity: severities[index % 3]!,
    words: text,
    message: words,
    advice: rest[index + 1] ?? words,
    sources: [words],
    suggestions: [words],
  }))
  const result = makeResult({ text: `${text}\n\n${rest.join('\n\n')}`, path, violations })
  const [first] = result.violations
  const suppressed = first ? [{ ...first, justification: reason, suppressedBy: 'comment' as const }] : []
  return { result: { ...result, suppressed }, failures: [{ path: code, code: 'docx-xml', message: failure }] }
})

type Made = { readonly text: string; readonly count: number }

/** Checks the report of every letter, and that no report holds what a terminal or a build server obeys. */
function holds(reporter: ReporterName, check: (made: Made) => void): void {
  fc.assert(
    fc.property(letters, ({ result, failures }) => {
      const text = formatResults([result, result], reporter, { failures, excerpts: 'full', locale: 'da' })
      const allowed = reporter === 'csv' ? /[\n\r]/gu : /\n/gu
      const bare = text.replace(/^\uFEFF/u, '').replace(allowed, '')
      expect(/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/u.exec(bare)).toBeNull()
      expect(/##(?:vso)?\[/u.exec(text)).toBeNull()
      if (reporter !== 'github') expect(/^::/mu.exec(text)).toBeNull()
      check({ text, count: result.violations.length })
    }),
    { numRuns: runs },
  )
}

describe('hostile letters, paths and rules', { timeout: 120_000 }, () => {
  it('stay data in JSON', () => {
    holds('json', ({ text, count }) => expect(JSON.parse(text).letters[0].violations).toHaveLength(count))
  })

  it('stay data in JSON lines, one each', () => {
    holds('jsonl', ({ text }) => {
      const lines = text.trimEnd().split('\n')
      expect(lines.map((line) => JSON.parse(line).type)).toEqual(['run', 'letter', 'letter', 'error', 'summary'])
    })
  })

  it('stay data in GitLab', () => {
    holds('gitlab', ({ text, count }) => {
      expect(JSON.parse(text)).toHaveLength(count * 2)
      // These violations, and the two letters, are all given the same fingerprint.
      expect(gitlabFaults(text).filter((fault) => !fault.endsWith('stands twice'))).toEqual([])
    })
  })

  it('make valid SARIF', () => {
    holds('sarif', ({ text, count }) => {
      expect(sarifFaults(text)).toEqual([])
      const [{ results, tool }] = JSON.parse(text).runs
      expect(results).toHaveLength(count * 2)
      for (const { ruleId, ruleIndex, locations } of results) {
        expect(tool.driver.rules[ruleIndex].id).toBe(ruleId)
        expect(() => decodeURIComponent(locations[0].physicalLocation.artifactLocation.uri)).not.toThrow()
      }
    })
  })

  it.each(['junit', 'checkstyle'] as const)('stay data in the XML of %s', async (reporter) => {
    const reports: string[] = []
    const elements = 'testsuites testsuite testcase failure error system-out checkstyle file'.split(' ')
    holds(reporter, ({ text }) => {
      const parser = new SaxesParser({ xmlns: false })
      parser.on('error', (error) => {
        throw error
      })
      parser.on('opentag', ({ name }) => {
        if (!elements.includes(name)) throw new Error(`<${name}>`)
      })
      parser.on('comment', () => {
        throw new Error('a comment')
      })
      parser.on('cdata', () => {
        throw new Error('CDATA')
      })
      parser.write(text).close()
      reports.push(text)
    })
    expect(await xmlFaults(reporter, reports)).toEqual([])
  })

  it('give no commands to GitHub but ours', () => {
    holds('github', ({ text, count }) => {
      const lines = text.trimEnd().split('\n')
      const ours = /^::(?:error|warning|notice) file=[^:,]*(?:,(?:line|endLine|col|endColumn|title)=[^:,]*)*::/u
      expect(lines.filter((line) => ours.test(line))).toHaveLength(count * 2 + 1)
      expect(lines).toHaveLength(count * 2 + 2)
    })
  })

  it('have a line each in the line report', () => {
    holds('line', ({ text, count }) => expect(text.split('\n')).toHaveLength(count * 2 + 1))
  })

  it('are no formulas in a spreadsheet, and keep to their cells', () => {
    holds('csv', ({ text, count }) => {
      const rows: string[][] = parseCsv(text, { delimiter: ';', bom: true, record_delimiter: '\r\n' })
      expect(rows).toHaveLength(count * 2 + 2)
      for (const cell of rows.flat()) expect(cell).not.toMatch(/^[\s\uFEFF]*[=+\-@\t\r\0＝＋－＠]/u)
      expect(new Set(rows.map((row) => row.length))).toEqual(new Set([10]))
    })
  })

  it('are no markup in Markdown', () => {
    const plain = 'root heading paragraph text table tableRow tableCell list listItem break'.split(' ')
    holds('markdown', ({ text }) => {
      const tree = fromMarkdown(text, { extensions: [gfmTable()], mdastExtensions: [gfmTableFromMarkdown()] })
      expect([...typesIn(tree)].filter((type) => !plain.includes(type))).toEqual([])
      expect(text).not.toContain('@')
    })
  })

  it('are no markup in HTML', () => {
    const elements =
      `html head meta title style body header main section article div h1 h2 h3 p a ul ol li table thead tbody
      tr th td mark br dl dt dd span`.split(/\s+/u)
    const names =
      'lang charset http-equiv content name class id href aria-labelledby aria-label role tabindex scope'.split(' ')
    holds('html', ({ text }) => {
      const strange = elementsIn(parseHtml(text)).filter(
        ({ tagName, attrs }) =>
          !elements.includes(tagName) ||
          attrs.some(
            ({ name, value }) => !names.includes(name) || (name === 'href' && !/^#[a-z]+(?:-[\d-]+)?$/u.test(value)),
          ),
      )
      expect(strange.map(({ tagName, attrs }) => [tagName, attrs])).toEqual([])
    })
  })
})

function typesIn(node: { type: string; children?: readonly unknown[] }, types = new Set<string>()): Set<string> {
  types.add(node.type)
  for (const child of node.children ?? []) typesIn(child as typeof node, types)
  return types
}

function elementsIn(node: DefaultTreeAdapterMap['node']): DefaultTreeAdapterMap['element'][] {
  const own = 'tagName' in node ? [node] : []
  return [...own, ...('childNodes' in node ? node.childNodes.flatMap(elementsIn) : [])]
}
