import { describe, expect, it } from 'vitest'
import { run } from './run.ts'

const rule = (changes: Readonly<Record<string, string>> = {}) =>
  Object.entries({
    title: 'Brevet siger Borgerservice',
    severity: 'warning',
    check: 'phrases',
    options: '{ phrases: [borgerserviceskranken] }',
    message: '»{words}« hedder Borgerservice.',
    advice: 'Skriv Borgerservice.',
    sources: '[Fjordby Kommunes ordliste]',
    examples:
      '{ bad: [{ text: "Kære Mette\\n\\nKom til borgerserviceskranken.", found: [borgerserviceskranken] }], good: [{ text: "Kære Mette\\n\\nKom til Borgerservice." }] }',
    ...changes,
  })
    .map(
      ([key, value]) =>
        `${key}: ${JSON.stringify(value).startsWith('"{') || value.startsWith('[') ? value : JSON.stringify(value)}`,
    )
    .join('\n')

const letter = 'Kære Mette Sørensen\n\nKom til borgerserviceskranken.\n'

describe('rules of your own', () => {
  it('are used like ours', async () => {
    const files = { 'brev.md': letter, 'klarbrev.yml': 'ruleFiles: [./regler]', 'regler/borgerservice.yml': rule() }
    const { stdout } = await run('brev.md', { files })
    expect(stdout).toContain('»borgerserviceskranken« hedder Borgerservice.')
    expect(stdout).toContain('regler/borgerservice')
  })

  it('can be weighed and switched off like ours', async () => {
    const files = { 'brev.md': letter, 'regler/a.yml': rule() }
    const settings = (severity: string) => `ruleFiles: [./regler/a.yml]\nrules: { regler/a: ${severity} }`
    expect((await run('brev.md', { files: { ...files, 'klarbrev.yml': settings('error') } })).code).toBe(1)
    const off = await run('brev.md', { files: { ...files, 'klarbrev.yml': settings('off') } })
    expect(off.stdout).not.toContain('regler/a')
    const again = await run('--rule regler/a=error brev.md', { files: { ...files, 'klarbrev.yml': settings('off') } })
    expect(again.code).toBe(1)
  })

  it.each([
    [{ check: 'phrasess' }, 'a.yml:3:1: check kan ikke have den værdi'],
    [{ options: '{ phrases: ["(klage"] }' }, 'a.yml:4:'],
    [{ advise: 'x' }, '»advise« findes ikke her. Mente du advice?'],
    [{ sources: '[]' }, 'sources er for kort'],
    [{ check: 'pattern', options: '{ patterns: ["(a+)+$"] }' }, 'kan tage meget lang tid'],
    [{ check: 'pattern', options: '{ patterns: ["(?:a|ab)*c"] }' }, 'kan tage meget lang tid'],
    [{ check: 'pattern', options: '{ patterns: ["(x+x+)+y"] }' }, 'kan tage meget lang tid'],
  ])('that are badly written are refused: %j', async (changes, problem) => {
    const files = { 'brev.md': letter, 'klarbrev.yml': 'ruleFiles: [./r/a.yml]', 'r/a.yml': rule(changes) }
    const { code, stderr } = await run('brev.md', { files })
    expect(stderr).toContain(problem)
    expect(code).toBe(2)
  })

  it('may look for ordinary patterns', async () => {
    const files = {
      'brev.md': letter,
      'klarbrev.yml': 'ruleFiles: [./r/a.yml]',
      'r/a.yml': rule({ check: 'pattern', options: '{ patterns: ["(?<![\\\\p{L}])borgerservice\\\\p{L}+"] }' }),
    }
    expect((await run('brev.md', { files })).stderr).toBe('')
  })

  it('can not take the name of one of ours', async () => {
    const files = { 'brev.md': letter, 'klarbrev.yml': 'ruleFiles: [./letter/date.yml]', 'letter/date.yml': rule() }
    expect((await run('brev.md', { files })).stderr).toContain('Der er allerede en regel, der hedder letter/date')
  })
})

