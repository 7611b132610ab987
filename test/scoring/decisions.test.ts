import { readFileSync } from 'node:fs'
import { load } from 'js-yaml'
import { describe, expect, test } from 'vitest'
import { parseLetter, readLetter } from '../../src/index.ts'
import type { Kind, Language, Outcome, Reading } from '../../src/types.ts'

/**
 * How well a decision is known in short passages of our own, Danish and English, most of them without a word around that
 * helps: what they decide, and which of them decide nothing. `tuning` and `later` were at hand while the vocabulary was
 * written; `set-aside` was not.
 */
interface Passages extends Record<Exclude<Outcome, 'none'>, readonly string[]> {
  /** Sentences of a letter of decision that are not the decision. */
  readonly none?: readonly string[]
  /** Letters of other kinds. */
  readonly other?: Readonly<Record<Exclude<Kind, 'decision'>, readonly string[]>>
}

const decided = ['approval', 'partial', 'refusal', 'ending', 'order'] as const

const sets: readonly { name: string; language: Language; right: number; precision: number }[] = [
  { name: 'decisions/da/tuning', language: 'da', right: 0.93, precision: 0.96 },
  { name: 'decisions/da/later', language: 'da', right: 0.85, precision: 1 },
  { name: 'decisions/da/set-aside', language: 'da', right: 0.85, precision: 0.9 },
  { name: 'decisions/en/tuning', language: 'en', right: 0.97, precision: 0.97 },
  { name: 'decisions/en/later', language: 'en', right: 0.94, precision: 0.97 },
  { name: 'decisions/en/set-aside', language: 'en', right: 0.79, precision: 0.89 },
]

describe.each(sets)('decisions in short passages: $name', ({ name, language, ...least }) => {
  const text = readFileSync(new URL(`${name}.yml`, import.meta.url), 'utf8')
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
          const reading = await read(passage, language, guidance)
          count.decisions += 1
          if (reading.kind === 'decision' && reading.outcomeFound) count.known += 1
          if (reading.outcome === outcome) count.right += 1
          else remark(`${outcome}${guidance ? ', with guidance' : ''}`, reading, passage)
        }
      }
    }
    for (const passage of none) {
      const reading = await read(passage, language, true, 'decision')
      count.others += 1
      if (!reading.outcomeFound) continue
      count.taken += 1
      remark('none', reading, passage)
    }
    for (const [kind, some] of Object.entries(other)) {
      for (const passage of some) {
        const reading = await read(passage, language, false)
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
    expect(count.right / count.decisions).toBeGreaterThanOrEqual(least.right)
    expect(precision).toBeGreaterThanOrEqual(least.precision)
  }, 60_000)
})

/** What stands around a passage. */
interface Frame {
  readonly top: string
  readonly greeting: string
  readonly guidance: string
  readonly end: string
}

const frames: Readonly<Record<Language, Frame>> = {
  da: {
    top: 'Eksempel Kommune\nMette Sørensen\nBirkevej 3\n2830 Virum\n\n3. marts 2026',
    greeting: 'Kære Mette Sørensen',
    guidance: `## Klagevejledning

Du kan klage over afgørelsen til Ankestyrelsen. Send klagen til os inden fire uger fra den dag, du fik afgørelsen.`,
    end: 'Venlig hilsen\n\nOle Dam\nSagsbehandler',
  },
  en: {
    top: 'Example Authority\nMary Dunne\n3 Birch Road\nExampleton EX1 2AB\n\n3 March 2026',
    greeting: 'Dear Mary Dunne',
    guidance: `## How to appeal

You can appeal against the decision to the Appeals Board. Send the appeal to us within four weeks of the day you received the decision.`,
    end: 'Yours sincerely\n\nOwen Dam\nCaseworker',
  },
}

async function read(passage: string, language: Language, guidance: boolean, kind?: Kind): Promise<Reading> {
  const [, subject = '', text = passage] = /^(#[^\n]*\n)(?:\n*)([\s\S]*)$/u.exec(passage) ?? []
  const isSubject = subject.startsWith('# ')
  const frame = frames[language]
  const parts = [
    frame.top,
    isSubject ? subject : '',
    frame.greeting,
    isSubject ? text : passage,
    guidance ? frame.guidance : '',
    frame.end,
  ]
  return readLetter(
    await parseLetter(`${parts.join('\n\n')}\n`, { format: 'markdown', language }),
    kind ? { kind } : {},
  )
}
