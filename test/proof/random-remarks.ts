import type { Remark } from '../../src/index.ts'
import type { LetterDocument } from '../../src/types.ts'

/** Numbers from 0 up to `below`, the same for the same seed (mulberry32). */
export function randomNumbers(seed: number): (below: number) => number {
  let state = seed >>> 0
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296) * below)
  }
}

/** Remarks on random stretches of a letter, most of them short. */
export function randomRemarks({ text }: LetterDocument, count: number, next: (below: number) => number): Remark[] {
  return Array.from({ length: count }, () => {
    const start = next(text.length + 1)
    const end = Math.min(text.length, start + next(next(4) === 0 ? 400 : 40))
    return remarkAt(text, start, end)
  })
}

export function remarkAt(text: string, start: number, end: number): Remark {
  return {
    ...{ ruleId: 'plain/officialese', message: 'Prøve & <mere>', advice: 'Gør noget.', sources: ['kilde'] },
    ...{ suggestions: [], location: { paragraph: 1 }, span: { start, end }, excerpt: text.slice(start, end) },
  }
}
