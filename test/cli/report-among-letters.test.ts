import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { makeFolder, run } from './run.ts'

const letter = 'Kære Mette Sørensen\n\nDu får ikke hjælp. Såfremt du vil klage, kan du ringe.\n'

describe('a report that lies among the letters', () => {
  it.each(['--format markdown --output rapport.md', '--output rapport.txt', '--output rapport.txt --locale en'])(
    'is no letter, and is written over by the next one: %s',
    async (options) => {
      const cwd = makeFolder({ 'brev.md': letter })
      expect((await run(`. ${options}`, { cwd })).code).toBe(1)
      const first = readFileSync(join(cwd, options.split(' ').find((word) => word.startsWith('rapport'))!), 'utf8')
      const again = await run(`. ${options}`, { cwd })
      expect(again.stderr).toBe('')
      expect(readFileSync(join(cwd, options.split(' ').find((word) => word.startsWith('rapport'))!), 'utf8')).toBe(
        first,
      )
      const { stdout } = await run('. --format json', { cwd })
      expect(JSON.parse(stdout).letters.map(({ path }: { path: string }) => path)).toEqual(['brev.md'])
    },
  )

  it('is said to be one when it is named', async () => {
    const cwd = makeFolder({ 'brev.md': letter })
    await run('. --output rapport.txt', { cwd })
    const { code, stderr } = await run('rapport.txt', { cwd })
    expect(code).toBe(2)
    expect(stderr).toBe('rapport.txt: Filen er en rapport fra klarbrev, ikke et brev.\n')
  })

  it('does not let a letter be written over', async () => {
    const { code, stderr, cwd } = await run('. --output brev.md', { files: { 'brev.md': letter } })
    expect(code).toBe(2)
    expect(stderr).toContain('et af de breve, der skal læses')
    expect(readFileSync(join(cwd, 'brev.md'), 'utf8')).toBe(letter)
  })
})