describe('klarbrev test', () => {
  it('says that the examples are as they should be', async () => {
    const { stdout, code } = await run('test regler', { files: { 'regler/a.yml': rule(), 'regler/b.yml': rule() } })
    expect(stdout).toBe('✔ regler/a: i orden (2 eksempler)\n✔ regler/b: i orden (2 eksempler)\n2 regler er i orden.\n')
    expect(code).toBe(0)
  })

  it('explains those that are not', async () => {
    const examples = (bad: string, good: string) =>
      `{ bad: [{ text: "Kære Mette\\n\\n${bad}", found: [borgerserviceskranken] }], good: [{ text: "Kære Mette\\n\\n${good}" }] }`
    const files = {
      'r/mangler.yml': rule({ examples: examples('Kom til skranken.', 'Kom.') }),
      'r/falsk.yml': rule({ examples: examples('Kom til borgerserviceskranken.', 'Se borgerserviceskranken.') }),
    }
    const { stdout, code } = await run('test r', { files })
    expect(stdout).toContain('Eksempel 1 under bad burde give en bemærkning, men reglen fandt intet.')
    expect(stdout).toContain('Eksempel 1 under good burde være i orden, men reglen fandt »borgerserviceskranken«.')
    expect(stdout).toContain('2 eksempler passer ikke.')
    expect(code).toBe(1)
  })

  it('says when there is no such file', async () => {
    expect((await run('test mangler')).code).toBe(2)
  })
})

describe('klarbrev init', () => {
  it('writes settings that can be used, once', async () => {
    const { cwd, code, stdout } = await run(['init', '--authority', 'Fjordby "Ny" Kommune'])
    expect(code).toBe(0)
    expect(stdout).toContain('klarbrev.yml er skrevet')
    const { openConfig } = await import('../../src/config/open-config.ts')
    const settings = (await openConfig({ cwd })).settingsIn(cwd)
    expect(settings?.authority?.name).toBe('Fjordby "Ny" Kommune')
    const again = await run('init', { files: { 'klarbrev.yml': '' } })
    expect(again.code).toBe(2)
    expect(again.stderr).toContain('klarbrev.yml: Filen findes allerede. Brug --force')
    expect((await run('init --force --locale en', { files: { 'klarbrev.yml': '' } })).code).toBe(0)
  })
})

describe('klarbrev test, where Word marks or rules are asked for', () => {
  const marked = (words: string) =>
    rule({
      check: 'document-marks',
      options: '{ marks: [{ kinds: [comment], one: kommentar, many: kommentarer }] }',
      message: 'Brevet har {count} {what}.',
      examples: `{ bad: [{ text: "Kære Mette\\n\\nKom i morgen.", marks: [{ kind: comment, words: ${words} }], found: [i morgen] }], good: [{ text: "Kære Mette" }] }`,
    })

  it('puts the marks of a Word file on the words of an example', async () => {
    const { stdout, code } = await run('test regler', { files: { 'regler/a.yml': marked('i morgen') } })
    expect(stdout).toContain('✔ regler/a')
    expect(code).toBe(0)
  })

  it('says which words of a mark are not there', async () => {
    const { stdout, code } = await run('test regler', { files: { 'regler/a.yml': marked('i går') } })
    expect(stdout).toContain('Et eksempel sætter et mærke på »i går«, som ikke står i teksten.')
    expect(code).toBe(1)
  })

  it.each(['nej/', 'tom'])('says that there are no rules in %s', async (folder) => {
    const { stderr, code } = await run(`test ${folder}`, { files: { 'tom/x.txt': '' } })
    expect(stderr).toBe(
      `${folder}: Her er ingen regelfiler (.yml). Se efter, om filens eller mappens navn er skrevet rigtigt.\n`,
    )
    expect(code).toBe(2)
  })
})
