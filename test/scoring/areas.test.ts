import { readFileSync } from 'node:fs'
import { load } from 'js-yaml'
import { expect, test } from 'vitest'
import { parseLetter, readLetter } from '../../src/index.ts'

/** Which area a letter is taken for, when little is known of it: the unit that sends, the subject and one sentence. */
const areas = load(readFileSync(new URL('areas.yml', import.meta.url), 'utf8')) as Record<string, string[]>

test('areas of letter heads', async () => {
  const wrong: string[] = []
  let count = 0
  let claimed = 0
  for (const [area, heads] of Object.entries(areas)) {
    for (const head of heads) {
      const [unit = '', subject = '', text = ''] = head.split('|').map((part) => part.trim())
      const letter = `Eksempel Kommune\n${unit}\n\nMette Holm\nBirkevej 3\n2830 Virum\n\n3. marts 2026\n\n# ${subject}\n\nKære Mette Holm\n\n${text}\n\nVenlig hilsen\n\nOle Dam\n`
      const found = readLetter(await parseLetter(letter, { format: 'markdown', language: 'da' })).area
      count += 1
      if (found === area) continue
      if (found !== 'other') claimed += 1
      wrong.push(`${area}, read as ${found}: ${head}`)
    }
  }
  console.log(`areas: ${count} heads, right ${(1 - wrong.length / count).toFixed(3)}, wrongly claimed ${claimed}`)
  if (process.env['KLARBREV_REMARKS']) console.log(wrong.join('\n'))
  expect(1 - wrong.length / count).toBeGreaterThanOrEqual(0.95)
  expect(claimed / count).toBeLessThanOrEqual(0.03)
})
