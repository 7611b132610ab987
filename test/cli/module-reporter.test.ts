import { describe, expect, it } from 'vitest'
import { run } from './run.ts'

const letter = 'Kære Mette Sørensen\n\nSåfremt du har spørgsmål, kan du ringe til os.\n'
const formatter = `export default (results, { rulesMeta }) =>
  results.map(({ filePath, messages, warningCount }) =>
    [filePath.split('/').pop(), warningCount, messages[0].ruleId, rulesMeta[messages[0].ruleId].docs.description].join('|')).join()`

describe('a module as a reporter', () => {
  it('is given what ESLint gives its formatters', async () => {
    const files = { 'brev.md': letter, 'form.mjs': formatter }
    const { stdout, code } = await run('--format ./form.mjs --rule letter/date=off --rule letter/sender=off brev.md', {
      files,
    })
    expect(stdout).toMatch(/^brev\.md\|\d+\|[a-z]+\/[a-z-]+\|.+\n$/u)
    expect(code).toBe(0)
  })

  it.each(['./mangler.mjs', 'eslint-formatter-findes-ikke'])('that can not be loaded is refused: %s', async (name) => {
    const { stderr, code } = await run(`--format ${name} brev.md`, { files: { 'brev.md': letter } })
    expect(stderr).toContain('Modulet kunne ikke bruges')
    expect(code).toBe(2)
  })
})
