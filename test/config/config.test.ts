import { symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openConfig } from '../../src/config/open-config.ts'
import { lintFile } from '../../src/lint-files.ts'
import { makeFolder, run } from '../cli/run.ts'

const letter = `Kære Mette Sørensen

Såfremt du har spørgsmål, kan du ringe til os på telefon 12 34 56 78.

Venlig hilsen

Anne Holm
`

const idsOf = (report: string): string[] =>
  JSON.parse(report).letters.flatMap(({ violations }: { violations: { ruleId: string }[] }) =>
    violations.map(({ ruleId }) => ruleId),
  )

/** The ids that a letter gives where these files stand beside it. */
async function ids(files: Readonly<Record<string, string>>, argv = '--format json brev.md'): Promise<string[]> {
  const { stdout, stderr } = await run(argv, { files: { 'brev.md': letter, ...files } })
  expect(stderr).toBe('')
  return idsOf(stdout)
}

/** What is said of settings that can't be used, and the exit code. */
async function complaint(settings: string, others: Readonly<Record<string, string>> = {}) {
  const { code, stderr, cwd } = await run('brev.md', {
    files: { 'brev.md': letter, 'klarbrev.yml': settings, ...others },
  })
  return { code, said: stderr.replaceAll(`${cwd}/`, '').replaceAll(`/private${cwd}/`, '') }
}

