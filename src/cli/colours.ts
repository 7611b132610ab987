import { noPaint, type Paint } from '../report/paint.ts'
import type { Io } from './io.ts'

/** Colours where the reader can see them: on a terminal, unless `--no-color` or `NO_COLOR`; or with `FORCE_COLOR`. */
export async function loadPaint(wanted: boolean, { env, stdout }: Io): Promise<Paint> {
  if (!wanted || env.NO_COLOR) return noPaint
  const forced = env.FORCE_COLOR !== undefined && env.FORCE_COLOR !== '0' && env.FORCE_COLOR !== 'false'
  const refused = env.FORCE_COLOR === '0' || env.FORCE_COLOR === 'false' || env.TERM === 'dumb'
  if (!forced && (refused || !stdout.isTTY)) return noPaint
  const { Chalk } = await import('chalk')
  return new Chalk({ level: 1 })
}
