import { chmodSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { KlarbrevError } from '../../src/errors.ts'
import { expandInputs, lintFile, lintFiles } from '../../src/lint-files.ts'
import { makeFolder } from './run.ts'

vi.mock('../../src/lint-text.ts', () => import('./fake-engine.ts'))

const files = { 'a.md': 'Hej.', 'b.md': '!fail input-empty', 'c/d.txt': 'Hej.' }

describe('expandInputs', () => {
  it('gives what patterns stand for', async () => {
    const cwd = makeFolder(files)
    expect(await expandInputs(['c', 'a.md', '*.md'], { cwd })).toEqual(['a.md', 'b.md', 'c/d.txt'])
    expect(await expandInputs([], { cwd })).toEqual([])
  })

  it('keeps paths absolute that are given so', async () => {
    const cwd = makeFolder(files)
    expect(await expandInputs([join(cwd, 'c')])).toEqual([`${cwd.replaceAll('\\', '/')}/c/d.txt`])
  })

  it('names every pattern that matches nothing', async () => {
    const cwd = makeFolder(files)
    await expect(expandInputs(['x.md', 'a.md'], { cwd })).rejects.toMatchObject({
      code: 'input-not-found',
      values: { path: 'x.md' },
      problems: [],
    })
    await expect(expandInputs(['x.md', 'y/*.md'], { cwd })).rejects.toMatchObject({
      problems: [{ text: 'x.md' }, { text: 'y/*.md' }],
    })
  })
})

describe('lintFile', () => {
  it('keeps the path as it was given', async () => {
    const cwd = makeFolder(files)
    expect((await lintFile('./c/d.txt', { cwd })).path).toBe('./c/d.txt')
  })

  it.each([
    ['x.md', 'input-not-found'],
    ['c', 'input-not-a-file'],
    ['b.md', 'input-empty'],
  ])('of %s throws %s', async (path, code) => {
    await expect(lintFile(path, { cwd: makeFolder(files) })).rejects.toMatchObject({ code })
  })

  // The superuser may read everything.
  it.runIf(process.getuid?.())('says that a file can not be read', async () => {
    const cwd = makeFolder(files)
    chmodSync(join(cwd, 'a.md'), 0)
    await expect(lintFile('a.md', { cwd })).rejects.toMatchObject({ code: 'input-unreadable' })
  })
})

describe('lintFiles', () => {
  it('yields what can be read and then throws everything else at once', async () => {
    const seen: (string | undefined)[] = []
    const lintAll = async () => {
      for await (const { path } of lintFiles(['x.md', '.'], { cwd: makeFolder(files), locale: 'en' })) seen.push(path)
    }
    const error = await lintAll().catch((thrown: unknown) => thrown)
    expect(seen).toEqual(['a.md', 'c/d.txt'])
    expect(error).toBeInstanceOf(KlarbrevError)
    expect(error).toMatchObject({
      code: 'input-not-found',
      problems: [
        { where: 'x.md', text: expect.stringMatching(/^There is no letter here/u) },
        { where: 'b.md', text: expect.stringMatching(/^The file is empty/u) },
      ],
    })
  })

  it('reads a letter only when it is asked for', async () => {
    const onLetter = vi.fn()
    const letters = lintFiles(['.'], { cwd: makeFolder(files), onLetter })
    await letters.next()
    expect(onLetter.mock.calls).toEqual([['a.md']])
    await letters.return()
  })

  it('lets mistakes in klarbrev through as they are', async () => {
    const letters = lintFiles(['.'], { cwd: makeFolder({ 'a.md': '!crash' }), onFailure: () => {} })
    await expect(letters.next()).rejects.toThrow(TypeError)
  })
})
