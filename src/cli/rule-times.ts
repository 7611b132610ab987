import { say } from '../messages.ts'
import type { Language } from '../types.ts'

/** Measures how long each rule takes, over all letters of a run. */
export interface RuleTimes {
  /** To be called with each rule before it looks at a letter, and with undefined after the last. */
  readonly onRule: (ruleId: string | undefined) => void
  /** A table for people, the slowest rule first. */
  readonly describe: (letters: number, locale: Language) => string
}

/** What several rules share (the index of phrases, the references) counts for the first that asks. */
export function measureRules(now: () => number = () => performance.now()): RuleTimes {
  const times = new Map<string, number>()
  let current: string | undefined
  let since = 0
  return {
    onRule: (ruleId) => {
      const time = now()
      if (current !== undefined) times.set(current, (times.get(current) ?? 0) + time - since)
      current = ruleId
      since = time
    },
    describe: (letters, locale) => {
      const rows = [...times].sort(([, one], [, other]) => other - one)
      const show = (time: number) => ((100 * time) / Math.max(1, letters)).toFixed(2).padStart(10)
      const total = rows.reduce((sum, [, time]) => sum + time, 0)
      return [
        say(locale, 'stats.title', { count: letters }),
        ...rows.map(([id, time]) => `${show(time)}  ${id}`),
        `${show(total)}  ${say(locale, 'stats.total')}`,
        '',
      ].join('\n')
    },
  }
}