describe('a settings file', () => {
  it('weighs rules, and switches them off', async () => {
    expect(await ids({})).toContain('plain/officialese')
    expect(await ids({ 'klarbrev.yml': 'rules: { plain/officialese: off }' })).not.toContain('plain/officialese')
    const { code } = await run('brev.md', {
      files: { 'brev.md': letter, 'klarbrev.yml': 'rules: { plain/officialese: error }' },
    })
    expect(code).toBe(1)
  })

  it('is found above the letter, the nearest one first, as YAML or JSON', async () => {
    const files = {
      'klarbrev.yml': 'rules: { plain/officialese: off }',
      'social/klarbrev.json': '{\n\t"rules": { "letter/date": "off" }\n}',
      'social/a/brev.md': letter,
    }
    const found = await ids(files, '--format json social/a/brev.md')
    expect(found).toContain('plain/officialese')
    expect(found).not.toContain('letter/date')
  })

  it('is not looked for with --no-config, and is another with --config', async () => {
    const files = { 'klarbrev.yml': 'rules: { plain/officialese: off }', 'x/egen.yml': 'rules: { letter/date: off }' }
    expect(await ids(files, '--format json --no-config brev.md')).toContain('plain/officialese')
    const other = await ids(files, '--format json --config x/egen.yml brev.md')
    expect(other).toContain('plain/officialese')
    expect(other).not.toContain('letter/date')
  })

  it('extends others; what comes later, and the file itself, go before', async () => {
    const files = {
      'klarbrev.yml': 'extends: [recommended, ./faelles.yml]\nrules: { letter/date: off }',
      'faelles.yml': 'rules: { plain/officialese: off, letter/date: error }',
    }
    const found = await ids(files)
    expect(found).not.toContain('plain/officialese')
    expect(found).not.toContain('letter/date')
  })

  it('shares a file with a folder above that has settings too', async () => {
    const files = {
      'klarbrev.yml': '',
      'faelles.yml': 'rules: { plain/officialese: off }',
      'social/klarbrev.yml': 'extends: ../faelles.yml',
      'social/brev.md': letter,
    }
    expect(await ids(files, '--format json social/brev.md')).not.toContain('plain/officialese')
  })

  it('overrides by glob: rules, and what the letters are', async () => {
    const settings = [
      'overrides:',
      '  - files: [afslag/**]',
      '    kind: decision',
      '    outcome: refusal',
      '    area: social',
      '    rules: { plain/officialese: off }',
    ].join('\n')
    const { stdout } = await run('--format json afslag/et.md to.md', {
      files: { 'klarbrev.yml': settings, 'afslag/et.md': letter, 'to.md': letter },
    })
    const [one, two] = JSON.parse(stdout).letters
    expect(one.reading).toMatchObject({ kind: 'decision', outcome: 'refusal', area: 'social' })
    expect(two.reading.kind).not.toBe('decision')
    expect(JSON.stringify(one.violations)).not.toContain('plain/officialese')
    expect(JSON.stringify(two.violations)).toContain('plain/officialese')
  })

  it('yields to the letter, which yields to the command line', async () => {
    const files = {
      'klarbrev.yml': 'overrides: [{ files: ["*.md"], kind: decision, area: social }]',
      'brev.md': `---\nkind: hearing\n---\n\n${letter}`,
    }
    const { stdout } = await run('--format json --area school brev.md', { files })
    expect(JSON.parse(stdout).letters[0].reading).toMatchObject({ kind: 'hearing', area: 'school' })
  })

  it('ignores files', async () => {
    const { stdout } = await run('--format json .', {
      files: { 'klarbrev.yml': 'ignore: [arkiv/]', 'a.md': letter, 'arkiv/b.md': letter },
    })
    expect(JSON.parse(stdout).letters.map(({ path }: { path: string }) => path)).toEqual(['a.md'])
  })

  it('knows words of its own', async () => {
    expect(await ids({ 'klarbrev.yml': 'words: { allow: [såfremt] }' })).not.toContain('plain/officialese')
    const avoid = 'words:\n  allow: [såfremt]\n  avoid: [{ words: ringe, use: [skrive] }]'
    expect(await ids({ 'klarbrev.yml': avoid })).toContain('plain/officialese')
  })

  it('holds letters against what the authority says of itself', async () => {
    const settings = 'authority:\n  caseTimes: { social: 8 uger }\n'
    const receipt = `---\nkind: acknowledgement\narea: social\n---\n\nVi har fået din ansøgning. Du får svar inden 12 uger.\n`
    expect(await ids({ 'klarbrev.yml': settings, 'brev.md': receipt })).toContain('authority/case-time')
  })

  it('brings back a rule with --rule, and takes another profile with --profile', async () => {
    const files = { 'klarbrev.yml': 'rules: { plain/officialese: off }' }
    expect(await ids(files, '--format json --rule plain/officialese=error brev.md')).toContain('plain/officialese')
    expect(await ids(files, '--format json --profile recommended brev.md')).not.toContain('plain/officialese')
  })

  it('sets what gives exit code 1', async () => {
    const files = { 'brev.md': letter, 'klarbrev.yml': 'failOn: warning' }
    expect((await run('brev.md', { files })).code).toBe(1)
    expect((await run('--fail-on never brev.md', { files })).code).toBe(0)
  })

  it('is printed with --print-config', async () => {
    const { stdout, code } = await run('--print-config brev.md', {
      files: { 'brev.md': letter, 'klarbrev.yml': 'rules: { letter/date: off, plain/officialese: error }' },
    })
    const shown = JSON.parse(stdout)
    expect(code).toBe(0)
    expect(shown.rules['plain/officialese']).toBe('error')
    expect(shown.rules['letter/date']).toBeUndefined()
  })
})

