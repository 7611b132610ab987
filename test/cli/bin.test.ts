import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const root = fileURLToPath(new URL('../../', import.meta.url))
const klarbrev = (...argv: string[]) =>
  spawnSync(process.execPath, ['bin/klarbrev.js', ...argv], { cwd: root, encoding: 'utf8' })

describe.runIf(existsSync(`${root}dist/cli/main.js`))('bin/klarbrev.js', () => {
  // Processes start slowly on a busy machine.
  it('checks a letter', { timeout: 60_000 }, () => {
    const { status, stdout, stderr } = klarbrev('fixtures/da/afslag-boligindretning.md', '--format', 'json')
    expect(stderr).toBe('')
    expect(status).toBe(1)
    expect(JSON.parse(stdout).letters[0]).toMatchObject({ language: 'da', reading: { kind: 'decision' } })
  })

  it('sets the exit code', { timeout: 60_000 }, () => {
    expect(klarbrev('--version').status).toBe(0)
    expect(klarbrev('mangler.md').status).toBe(2)
  })

  it.runIf(process.platform !== 'win32')(
    'is quiet when the reader of its pipe has seen enough',
    { timeout: 60_000 },
    () => {
      const command = `"${process.execPath}" bin/klarbrev.js --help | head -1; true`
      const { stderr } = spawnSync('sh', ['-c', command], { cwd: root, encoding: 'utf8' })
      expect(stderr).toBe('')
    },
  )
})
