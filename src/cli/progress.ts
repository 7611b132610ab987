import { say } from '../messages.ts'
import type { Language } from '../types.ts'
import type { Io } from './io.ts'

/** A line that says how far a long run has come. */
export interface Progress {
  readonly start: (total: number) => void
  /** One letter more is being read. */
  readonly step: () => void
  /** Takes the line away, so that something else can be written. It comes back with the next step that shows. */
  readonly clear: () => void
}

/** Shorter runs end before anybody reads how far they are. */
const smallRun = 20

/** Progress on the error stream, if that is a terminal. It says numbers only, never names or text. */
export function showProgress({ stderr }: Io, locale: Language): Progress {
  let total = 0
  let count = 0
  let shown = false
  const clear = () => {
    if (shown) stderr.write('\r\u001b[2K')
    shown = false
  }
  return {
    clear,
    start: (letters) => {
      total = letters
    },
    step: () => {
      count += 1
      if (!stderr.isTTY || total <= smallRun) return
      if (shown && count % Math.ceil(total / 100) !== 0) return
      stderr.write(`\r\u001b[2K${say(locale, 'progress.letters', { count, total })}`)
      shown = true
    },
  }
}
