import { copyFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readDocx } from '../../src/formats/docx/read-docx.ts'
import { makeFolder, run } from './run.ts'

const letter = new URL('../../fixtures/da/afslag-boligindretning.docx', import.meta.url)
let cwd = ''
const file = (name: string) => readFileSync(join(cwd, name))
const comments = async (name: string) =>
  (await readDocx(file(name))).marks.filter(({ kind }) => kind === 'comment').length

/** A folder with a Word letter in it. */
function openFolder(): void {
  cwd = makeFolder()
  copyFileSync(letter, join(cwd, 'afslag.docx'))
}

describe('annotate', () => {
  it('writes a copy with comments beside the letter, and leaves the letter alone', async () => {
    openFolder()
    const before = file('afslag.docx')
    const { code, stdout, stderr } = await run(['annotate', 'afslag.docx'], { cwd })
    expect(stdout).toBe('3 kommentarer skrevet i afslag.klarbrev.docx. Brevet selv er ikke ændret.\n')
    expect([code, stderr]).toEqual([0, ''])
    expect(file('afslag.docx')).toEqual(before)
    expect(await comments('afslag.klarbrev.docx')).toBe(3)
  })

  it('takes its comments out again, and does not comment twice', async () => {
    openFolder()
    await run(['annotate', 'afslag.docx'], { cwd })
    await run(['annotate', 'afslag.klarbrev.docx', '-o', 'igen.docx'], { cwd })
    expect(await comments('igen.docx')).toBe(3)
    const { stdout } = await run(['annotate', 'igen.docx', '--remove', '--locale', 'en'], { cwd })
    expect(stdout).toBe("klarbrev's comments are removed in igen.clean.docx. The letter itself is unchanged.\n")
    expect(await comments('igen.clean.docx')).toBe(0)
  })

  it('comments what the options ask for', async () => {
    openFolder()
    await run(['annotate', 'afslag.docx', '--quiet', '--rule', 'justification/facts=off'], { cwd })
    expect(await comments('afslag.klarbrev.docx')).toBe(1)
  })

  it('comments what check would say under the same settings', async () => {
    openFolder()
    writeFileSync(join(cwd, 'klarbrev.yml'), 'rules:\n  justification/facts: off\n')
    await run(['annotate', 'afslag.docx'], { cwd })
    expect(await comments('afslag.klarbrev.docx')).toBe(2)
    await run(['annotate', 'afslag.docx', '--no-config', '-o', 'alle.docx'], { cwd })
    expect(await comments('alle.docx')).toBe(3)
  })

  it('never writes over the letter, nor unasked over another file', async () => {
    openFolder()
    const before = file('afslag.docx')
    expect((await run(['annotate', 'afslag.docx', '-o', './afslag.docx'], { cwd })).code).toBe(2)
    expect(file('afslag.docx')).toEqual(before)
    copyFileSync(letter, join(cwd, 'afslag.klarbrev.docx'))
    const { code, stderr } = await run(['annotate', 'afslag.docx'], { cwd })
    expect([code, stderr]).toEqual([2, expect.stringContaining('findes allerede')])
    expect(file('afslag.klarbrev.docx')).toEqual(before)
  })

  it('says what it can’t use, and writes nothing', async () => {
    openFolder()
    const { code, stderr } = await run(['annotate', 'brev.md'], { cwd })
    expect([code, stderr]).toEqual([2, expect.stringContaining('brev.md: Her er intet brev')])
    copyFileSync(new URL('../../README.md', import.meta.url), join(cwd, 'brev.md'))
    expect((await run(['annotate', 'brev.md'], { cwd })).stderr).toContain('Kun Word-filer kan få kommentarer')
    copyFileSync(new URL('../../README.md', import.meta.url), join(cwd, 'falsk.docx'))
    expect((await run(['annotate', 'falsk.docx'], { cwd })).stderr).toContain('falsk.docx: Filen er ikke en Word-fil')
    expect(existsSync(join(cwd, 'falsk.klarbrev.docx'))).toBe(false)
  })
})
