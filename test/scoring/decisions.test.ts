import { readFileSync } from 'node:fs'
import { load } from 'js-yaml'
import { describe, expect, test } from 'vitest'
import { parseLetter, readLetter } from '../../src/index.ts'
import type { Kind, Outcome, Reading } from '../../src/types.ts'

/**
 * How well a decision is known in short passages of our own, most of them without a word around that helps: what they
 * decide, and which of them decide nothing. `tuning` and `later` were
 * at hand while the vocabulary was written; `set-aside` was not.
 */
interface Passages extends Record<Exclude<Outcome, 'none'>, readonly string[]> {
  /** Sentences of a letter of decision that are not the decision. */
  readonly none?: readonly string[]
  /** Letters of other kinds. */
  readonly other?: Readonly<Record<Exclude<Kind, 'decision'>, readonly string[]>>
}

const decided = ['approval', 'partial', 'refusal', 'ending', 'order'] as const

const goals = {
  tuning: { right: 0.93, precision: 0.96 },
  later: { right: 0.85, precision: 1 },
  'set-aside': { right: 0.85, precision: 0.9 },
}

describe.each(['tuning', 'later', 'set-aside'] as const)('decisions in short passages: %s', (name) => {
  const text = readFileSync(new URL(`decisions/${name}.yml`, import.meta.url), 'utf8')
  const passages = load(text) as Passages
  const { none = [], ...decisions } = passages
  const other: Readonly<Record<string, readonly string[]>> = passages.other ?? {}

  test('recall and precision', async () => {
    const remarks: string[] = []
    const count = { decisions: 0, known: 0, right: 0, taken: 0, others: 0, kinds: 0 }
    const remark = (what: string, reading: Reading, passage: string): void => {
      const words = reading.elements.decision?.map((one) => one.text).join(' | ') ?? ''
      remarks.push(`${what}, read as ${reading.kind} ${reading.outcome} «${words}»: ${passage.replace(/\s+/gu, ' ')}`)
    }
    for (const outcome of decided) {
      for (const passage of decisions[outcome]) {
        for (const guidance of [false, true]) {
          const reading = await read(passage, guidance)
          count.decisions += 1
          if (reading.kind === 'decision' && reading.outcomeFound) count.known += 1
          if (reading.outcome === outcome) count.right += 1
          else remark(`${outcome}${guidance ? ', with guidance' : ''}`, reading, passage)
        }
      }
    }
    for (const passage of none) {
      const reading = await read(passage, true, 'decision')
      count.others += 1
      if (!reading.outcomeFound) continue
      count.taken += 1
      remark('none', reading, passage)
    }
    for (const [kind, some] of Object.entries(other)) {
      for (const passage of some) {
        const reading = await read(passage, false)
        count.others += 1
        if (reading.kind === kind) count.kinds += 1
        else remark(kind, reading, passage)
        if (reading.kind === 'decision') count.taken += 1
      }
    }
    const recall = count.known / count.decisions
    const precision = count.known / (count.known + 2 * count.taken)
    const kinds = Object.values(other).flat().length
    console.log(
      `${name}: ${count.decisions} decisions, known ${recall.toFixed(3)}, outcome right ${(count.right / count.decisions).toFixed(3)}; ` +
        `precision ${precision.toFixed(3)}: ${count.taken} of ${count.others} others taken for one; kind of others right ${(kinds === 0 ? 1 : count.kinds / kinds).toFixed(3)}`,
    )
    if (process.env['KLARBREV_REMARKS']) console.log(remarks.join('\n'))
    expect(count.right / count.decisions).toBeGreaterThanOrEqual(goals[name].right)
    expect(precision).toBeGreaterThanOrEqual(goals[name].precision)
  }, 60_000)
})

const guidanceText = `## Klagevejledning

Du kan klage over afgørelsen til Ankestyrelsen. Send klagen til os inden fire uger fra den dag, du fik afgørelsen.
`

async function read(passage: string, guidance: boolean, kind?: Kind): Promise<Reading> {
  const [, subject = '', text = passage] = /^(#[^\n]*\n)(?:\n*)([\s\S]*)$/u.exec(passage) ?? []
  const isSubject = subject.startsWith('# ')
  const letter = `Eksempel Kommune
Mette Sørensen
Birkevej 3
2830 Virum

3. marts 2026

${isSubject ? subject : ''}
Kære Mette Sørensen

${isSubject ? text : passage}
${guidance ? guidanceText : ''}
Venlig hilsen

Ole Dam
Sagsbehandler
`
  return readLetter(await parseLetter(letter, { format: 'markdown', language: 'da' }), kind ? { kind } : {})
}
