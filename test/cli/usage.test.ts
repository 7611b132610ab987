import { describe, expect, it, vi } from 'vitest'
import packageJson from '../../package.json' with { type: 'json' }
import { nearest } from '../../src/nearest.ts'
import { run } from './run.ts'

vi.mock('../../src/lint-text.ts', () => import('./fake-engine.ts'))
vi.mock('../../src/reading/read-letter.ts', () => import('./fake-engine.ts'))
vi.mock('../../src/rules/load-rules.ts', () => import('./fake-engine.ts'))

const files = { 'brev.md': 'Du får støtte.' }

describe('wrong usage', () => {
  it.each([
    ['', 'Hvilket brev skal læses? Skriv for eksempel: klarbrev check brev.docx. Se mere med klarbrev --help.'],
    ['check', 'Hvilket brev skal læses? Skriv for eksempel: klarbrev check brev.docx. Se mere med klarbrev --help.'],
    ['chekc brev.md', '»chekc« er ikke en kommando. Mente du check? Se alle muligheder med klarbrev --help.'],
    ['raed brev.md', '»raed« er ikke en kommando. Mente du read? Se alle muligheder med klarbrev --help.'],
    [
      '--formt json brev.md',
      '»--formt« er ikke et tilvalg. Mente du --format? Se alle muligheder med klarbrev --help.',
    ],
    ['check brev.md --qx', '»--qx« er ikke et tilvalg. Se alle muligheder med klarbrev --help.'],
    [
      'check -brev.md',
      '»-brev.md« er ikke et tilvalg. Begynder filens navn med en bindestreg, så skriv ./ foran. Se alle muligheder med klarbrev --help.',
    ],
    ['check brev.md -q', '»-q« er ikke et tilvalg. Se alle muligheder med klarbrev --help.'],
    ['check brev.md --output', 'Tilvalget --output <fil> mangler en værdi. Se alle muligheder med klarbrev --help.'],
    [
      'brev.md --format jsno',
      '»jsno« kan ikke bruges som værdi for --format. Mente du json? Du kan bruge: pretty, json, jsonl, line, github, gitlab, sarif, junit, checkstyle, csv, markdown, html.',
    ],
    [
      'brev.md --kind afgørelse',
      '»afgørelse« kan ikke bruges som værdi for --kind. Du kan bruge: decision, hearing, acknowledgement, delay, forwarding, information.',
    ],
    [
      'brev.md --outcome refusl',
      '»refusl« kan ikke bruges som værdi for --outcome. Mente du refusal? Du kan bruge: approval, partial, refusal, ending, order, none.',
    ],
    [
      'brev.md --fail-on info',
      '»info« kan ikke bruges som værdi for --fail-on. Du kan bruge: error, warning, suggestion, never.',
    ],
    [
      'brev.md --date 2026-02-30',
      '»2026-02-30« kan ikke bruges som værdi for --date. Du kan bruge: en dato, der findes, skrevet som 2026-03-31.',
    ],
    [
      'brev.md --date 3.3.2026',
      '»3.3.2026« kan ikke bruges som værdi for --date. Du kan bruge: en dato, der findes, skrevet som 2026-03-31.',
    ],
    [
      'brev.md --max-warnings -1',
      '»-1« kan ikke bruges som værdi for --max-warnings. Du kan bruge: et helt tal fra 0 og op.',
    ],
    [
      'brev.md --rule plain/passive',
      '»plain/passive« kan ikke bruges som værdi for --rule. Du kan bruge: id=error, id=warning, id=suggestion eller id=off, for eksempel plain/officialese=off.',
    ],
    [
      'brev.md --rule plain/passive=eror',
      '»eror« kan ikke bruges som værdi for --rule. Mente du error? Du kan bruge: error, warning, suggestion, off.',
    ],
    [
      'brev.md --rule plain/pasive=off',
      'Reglen plain/pasive findes ikke. Se alle regler med klarbrev rules. Mente du plain/passive?',
    ],
    [
      'brev.md --rule passive=off',
      'Reglen passive findes ikke. Se alle regler med klarbrev rules. Mente du plain/passive?',
    ],
    ['brev.md --rule noget/andet=off', 'Reglen noget/andet findes ikke. Se alle regler med klarbrev rules.'],
    [
      'explain complaint/dedline',
      'Reglen complaint/dedline findes ikke. Se alle regler med klarbrev rules. Mente du complaint/deadline?',
    ],
    [
      'explain',
      'Der mangler noget efter kommandoen. Skriv, hvilket brev eller hvilken regel det drejer sig om. Se alle muligheder med klarbrev --help.',
    ],
    ['read brev.md brev.md', 'Der står for meget efter read. Se alle muligheder med klarbrev --help.'],
    ['read mangler.md', 'mangler.md: Her er intet brev. Se efter, om filens eller mappens navn er skrevet rigtigt.'],
    ['read .', ".: Dette er ikke en almindelig fil. Angiv et brev, en mappe eller et mønster som 'breve/*.docx'."],
    ['--locale dk brev.md', '»dk« kan ikke bruges som værdi for --locale. Mente du da? Du kan bruge: da, en.'],
    [
      'chekc brev.md --locale en',
      '“chekc” is not a command. Did you mean check? See everything you can do with klarbrev --help.',
    ],
    [
      'brev.md --locale en --area rods',
      expect.stringMatching(
        /^“rods” cannot be used as a value for --area\. Did you mean roads\? You can use: social, /u,
      ),
    ],
  ])('%s', async (argv, text) => {
    const { code, stdout, stderr } = await run(argv, { files })
    expect(stderr.trimEnd()).toEqual(text)
    expect(stdout).toBe('')
    expect(code).toBe(2)
  })

  it('never shows a stack', async () => {
    expect((await run('--nonsense')).stderr).not.toMatch(/ at |error:/u)
  })

  it('takes a file for a file, even when its name is near a command', async () => {
    expect((await run('chek', { files: { chek: 'Hej.' } })).code).toBe(0)
  })
})

