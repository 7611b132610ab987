import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { onTestFinished } from 'vitest'
import { main } from '../../src/cli/main.ts'

/** The world that a command line sees. */
export interface World {
  /** The folder to work in. Default: one of its own, with `files`. */
  readonly cwd?: string
  /** Files to write first, by their path. */
  readonly files?: Readonly<Record<string, string>>
  readonly stdin?: string
  readonly env?: Readonly<Record<string, string>>
  /** The streams that are terminals. */
  readonly terminals?: readonly ('stdout' | 'stderr')[]
  readonly signal?: AbortSignal
  /** Called for everything that is written. */
  readonly onWrite?: (text: string, cwd: string) => void
}

/** An empty folder that goes away when the test ends. */
export function makeFolder(files: Readonly<Record<string, string>> = {}): string {
  const folder = mkdtempSync(join(tmpdir(), 'klarbrev-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  return folder
}

/** Runs the command line in a folder of its own. Arguments are cut at spaces. */
export async function run(argv: string | readonly string[], world: World = {}) {
  const cwd = world.cwd ?? makeFolder(world.files)
  const written = { stdout: '', stderr: '' }
  const stream = (name: 'stdout' | 'stderr') => ({
    isTTY: world.terminals?.includes(name) ?? false,
    write: (text: string) => {
      written[name] += text
      world.onWrite?.(text, cwd)
    },
  })
  async function* stdin() {
    yield Buffer.from(world.stdin ?? '')
  }
  const code = await main(typeof argv === 'string' ? argv.split(' ').filter(Boolean) : argv, {
    stdout: stream('stdout'),
    stderr: stream('stderr'),
    stdin: stdin(),
    env: world.env ?? {},
    cwd,
    ...(world.signal && { signal: world.signal }),
  })
  return { code, cwd, ...written }
}
