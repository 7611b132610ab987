import { describe, expect, test } from 'vitest'
import { loadLetters } from './compose.ts'
import { describeScore, score, total } from './score.ts'

// The letters of `dev` were at hand while the vocabulary was written; those of `held-out` were not.
describe.each(['dev', 'held-out'])('own scoring: %s', (folder) => {
  test('recall and precision', async () => {
    const result = await score(loadLetters(folder))
    console.log(describeScore(folder, result))
    if (process.env['KLARBREV_REMARKS']) console.log(result.remarks.join('\n'))
    const { recall, precision } = total(result)
    expect(recall).toBeGreaterThanOrEqual(0.98)
    expect(precision).toBeGreaterThanOrEqual(0.98)
    expect(result.quietGoodLetters / result.goodLetters).toBeGreaterThanOrEqual(0.98)
  }, 120_000)
})
