import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { run } from './run.ts'

const draft = 'Kære Mette Sørensen\n\nSåfremt du flytter, skal du skrive til til os. Ring på 010190-1234.\n'
const fixed = 'Kære Mette Sørensen\n\nHvis du flytter, skal du skrive til os. Ring på 010190-1234.\n'

test('--fix corrects the file, says so, and reports what is left', async () => {
  const { cwd, stdout, stderr } = await run('check brev.md --fix', { files: { 'brev.md': draft } })
  expect(readFileSync(join(cwd, 'brev.md'), 'utf8')).toBe(fixed)
  expect(readdirSync(cwd)).toEqual(['brev.md'])
  expect(stderr).toContain('brev.md: 2 steder rettet')
  expect(stdout).not.toContain('plain/officialese')
  expect(stdout).toContain('1 brev læst')
})

test('--fix leaves a letter with nothing to correct untouched', async () => {
  const { cwd, stderr } = await run('check brev.md --fix', { files: { 'brev.md': fixed } })
  expect(readFileSync(join(cwd, 'brev.md'), 'utf8')).toBe(fixed)
  expect(stderr).toContain('intet')
})

test('--fix-dry-run shows a diff, without CPR numbers, and writes nothing', async () => {
  const { cwd, code, stdout } = await run('check brev.md --fix-dry-run', { files: { 'brev.md': draft } })
  expect(stdout).toBe(`--- brev.md
+++ brev.md
@@ -1,3 +1,3 @@
 Kære Mette Sørensen
${' '}
-Såfremt du flytter, skal du skrive til til os. Ring på 010190-****.
+Hvis du flytter, skal du skrive til os. Ring på 010190-****.
`)
  expect(code).toBe(0)
  expect(readFileSync(join(cwd, 'brev.md'), 'utf8')).toBe(draft)
  expect(statSync(join(cwd, 'brev.md')).size).toBe(Buffer.byteLength(draft))
})

test('--fix-dry-run shows none of the letter where the report may not', async () => {
  const { stdout, stderr } = await run('check brev.md --fix-dry-run --excerpts none', { files: { 'brev.md': draft } })
  expect(stdout).toBe('')
  expect(stderr).toContain('brev.md: 2 steder kan rettes')
})

test('--fix-dry-run tells of files that are not there', async () => {
  const { code, stderr } = await run('check brev.md intet.md --fix-dry-run', { files: { 'brev.md': draft } })
  expect(code).toBe(2)
  expect(stderr).toContain('intet.md: Her er intet brev.')
})

test('--fix does not take standard input', async () => {
  const { code, stderr } = await run('check - --fix', { stdin: draft })
  expect(code).toBe(2)
  expect(stderr).toContain('Kun filer kan rettes')
})

test('--stats names every rule that looked, on standard error', async () => {
  const { stdout, stderr } = await run('check brev.md --stats --format json', { files: { 'brev.md': draft } })
  expect(JSON.parse(stdout).letters).toHaveLength(1)
  expect(stderr).toMatch(/^ +\d+\.\d\d {2}plain\/officialese$/mu)
  expect(stderr).toMatch(/^ +\d+\.\d\d {2}i alt$/mu)
})
