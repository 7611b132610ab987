import { existsSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { LetterFailure, LetterResult } from '../src/types.ts'
import { makeFolder } from './cli/run.ts'

/** Workers run the built files, so these tests look at those. */
const built = new URL('../dist/lint-files.js', import.meta.url)
const { lintFiles } = existsSync(built) ? ((await import(built.href)) as typeof import('../src/lint-files.ts')) : {}

/** Enough letters for two workers, each letter with words of its own. */
const count = 201
const name = (index: number) => `${String(index).padStart(3, '0')}.md`
const letter = (index: number) =>
  `Kære Mette\n\nDu får ikke hjælp nummer ${index}.\n\nSåfremt du vil klage, kan du ringe til os. ${'Du kan få et nyt møde. '.repeat(index % 7)}\n`
const letters = Object.fromEntries(Array.from({ length: count }, (_, index) => [name(index), letter(index)]))

async function lintAll(
  files: Record<string, string | undefined>,
  options: Parameters<typeof import('../src/lint-files.ts').lintFiles>[1],
) {
  const given = Object.entries(files).flatMap(([path, text]) => (text === undefined ? [] : [[path, text]]))
  const cwd = makeFolder(Object.fromEntries(given))
  const results: LetterResult[] = []
  const failures: LetterFailure[] = []
  const onFailure = (failure: LetterFailure) => failures.push(failure)
  for await (const result of lintFiles!(['.'], { cwd, onFailure, ...options })) results.push(result)
  return { results, failures }
}

/** What a worker sends back of a result: all but the sentences. */
const sent = (results: readonly LetterResult[]) =>
  results.map((result) => ({ ...result, letter: { ...result.letter, sentences: [] } }))

describe.runIf(lintFiles)('several threads', () => {
  it('find what one finds, in the same order', async () => {
    const one = await lintAll(letters, { concurrency: 1 })
    const two = await lintAll(letters, { concurrency: 2 })
    expect(two.results.map(({ path }) => path)).toEqual(Object.keys(letters))
    expect(two.results).toEqual(sent(one.results))
    expect(one.results.every(({ violations }) => violations.length > 0)).toBe(true)
  })

  it('tell of letters that could not be read, and read the others', async () => {
    const files = { ...letters, [name(7)]: '', [name(150)]: ' \n' }
    const { results, failures } = await lintAll(files, { concurrency: 2, locale: 'en' })
    expect(failures).toEqual([
      { path: name(7), code: 'input-empty', message: expect.stringMatching(/^The file is empty/u) },
      { path: name(150), code: 'input-empty', message: expect.stringMatching(/^The file is empty/u) },
    ])
    expect(results).toHaveLength(count - 2)
  })

  it('have the options of each letter', async () => {
    const optionsFor = async (path: string) =>
      path === name(3) ? ('ignored' as const) : path === name(4) ? { area: 'roads' as const } : undefined
    const { results } = await lintAll(letters, { concurrency: 2, optionsFor })
    expect(results).toHaveLength(count - 1)
    expect(results.filter(({ reading }) => reading.area === 'roads').map(({ path }) => path)).toEqual([name(4)])
  })

  it('throw what a mistake in klarbrev throws, and say on which letter', async () => {
    const optionsFor = async (path: string) => (path === name(160) ? { rules: [null as never] } : undefined)
    const crashed: string[] = []
    const onCrash = (path: string) => crashed.push(path)
    await expect(lintAll(letters, { concurrency: 2, optionsFor, onCrash })).rejects.toThrow(TypeError)
    expect(crashed).toEqual([name(160)])
  })

  it('throw when options can not go to a thread', async () => {
    const optionsFor = async (path: string) => (path === name(160) ? { onRule: () => {} } : undefined)
    await expect(lintAll(letters, { concurrency: 2, optionsFor })).rejects.toThrow(/could not be cloned/u)
  })

  it('stop when nobody wants more', async () => {
    const started: string[] = []
    const cwd = makeFolder(letters)
    for await (const { path } of lintFiles!(['.'], { cwd, concurrency: 2, onLetter: (one) => started.push(one) }))
      if (path === name(10)) break
    expect(started.length).toBeLessThan(count)
  })
})
