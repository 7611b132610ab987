import { existsSync, linkSync, readdirSync, readFileSync, symlinkSync, truncateSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { limits } from '../../src/limits.ts'
import { makeFolder, run, type World } from './run.ts'

vi.mock('../../src/lint-text.ts', () => import('./fake-engine.ts'))
vi.mock('../../src/reading/read-letter.ts', () => import('./fake-engine.ts'))
vi.mock('../../src/rules/load-rules.ts', () => import('./fake-engine.ts'))

const files = {
  'god.md': 'Du får støtte.',
  'fejl.md': '!error complaint/deadline',
  'advarsel.md': '!warning plain/officialese\n\n!warning plain/officialese',
  'forslag.md': '!suggestion plain/passive',
  'tom.docx': '!fail input-empty',
}

const pathsOf = (report: string): string[] => JSON.parse(report).letters.map(({ path }: { path: string }) => path)

describe('exit codes', () => {
  it.each([
    ['god.md', 0],
    ['check god.md', 0],
    ['fejl.md', 1],
    ['check fejl.md god.md', 1],
    ['advarsel.md', 0],
    ['advarsel.md --fail-on warning', 1],
    ['forslag.md --fail-on warning', 0],
    ['forslag.md --fail-on suggestion', 1],
    ['fejl.md --fail-on suggestion', 1],
    ['fejl.md --fail-on never', 0],
    ['advarsel.md --max-warnings 1', 1],
    ['advarsel.md --max-warnings 2', 0],
    ['advarsel.md --max-warnings 1 --fail-on never', 1],
    ['fejl.md --rule complaint/deadline=off', 0],
    ['fejl.md --rule complaint/deadline=warning', 0],
    ['forslag.md --rule plain/passive=error --rule plain/officialese=off', 1],
    ['fejl.md --quiet', 1],
    ['advarsel.md --quiet --fail-on warning', 1],
    ['tom.docx', 2],
    ['tom.docx fejl.md', 2],
    ['mangler.md god.md', 2],
    ['tom.docx --fail-on never', 2],
  ])('%s: %i', async (argv, code) => {
    expect((await run(argv, { files })).code).toBe(code)
  })
})

describe('streams', () => {
  it('puts the report on standard output and nothing else', async () => {
    const { stdout, stderr } = await run('fejl.md', { files })
    expect(stdout).toContain('complaint/deadline')
    expect(stdout).toContain('1 brev læst: 1 fejl.')
    expect(stderr).toBe('')
  })

  it('says which files could not be read, and lints the others', async () => {
    const { stdout, stderr } = await run('mangler.md tom.docx god.md', { files })
    expect(stderr).toBe(
      'mangler.md: Her er intet brev. Se efter, om filens eller mappens navn er skrevet rigtigt.\n' +
        'tom.docx: Filen er tom: Der er ingen tekst i den. Se efter, om brevet blev gemt rigtigt, og om teksten er et billede.\n',
    )
    expect(stdout).toContain('1 brev læst: intet at rette. 2 filer kunne ikke læses.')
  })

  it('puts failures in the JSON report too', async () => {
    const { stdout } = await run('tom.docx god.md --format json --locale en', { files })
    const { errors, summary } = JSON.parse(stdout)
    expect(errors).toEqual([
      { path: 'tom.docx', code: 'input-empty', message: expect.stringMatching(/^The file is empty/u) },
    ])
    expect(summary).toEqual({ letters: 1, error: 0, warning: 0, suggestion: 0, failed: 1 })
  })

  it('writes JSON without a letter when none could be read', async () => {
    const { stdout, code } = await run('mangler.md --format json', { files })
    expect(JSON.parse(stdout)).toMatchObject({ letters: [], summary: { letters: 0, failed: 1 } })
    expect(code).toBe(2)
  })

  it('says when there are too many warnings', async () => {
    const { stderr } = await run('advarsel.md --max-warnings 1', { files })
    expect(stderr).toBe('Der er 2 advarsler. Grænsen er sat til 1.\n')
  })

  it('gives the same bytes every time', async () => {
    const reports = await Promise.all([1, 2, 3].map(() => run('. --format json', { files })))
    expect(new Set(reports.map(({ stdout }) => stdout)).size).toBe(1)
  })
})

describe('what is shown', () => {
  it('shows and counts errors only with --quiet, in both reports', async () => {
    const { stdout } = await run('fejl.md advarsel.md --quiet', { files })
    expect(stdout).not.toContain('plain/officialese')
    expect(stdout).toContain('2 breve læst: 1 fejl.')
    expect((await run('advarsel.md --quiet', { files })).stdout).toContain('1 brev læst: ingen fejl.')
    const json = JSON.parse((await run('fejl.md advarsel.md --quiet --format json', { files })).stdout)
    expect(json.summary).toMatchObject({ letters: 2, error: 1, warning: 0 })
  })

  it.each([
    ['da', 'Ingen regler for breve på engelsk er slået til.', '1 brev læst, men ikke kontrolleret.'],
    ['en', 'No rules for letters in English are in use.', '1 letter read, but not checked.'],
  ])('gives no all-clear where there are no rules (%s)', async (locale, note, summary) => {
    const { stdout, code } = await run(`god.md --language en --locale ${locale}`, { files })
    expect(stdout.replace(/\s+/gu, ' ')).toContain(note)
    expect(stdout).toContain(summary)
    expect(stdout).not.toMatch(/intet at rette|nothing to correct/u)
    expect(code).toBe(0)
    const json = JSON.parse((await run('god.md --language en --format json', { files })).stdout)
    expect(json.letters[0].notes).toEqual(['no-rules'])
  })

  it('shows all suggestions with --all', async () => {
    const many = { 'brev.md': '!suggestion plain/passive\n\n'.repeat(12) }
    expect((await run('brev.md', { files: many })).stdout).toContain('… og 2 forslag til (vis dem med --all)')
    expect((await run('brev.md --all', { files: many })).stdout).not.toContain('forslag til')
  })

  it.each([
    ['--excerpts none', ''],
    ['--excerpts masked', '!e•••• c••••••••/d•••••••'],
    ['--excerpts full', '!error complaint/deadline'],
    ['', '!error complaint/deadline'],
  ])('quotes the letter as %s says', async (options, excerpt) => {
    const { stdout } = await run(`fejl.md --format json ${options}`, { files })
    expect(JSON.parse(stdout).letters[0].violations[0].excerpt).toBe(excerpt)
  })

  it('passes on what is known about the letter', async () => {
    const options = '--kind hearing --outcome none --area roads --date 2026-02-28 --language en'
    const { stdout } = await run(`god.md --format json ${options}`, { files })
    expect(JSON.parse(stdout).letters[0]).toMatchObject({
      language: 'en',
      reading: { kind: 'hearing', outcome: 'none', area: 'roads', date: '2026-02-28' },
    })
  })

  it('speaks English when asked', async () => {
    expect((await run('fejl.md --locale en', { files })).stdout).toContain('1 letter read: 1 error.')
    expect((await run('fejl.md --locale=en', { files })).stdout).toContain('Errors (1)')
  })

  it('speaks Danish whatever the environment says', async () => {
    const { stdout } = await run('fejl.md', { files, env: { LANG: 'en_GB.UTF-8', LC_ALL: 'en_GB.UTF-8' } })
    expect(stdout).toContain('1 brev læst')
  })
})

describe('colours', () => {
  const sequence = '\u001b['
  const cases: [string, World, boolean][] = [
    ['', {}, false],
    ['', { terminals: ['stdout'] }, true],
    ['--no-color', { terminals: ['stdout'] }, false],
    ['', { terminals: ['stdout'], env: { NO_COLOR: '1' } }, false],
    ['', { terminals: ['stdout'], env: { NO_COLOR: '' } }, true],
    ['', { terminals: ['stdout'], env: { TERM: 'dumb' } }, false],
    ['', { terminals: ['stdout'], env: { FORCE_COLOR: '0' } }, false],
    ['', { env: { FORCE_COLOR: '1' } }, true],
    ['--no-color', { env: { FORCE_COLOR: '1' } }, false],
    ['--format json', { terminals: ['stdout'] }, false],
  ]
  it.each(cases)('%s %o: %s', async (options, world, coloured) => {
    expect((await run(`fejl.md ${options}`, { files, ...world })).stdout.includes(sequence)).toBe(coloured)
  })
})

describe('paths', () => {
  const tree = {
    'b.md': '',
    'breve/z.TXT': '',
    'breve/a.docx': '',
    'breve/~$a.docx': '',
    'breve/notat.pdf': '',
    'breve/inde/x.markdown': '',
    'flere/c.text': '',
    'flere/d.mdown': '',
    'flere/e.md': '',
    'flere/f.txt': '',
    'flere/g.docm': '',
    'flere/h.dotx': '',
    'flere/i.dotm': '',
    'flere/j.odt': '',
    'breve/.skjult/y.md': '',
    'breve/node_modules/pakke/README.md': '',
    'breve/mærkeligt [1].md': '',
    'andet.brev': '',
  }
  it.each([
    ['b.md', ['b.md']],
    ['andet.brev', ['andet.brev']],
    ['breve', ['breve/a.docx', 'breve/inde/x.markdown', 'breve/mærkeligt [1].md', 'breve/z.TXT']],
    ['breve/', ['breve/a.docx', 'breve/inde/x.markdown', 'breve/mærkeligt [1].md', 'breve/z.TXT']],
    ['{b,breve}{.md,/**}', ['b.md', 'breve/a.docx', 'breve/inde/x.markdown', 'breve/mærkeligt [1].md', 'breve/z.TXT']],
    ['breve/*.docx', ['breve/a.docx']],
    ['flere', ['c.text', 'd.mdown', 'e.md', 'f.txt', 'g.docm', 'h.dotx', 'i.dotm'].map((name) => `flere/${name}`)],
    ['breve/**/*.md', ['breve/mærkeligt [1].md']],
    ['breve/*', ['breve/a.docx', 'breve/mærkeligt [1].md', 'breve/z.TXT']],
    ['{b,c}.md', ['b.md']],
    ['breve/inde/../a.docx', ['breve/inde/../a.docx']],
    ['breve/node_modules/pakke', ['breve/node_modules/pakke/README.md']],
  ])('%s', async (pattern, paths) => {
    const { stdout } = await run([pattern, '--format', 'json'], { files: tree })
    expect(pathsOf(stdout)).toEqual(paths)
  })

  it('takes a name that exists for a name, not for a pattern', async () => {
    const { stdout } = await run(['breve/mærkeligt [1].md', '--format', 'json'], { files: tree })
    expect(pathsOf(stdout)).toEqual(['breve/mærkeligt [1].md'])
  })

  it('reads each letter once, sorted', async () => {
    const { stdout } = await run('breve/z.TXT ./b.md b.md breve breve/z.TXT --format json', { files: tree })
    expect(pathsOf(stdout)).toEqual([
      './b.md',
      'breve/a.docx',
      'breve/inde/x.markdown',
      'breve/mærkeligt [1].md',
      'breve/z.TXT',
    ])
  })

  it.each(['mangler.md', 'breve/*.odt', 'mangler/', 'b.md/inde', `${'x'.repeat(300)}.md`, 'a\0b.md'])(
    'says that nothing is at %s',
    async (pattern) => {
      const { code, stderr } = await run([pattern], { files: tree })
      expect(stderr).toContain('Her er intet brev.')
      expect(code).toBe(2)
    },
  )

  it('says so of a folder without letters', async () => {
    const { stderr } = await run('tom', { files: { 'tom/noter.pdf': '' } })
    expect(stderr).toContain('tom: Der er ingen breve i mappen.')
  })

  it('refuses files that are too large, without reading them', async () => {
    const folder = makeFolder({ 'stor.md': '' })
    truncateSync(join(folder, 'stor.md'), limits.fileBytes + 1)
    const { stderr } = await run(join(folder, 'stor.md'))
    expect(stderr).toContain('Filen er for stor.')
  })

  it.runIf(existsSync('/dev/zero'))('refuses what is no file', async () => {
    const { stderr, code } = await run('/dev/zero god.md', { files })
    expect(stderr).toContain('/dev/zero: Dette er ikke en almindelig fil.')
    expect(code).toBe(2)
  })

  it.runIf(process.platform !== 'win32')('shows a hostile file name harmlessly', async () => {
    const { stdout, stderr } = await run('.', {
      files: { 'a\u001b[2J\n::x.md': '', 'b\u202e.docx': '!fail input-empty' },
    })
    expect(stdout).toContain('a␛[2J␊::x.md\n')
    expect(stderr).toContain('b<U+202E>.docx: ')
  })

  it('does not follow links to folders', async () => {
    const folder = makeFolder({ 'breve/a.md': '' })
    symlinkSync(folder, join(folder, 'breve/igen'), 'junction')
    const { stdout } = await run([join(folder, 'breve'), '--format', 'json'])
    expect(pathsOf(stdout)).toHaveLength(1)
  })
})

describe('standard input', () => {
  it('is read for -', async () => {
    const { stdout, code } = await run('check -', { stdin: '!error complaint/deadline' })
    expect(stdout).toMatch(/^\(standardinput\)\n/u)
    expect(code).toBe(1)
  })

  it('has the name that is given', async () => {
    const { stdout } = await run('- --stdin-filename mappe/brev.md --format json', { stdin: 'Hej.' })
    expect(pathsOf(stdout)).toEqual(['mappe/brev.md'])
  })

  it('comes before files', async () => {
    const { stdout } = await run('god.md - --format json', { files, stdin: 'Hej.' })
    expect(pathsOf(stdout)).toEqual([null, 'god.md'])
  })

  it('can fail too', async () => {
    const { stderr, code } = await run('-', { stdin: '!fail input-binary' })
    expect(stderr).toContain('-: Filen er ikke tekst.')
    expect(code).toBe(2)
  })

  it('is not read past the limit', async () => {
    const { stderr } = await run('-', { stdin: 'x'.repeat(limits.fileBytes + 1) })
    expect(stderr).toContain('Filen er for stor.')
  })
})

describe('--output', () => {
  it('writes the report to the file only, without colours, and leaves nothing else', async () => {
    const { stdout, cwd, code } = await run('fejl.md --output rapport.txt', { files, terminals: ['stdout'] })
    expect(stdout).toBe('')
    expect(code).toBe(1)
    expect(readFileSync(join(cwd, 'rapport.txt'), 'utf8')).toMatch(/^fejl\.md\n.*juridisk godkendt\.\n$/su)
    expect(readFileSync(join(cwd, 'rapport.txt'), 'utf8')).not.toContain('\u001b')
    expect(readdirSync(cwd).sort()).toEqual([...Object.keys(files), 'rapport.txt'].sort())
  })

  it('takes the place of an older report', async () => {
    const { cwd } = await run('god.md --output rapport.json --format json', {
      files: { ...files, 'rapport.json': 'gammel' },
    })
    expect(pathsOf(readFileSync(join(cwd, 'rapport.json'), 'utf8'))).toEqual(['god.md'])
  })

  it.each([
    ['god.md --output god.md', 'Filen er et af de breve, der skal læses.'],
    ['. --output ./fejl.md', 'Filen er et af de breve, der skal læses.'],
    ['- --stdin-filename god.md --output god.md', 'Filen er et af de breve, der skal læses.'],
    ['god.md --output mangler/rapport.txt', 'Mappen findes ikke.'],
    ['god.md --output .', 'Det er en mappe.'],
  ])('%s is refused', async (argv, text) => {
    const { stderr, code, cwd } = await run(argv, { files })
    expect(stderr).toContain(text)
    expect(code).toBe(2)
    expect(readFileSync(join(cwd, 'god.md'), 'utf8')).toBe(files['god.md'])
    expect(readdirSync(cwd).sort()).toEqual(Object.keys(files).sort())
  })

  it.each([
    ['a hard link', linkSync],
    ['a link', symlinkSync],
  ])('does not reach an input through %s', async (_, link) => {
    const folder = makeFolder({ 'brev.md': 'Hej.' })
    link(join(folder, 'brev.md'), join(folder, 'rapport.txt'))
    const { code } = await run([join(folder, 'brev.md'), '--output', join(folder, 'rapport.txt')])
    expect(code).toBe(2)
    expect(readFileSync(join(folder, 'brev.md'), 'utf8')).toBe('Hej.')
  })

  it('leaves the old report when klarbrev crashes', async () => {
    const { cwd } = await run('brev.md --output rapport.txt', {
      files: { 'brev.md': '!crash', 'rapport.txt': 'gammel' },
    })
    expect(readFileSync(join(cwd, 'rapport.txt'), 'utf8')).toBe('gammel')
    expect(readdirSync(cwd)).toHaveLength(2)
  })
})

describe('progress', () => {
  const many = Object.fromEntries(Array.from({ length: 25 }, (_, index) => [`brev${index}.md`, '']))
  const clear = '\r\u001b[2K'

  it('is shown on a terminal for long runs, and taken away', async () => {
    const { stderr } = await run('.', { files: many, terminals: ['stderr'] })
    expect(stderr).toContain('Læser brev 25 af 25 …')
    expect(stderr.endsWith(clear)).toBe(true)
    expect(stderr).not.toContain('brev1.md')
  })

  it.each([
    ['not on a terminal', { files: many }],
    ['a short run', { files, terminals: ['stderr'] }],
  ] as const)('is not shown: %s', async (_, world) => {
    expect((await run('.', world)).stderr).not.toContain('Læser')
  })
})

describe('when the user interrupts', () => {
  it('takes the draft of the report and the progress away at once', async () => {
    const letters = Object.fromEntries(Array.from({ length: 30 }, (_, index) => [`breve/${index}.md`, 'Hej.']))
    const interrupt = new AbortController()
    const seen: string[] = []
    const onWrite = (text: string, cwd: string) => {
      if (interrupt.signal.aborted) seen.push(text)
      if (!text.includes('brev 10 ')) return
      expect(readdirSync(cwd)).toHaveLength(3)
      interrupt.abort()
      expect(readdirSync(cwd)).toEqual(['breve', 'rapport.txt'])
    }
    const { cwd } = await run('breve --output rapport.txt', {
      files: { ...letters, 'rapport.txt': 'gammel' },
      terminals: ['stderr'],
      signal: interrupt.signal,
      onWrite,
    })
    expect(seen[0]).toBe('\r\u001b[2K')
    expect(readFileSync(join(cwd, 'rapport.txt'), 'utf8')).toBe('gammel')
  })
})

describe('a crash', () => {
  it('says where, asks for a report, and holds nothing of the letter', async () => {
    const { stderr, stdout, code } = await run('brev.md', { files: { 'brev.md': '!crash Karen Østergaard' } })
    expect(code).toBe(2)
    expect(stderr).toContain('mens denne fil blev læst: brev.md\n')
    expect(stderr).toContain('TypeError\n    at parseLetter')
    expect(stderr).toContain('Meld fejlen')
    expect(stdout + stderr).not.toContain('Karen')
  })
})