describe('help', () => {
  it.each([
    ['--help', 'help.txt'],
    ['--help --locale en', 'help-english.txt'],
    ['check --help', 'help-check.txt'],
    ['check --help --locale en', 'help-check-english.txt'],
    ['help read', 'help-read.txt'],
    ['explain -h', 'help-explain.txt'],
  ])('%s', async (argv, name) => {
    const { code, stdout, stderr } = await run(argv)
    await expect(stdout).toMatchFileSnapshot(`snapshots/${name}`)
    expect(stderr).toBe('')
    expect(code).toBe(0)
  })

  it.each([['--help'], ['check --help'], ['rules --help'], ['help explain']])(
    '%s has no English words of commander',
    async (argv) => {
      expect((await run(argv)).stdout).not.toMatch(/Usage|Options|Arguments|default:|choices:|display help/u)
    },
  )

  it('knows its version', async () => {
    const { stdout, code } = await run('--version')
    expect(stdout).toBe(`${packageJson.version}\n`)
    expect(code).toBe(0)
  })
})

describe('read', () => {
  it('shows how a letter was understood', async () => {
    const { stdout, code } = await run('read brev.md --outcome approval', { files })
    expect(stdout).toMatch(/^brev\.md\n\n {2}Art {7}afgørelse\n {2}Resultat {2}bevilling/u)
    expect(code).toBe(0)
  })

  it('gives it as JSON', async () => {
    const { stdout } = await run('read - --stdin-filename a.md --format json --kind hearing', { stdin: 'Hej.' })
    expect(JSON.parse(stdout)).toMatchObject({ schemaVersion: 1, path: 'a.md', reading: { kind: 'hearing' } })
  })

  it('names a letter that can not be read', async () => {
    const { stderr, code } = await run('read tom.md', { files: { 'tom.md': '!fail input-empty' } })
    expect(stderr).toMatch(/^tom\.md: Filen er tom/u)
    expect(code).toBe(2)
  })

  it('speaks English when asked', async () => {
    expect((await run('read brev.md --locale en', { files })).stdout).toContain('Found in the letter')
  })
})

describe('guidelines', () => {
  it('show one guideline, or all', async () => {
    const { stdout, code } = await run('guidelines furesoe --no-color')
    expect(stdout).toMatch(/Afslag begrundes\.\n {5}✔ justification\/missing/u)
    expect(code).toBe(0)
    expect((await run('guidelines')).stdout).toContain('rudersdal · ')
  })

  it('are there for programs', async () => {
    const { stdout } = await run('guidelines rudersdal --format json')
    expect(JSON.parse(stdout)).toMatchObject({ schemaVersion: 1, guidelines: [{ name: 'rudersdal' }] })
  })

  it('tell the nearest name', async () => {
    const { stderr, code } = await run('guidelines fureso')
    expect(stderr).toContain('Mente du furesoe?')
    expect(code).toBe(2)
  })
})

describe('rules', () => {
  it('are listed', async () => {
    const { stdout, code } = await run('rules')
    expect(stdout).toContain('complaint/deadline  fejl      Klagefrist\n')
    expect(code).toBe(0)
  })

  it('are listed in either locale, whatever their language', async () => {
    const { stdout, code } = await run('rules --locale en')
    expect(stdout).toContain('complaint/deadline  error       Klagefrist\n')
    expect(stdout).toContain('run klarbrev explain')
    expect(code).toBe(0)
  })

  it('are explained', async () => {
    const { stdout, code } = await run('explain plain/officialese --locale en')
    expect(stdout).toContain('Not like this')
    expect(code).toBe(0)
  })
})

it.each([
  ['chekc', ['check', 'read'], 'check'],
  ['CHECK', ['check'], 'check'],
  ['x', ['check', 'read'], undefined],
  ['', ['check'], undefined],
  ['da', ['de', 'db'], 'de'],
  ['deadline/mising', ['deadline/missing', 'complaint/missing'], 'deadline/missing'],
])('the nearest to %s of %s is %s', (word, candidates, found) => {
  expect(nearest(word, candidates)).toBe(found)
})