describe('settings that can not be used', () => {
  it.each([
    ['ruls: {}', 'klarbrev.yml:1:1: »ruls« findes ikke her. Mente du rules?'],
    ['rules:\n  letter/dato: off', 'klarbrev.yml:2:3: Reglen letter/dato findes ikke. Mente du letter/date?'],
    ['rules: { letter/date: of }', 'klarbrev.yml:1:10: rules.letter/date kan ikke have den værdi. Du kan bruge: error'],
    ['rules: { plain/readability: { options: { maks: 2 } } }', 'klarbrev.yml:1:'],
    ['overrides: [{ file: [a] }]', '»file« findes ikke her. Mente du files?'],
    ['ignore: arkiv', 'klarbrev.yml:1:1: ignore skal være en liste'],
    ['maxWarnings: mange', 'maxWarnings skal være et tal'],
    ['extends: strickt', 'klarbrev.yml:1:1: Der er ingen profil, der hedder strickt'],
    ['extends: recomended', 'Mente du recommended?'],
    ['extends: ./mangler.yml', './mangler.yml findes ikke'],
    ['extends: ../../etc/passwd', 'klarbrev.yml:1:1: ../../etc/passwd '],
    ['extends: /etc/hostname', '/etc/hostname er ikke en sti herfra'],
    ['extends: file:///etc/hostname', 'er ikke en sti herfra'],
    ['extends: https://example.com/a.yml', 'er ikke en sti herfra'],
    ['extends: npm:noget', 'er ikke en sti herfra'],
    ['extends: a\\b.yml', 'er ikke en sti herfra'],
    ['extends: ./klarbrev.yml', 'bygger på denne fil'],
    ['extends: ./a.yml', 'a.yml:1:1: ./klarbrev.yml bygger på denne fil', { 'a.yml': 'extends: ./klarbrev.yml' }],
    ['extends: ./a.yml', 'a.yml:1:1: »ruls« findes ikke her', { 'a.yml': 'ruls: {}' }],
    ['authority: { caseTimes: { social: snart } }', 'authority.caseTimes.social'],
    ['rules: &a {}\nignore: *a', 'Ankre og henvisninger'],
    ['rules: {}\nrules: {}', 'Filen er ikke skrevet rigtigt som YAML'],
    ['a: [', 'Filen er ikke skrevet rigtigt som YAML'],
    ['- a', 'klarbrev.yml:1:1:'],
    ['__proto__: { failOn: never }', '__proto__'],
    ['constructor: {}', '»constructor« findes ikke her'],
  ] as [string, string, Record<string, string>?][])('%j', async (settings, problem, others = {}) => {
    const { code, said } = await complaint(settings, others)
    expect(said).toContain(problem)
    expect(said).not.toMatch(/^\s+at /mu)
    expect(code).toBe(2)
    expect(Object.keys(Object.prototype)).toEqual([])
  })

  it('lists every problem of a file', async () => {
    const { said } = await complaint('ruls: {}\nignor: []\nrules: { letter/date: of }')
    expect(said.match(/klarbrev\.yml:\d+:\d+/gu)).toHaveLength(3)
  })

  it('refuses links and folders that lead out of the project', async () => {
    const outside = makeFolder({ 'a.yml': 'rules: {}' })
    const folder = makeFolder({ 'klarbrev.yml': 'extends: ./ud.yml', 'brev.md': letter })
    symlinkSync(join(outside, 'a.yml'), join(folder, 'ud.yml'))
    const config = await openConfig({ cwd: folder })
    await expect(config.optionsFor('brev.md')).rejects.toMatchObject({ code: 'config-invalid' })
    await expect(config.optionsFor('brev.md')).rejects.toThrow('path-outside')
  })

  it.each([
    ['question marks', '? '.repeat(400)],
    ['dashes', '- '.repeat(5000)],
    ['brackets', '['.repeat(20_000)],
    ['braces', '{a: '.repeat(5000)],
    ['aliases', `a: &a [x,x]\n${Array.from({ length: 20 }, (_, n) => `b${n}: &b${n} [*a,*a]`).join('\n')}`],
    ['sheer size', `# ${'x'.repeat(300_000)}`],
  ])('survives %s', async (_, settings) => {
    const { code } = await complaint(settings)
    expect(code).toBe(2)
  })
})

it('the library opens settings too', async () => {
  const cwd = makeFolder({ 'klarbrev.yml': 'rules: { plain/officialese: off }', 'brev.md': letter })
  const options = await (await openConfig({ cwd })).optionsFor('brev.md')
  if (options === 'ignored') throw new Error('ignored')
  const { violations } = await lintFile('brev.md', { cwd, ...options })
  expect(violations.map(({ ruleId }) => ruleId)).not.toContain('plain/officialese')
})
