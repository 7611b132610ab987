import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { main } from '../../src/cli/main.ts'
import { makeFolder } from './run.ts'

const old = 'Kære Mette Sørensen\n\nSåfremt du har spørgsmål, kan du ringe.\n\nSåfremt du flytter, skal du skrive.\n'

/** A folder in which commands are run one after the other. */
function makePlace(files: Readonly<Record<string, string>>) {
  const cwd = makeFolder(files)
  const run = async (argv: string, today = '2026-03-03') => {
    let [out, err] = ['', '']
    const code = await main(argv.split(' '), {
      stdout: { write: (text: string) => (out += text) },
      stderr: { write: (text: string) => (err += text) },
      stdin: (async function* () {})(),
      env: {},
      cwd,
      today,
    })
    return { code, out, err }
  }
  const check = async (today?: string) => {
    const { out, code, err } = await run(
      'check --format json --fail-on suggestion --baseline klarbrev-baseline.json brev.md',
      today,
    )
    const [letter] = JSON.parse(out).letters
    return {
      code,
      err,
      lines: letter.violations.flatMap(({ line, ruleId }: { line: number; ruleId: string }) =>
        ruleId === 'plain/officialese' ? [line] : [],
      ),
      letter,
    }
  }
  return { cwd, run, check, write: (name: string, text: string) => writeFileSync(join(cwd, name), text) }
}

const make = 'baseline brev.md --reason gammel --owner Jura --expires 2026-06-30'

describe('a baseline', () => {
  it('accepts what was wrong, and says so in the report', async () => {
    const { run, check } = makePlace({ 'brev.md': old })
    expect((await run(make)).out).toContain('0 kendte beholdt')
    const { lines, code, letter } = await check()
    expect(lines).toEqual([])
    expect(code).toBe(0)
    expect(letter.suppressed[0]).toMatchObject({
      justification: 'gammel',
      suppressedBy: 'baseline',
      owner: 'Jura',
      expires: '2026-06-30',
    })
  })

  it('holds no words of the letter', async () => {
    const { run, cwd } = makePlace({ 'brev.md': old })
    await run(make)
    expect(readFileSync(join(cwd, 'klarbrev-baseline.json'), 'utf8')).not.toMatch(/Mette|Såfremt|spørgsmål/u)
  })

  it('follows the words when lines move, and shows what is new', async () => {
    const { run, check, write } = makePlace({ 'brev.md': old })
    await run(make)
    write('brev.md', old.replace('Kære', '\n\nKære'))
    expect((await check()).lines).toEqual([])
    write('brev.md', `${old}\nSåfremt du venter, får du svar.\n`)
    expect((await check()).lines).toContain(7)
  })

  it('lets no new violation hide behind one that was corrected', async () => {
    const { run, check, write } = makePlace({ 'brev.md': old })
    await run(make)
    write('brev.md', old.replace('Såfremt du flytter, skal', 'Når du flytter, forinden skal'))
    const { lines, err } = await check()
    expect(lines).toEqual([5])
    expect(err).toContain('er der ikke længere brug for')
  })

  it('breaks no build when something is corrected, unless asked to', async () => {
    const { run, check, write } = makePlace({ 'brev.md': old })
    await run(make)
    write('brev.md', old.replace('Såfremt du flytter', 'Hvis du flytter'))
    expect((await check()).code).toBe(0)
    const strict = await run('check --baseline klarbrev-baseline.json --strict-baseline brev.md')
    expect(strict.code).toBe(1)
  })

  it('expires', async () => {
    const { run, check } = makePlace({ 'brev.md': old })
    await run(make)
    expect((await check('2026-06-29')).code).toBe(0)
    const late = await check('2026-06-30')
    expect(late.code).toBe(1)
    expect(late.err).toContain('udløbet')
  })

  it('keeps reasons when it is made again, and drops what nothing needs', async () => {
    const { run, cwd, write } = makePlace({ 'brev.md': old, 'andet.md': old })
    await run('baseline brev.md andet.md --reason gammel')
    write('brev.md', old.replace('Såfremt du flytter', 'Hvis du flytter'))
    expect((await run('baseline brev.md --reason ny')).out).toMatch(/^0 nye accepteret, \d+ kendte beholdt, 1 fjernet/u)
    const { entries } = JSON.parse(readFileSync(join(cwd, 'klarbrev-baseline.json'), 'utf8'))
    expect(new Set(entries.map(({ reason }: { reason: string }) => reason))).toEqual(new Set(['gammel']))
    expect(entries.some(({ path }: { path: string }) => path === 'andet.md')).toBe(true)
  })

  it('is named in the settings too, and asks for a reason', async () => {
    const { run } = makePlace({ 'brev.md': old, 'klarbrev.yml': 'baseline: ./accept/b.json', 'accept/x': '' })
    expect((await run('baseline brev.md')).code).toBe(2)
    await run('baseline brev.md --reason gammel')
    expect((await run('check --fail-on suggestion brev.md')).code).toBe(0)
  })

  it.each(['[]', '{', '{"schemaVersion":2,"entries":[]}', '{"schemaVersion":1,"entries":[{"path":"a"}]}'])(
    'that is none is refused: %s',
    async (text) => {
      const { run } = makePlace({ 'brev.md': old, 'b.json': text })
      const { code, err } = await run('check --baseline b.json brev.md')
      expect(code).toBe(2)
      expect(err).toContain('Filen er ikke en baseline')
    },
  )
})

