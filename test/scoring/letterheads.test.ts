import { readFileSync } from 'node:fs'
import { load } from 'js-yaml'
import { describe, expect, test } from 'vitest'
import { parseLetter } from '../../src/lint-text.ts'
import { readLetter } from '../../src/reading/read-letter.ts'
import type { ElementName, Format } from '../../src/types.ts'
import { describeTallies, type Tried, tallyEach, totalOf } from './tally.ts'

/**
 * Whether the fixed parts of a letter are found in heads and feet of many layouts. Each head is tried with two feet, and
 * each foot with two heads. Nothing was tuned on `set-aside`, which was written with the others.
 */
interface Head {
  /** The elements that are there, with a space between; the others are not. */
  readonly has: string
  readonly format: Format
  readonly text: string
}

interface Letterheads {
  readonly heads: readonly Head[]
  readonly feet: readonly Omit<Head, 'format'>[]
}

const elements: readonly ElementName[] = [
  'sender',
  'recipient',
  'date',
  'case-number',
  'subject',
  'greeting',
  'contact',
  'closing',
  'signatory',
]

/** The share that has to be right at least; the goal for all is 0.98. */
const sets = [
  ['da', 'tuning', 0.9],
  ['da', 'set-aside', 0.97],
  ['en', 'tuning', 0.98],
  ['en', 'set-aside', 0.92],
] as const

describe.each(sets)('heads and feet of letters: %s %s', (language, set, least) => {
  const read = (name: string): string =>
    readFileSync(new URL(`letterheads/${language}/${name}`, import.meta.url), 'utf8')
  const { heads, feet } = load(read(`${set}.yml`)) as Letterheads
  const body = read('body.md')

  const tryOut = async (head: Head, foot: Omit<Head, 'format'>): Promise<Tried> => {
    const letter = await parseLetter(`${head.text}\n${body}\n${foot.text}`, { format: head.format, language })
    const has = new Set([...head.has.split(' '), ...foot.has.split(' ')])
    return { name: nameOf(head, foot), has, found: new Set(Object.keys(readLetter(letter).elements)) }
  }

  test('recall and precision', async () => {
    const tried = await Promise.all(
      [0, 3].flatMap((shift) => heads.map((head, index) => tryOut(head, feet[(index + shift) % feet.length]!))),
    )
    const tallies = tallyEach(elements, tried)
    console.log(describeTallies(`heads and feet: ${language} ${set}`, tallies))
    const { recall, precision } = totalOf(tallies)
    expect(recall).toBeGreaterThanOrEqual(least)
    expect(precision).toBeGreaterThanOrEqual(least)
  })
})

function nameOf(head: Head, foot: Omit<Head, 'format'>): string {
  return `«${head.text.trim().replaceAll('\n', ' / ')}» … «${foot.text.trim().replaceAll('\n', ' / ')}»`
}
