import { Worker } from 'node:worker_threads'
import { KlarbrevError } from './errors.ts'
import type { LintOptions } from './lint-text.ts'
import type { LetterResult } from './types.ts'

/** A letter that a worker is to lint, with the number of its options. */
interface PoolLetter {
  readonly path: string
  readonly cwd: string | undefined
  readonly option: number
}

export interface WorkerTask {
  readonly id: number
  readonly letters: readonly PoolLetter[]
  /** Options that this worker has not had yet. */
  readonly options: readonly (readonly [number, LintOptions])[]
}

export interface WorkerAnswer {
  readonly id: number
  readonly letters: readonly {
    readonly path: string
    readonly result?: LetterResult
    readonly error?: Pick<KlarbrevError, 'code' | 'values' | 'problems'>
    readonly crash?: unknown
  }[]
}

/** What became of one letter. */
export interface Outcome {
  readonly path: string
  readonly result?: LetterResult
  /** It could not be read. */
  readonly error?: KlarbrevError
  /** A mistake in klarbrev. */
  readonly crash?: unknown
}

/** Letters that a worker gets at a time: enough to make sending cheap, few enough to keep all of them at work. */
const batchSize = 8
/** Batches that a worker may have waiting, so that results don't pile up. */
const batchesAhead = 3
/** Room for what is new in a worker's memory: with more it needs 40 MB more, and is no faster. */
const youngGenerationMb = 16

/** Lints letters on several threads; the outcomes come in the order of the letters. Throws when a worker dies. */
export async function* lintInPool(
  letters: AsyncIterable<{ readonly path: string; readonly cwd?: string | undefined; readonly options: LintOptions }>,
  size: number,
): AsyncGenerator<Outcome, void, undefined> {
  const workers = Array.from({ length: size }, () => makeWorker())
  const numbers = new Map<LintOptions, number>()
  const running: Promise<WorkerAnswer>[] = []
  let batch: PoolLetter[] = []
  let next = 0
  const start = () => {
    const worker = workers[next % size]!
    const answer = worker.lint(next, batch, numbers)
    // One that fails before its turn comes is thrown then, and not as a rejection that nobody handles.
    answer.catch(() => {})
    running.push(answer)
    next += 1
    batch = []
  }
  try {
    for await (const { path, cwd, options } of letters) {
      const option = numbers.get(options) ?? numbers.size
      numbers.set(options, option)
      batch.push({ path, cwd, option })
      if (batch.length === batchSize) start()
      if (running.length >= size * batchesAhead) yield* outcomes(await running.shift()!)
    }
    if (batch.length > 0) start()
    for (let one = running.shift(); one; one = running.shift()) yield* outcomes(await one)
  } finally {
    await Promise.all(workers.map(({ stop }) => stop()))
  }
}

function* outcomes({ letters }: WorkerAnswer): Generator<Outcome> {
  for (const { path, result, error, crash } of letters) {
    if (error) yield { path, error: new KlarbrevError(error.code, error.values, error.problems) }
    else yield { path, ...(result && { result }), crash }
  }
}

function makeWorker() {
  const worker = new Worker(new URL('./lint-worker.js', import.meta.url), {
    resourceLimits: { maxYoungGenerationSizeMb: youngGenerationMb },
  })
  const sent = new Set<number>()
  const waiting = new Map<number, { resolve: (answer: WorkerAnswer) => void; reject: (error: unknown) => void }>()
  worker.on('message', (answer: WorkerAnswer) => {
    waiting.get(answer.id)?.resolve(answer)
    waiting.delete(answer.id)
  })
  worker.on('error', (error) => {
    for (const { reject } of waiting.values()) reject(error)
    waiting.clear()
  })
  return {
    lint: (id: number, letters: readonly PoolLetter[], numbers: ReadonlyMap<LintOptions, number>) =>
      new Promise<WorkerAnswer>((resolve, reject) => {
        waiting.set(id, { resolve, reject })
        const options = [...numbers].flatMap(([value, number]) => (sent.has(number) ? [] : [[number, value] as const]))
        for (const [number] of options) sent.add(number)
        worker.postMessage({ id, letters, options } satisfies WorkerTask)
      }),
    stop: () => worker.terminate(),
  }
}