describe('--cache', () => {
  const clean = 'Kære Mette Sørensen\n\nDu kan ringe til os.\n'
  const argv = '--cache --format json --rule letter/date=off --rule letter/sender=off --fail-on suggestion .'
  const settings = {
    'klarbrev.yml':
      'rules: { letter/contact: off, letter/signatory: off, letter/closing: off, letter/case-number: off, letter/subject: off, letter/recipient: off }',
  }

  it('skips letters that were fine and have not changed, and keeps no words of them', async () => {
    const { run, cwd, write } = makePlace({ ...settings, 'god.md': clean, 'fejl.md': old })
    const first = JSON.parse((await run(argv)).out)
    expect(first.summary.letters).toBe(2)
    expect(readFileSync(join(cwd, '.klarbrev-cache'), 'utf8')).toMatch(/^[0-9a-f]{64}\n$/u)
    const second = await run(argv)
    expect(JSON.parse(second.out).letters.map(({ path }: { path: string }) => path)).toEqual(['fejl.md'])
    expect(second.err).toContain('1 uændret brev')
    write('god.md', `${clean}\nHej.\n`)
    expect(JSON.parse((await run(argv)).out).summary.letters).toBe(2)
  })

  it('reads them again when the rules change', async () => {
    const { run } = makePlace({ ...settings, 'god.md': clean })
    await run(argv)
    expect(JSON.parse((await run(`${argv} --kind decision`)).out).summary.letters).toBe(1)
  })
})

it('says when a baseline is not there', async () => {
  const { run } = makePlace({ 'brev.md': old })
  const { code, err } = await run('check brev.md --baseline baselin.json')
  expect(err).toContain('baselin.json findes ikke eller kan ikke læses.')
  expect(code).toBe(2)
})

describe('the trend', () => {
  it('counts what is new, known and gone, by rule', async () => {
    const { run, write, cwd } = makePlace({ 'brev.md': old })
    await run(make)
    write('brev.md', 'Kære Mette Sørensen\n\nSåfremt du har spørgsmål, kan du ringe.\n\nDu anmodes om at skrive.\n')
    await run('check brev.md --format html --output r.html --baseline klarbrev-baseline.json')
    const row = /plain\/officialese<\/span><\/th>(.*?)<\/tr>/u.exec(readFileSync(join(cwd, 'r.html'), 'utf8'))?.[1]
    expect(row?.match(/\d+(?=<)/gu)?.map(Number)).toEqual([1, 1, 1, 1, 1])
  })
})
