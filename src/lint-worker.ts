import { parentPort } from 'node:worker_threads'
import { KlarbrevError } from './errors.ts'
import { lintFile } from './lint-files.ts'
import type { WorkerAnswer, WorkerTask } from './lint-pool.ts'
import type { LintOptions } from './lint-text.ts'

/** Options by their number: each is sent once, and many letters share it. */
const known = new Map<number, LintOptions>()

parentPort?.on('message', async ({ id, letters, options }: WorkerTask) => {
  for (const [number, value] of options) known.set(number, value)
  const answers: WorkerAnswer['letters'][number][] = []
  for (const { path, cwd, option } of letters) {
    try {
      const result = await lintFile(path, { ...known.get(option), ...(cwd !== undefined && { cwd }) })
      // Reports need the letter's text, but neither its sentences nor their words.
      answers.push({ path, result: { ...result, letter: { ...result.letter, sentences: [] } } })
    } catch (error) {
      if (error instanceof KlarbrevError) {
        answers.push({ path, error: { code: error.code, values: error.values, problems: error.problems } })
      } else answers.push({ path, crash: error })
    }
  }
  parentPort?.postMessage({ id, letters: answers } satisfies WorkerAnswer)
})
