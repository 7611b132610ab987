import { lintText } from '../../src/lint-text.ts'
import type { Language } from '../../src/types.ts'
import { type BaseLetter, composeCases } from './compose.ts'

interface RuleScore {
  hits: number
  misses: number
  falseAlarms: number
}

export interface Score {
  readonly cases: number
  readonly rules: Readonly<Record<string, RuleScore>>
  readonly goodLetters: number
  readonly quietGoodLetters: number
  readonly kindsRight: number
  readonly outcomesRight: number
  readonly areasRight: number
  readonly remarks: readonly string[]
}

const languageRules = /^(?:plain|tone)\//

/** Lints every case of every letter and counts, rule by rule, what was found, missed and wrongly reported. */
export async function score(letters: readonly BaseLetter[], language: Language = 'da'): Promise<Score> {
  const rules: Record<string, RuleScore> = {}
  const of = (id: string): RuleScore => (rules[id] ??= { hits: 0, misses: 0, falseAlarms: 0 })
  const counts = { cases: 0, goodLetters: 0, quietGoodLetters: 0, kindsRight: 0, outcomesRight: 0, areasRight: 0 }
  const remarks: string[] = []
  for (const letter of letters) {
    for (const { name, text, expect, good } of composeCases(letter)) {
      const { reading, violations } = await lintText(text, { format: letter.format, language })
      const old = letter.style === 'old'
      const counted = violations.filter(
        ({ ruleId, severity }) =>
          expect.includes(ruleId) ||
          (!ruleId.startsWith('plain/') && !(old && languageRules.test(ruleId)) && severity !== 'suggestion'),
      )
      const reported = new Set(counted.map(({ ruleId }) => ruleId))
      counts.cases += 1
      for (const id of expect) {
        if (reported.has(id)) of(id).hits += 1
        else {
          of(id).misses += 1
          remarks.push(`${name}: missed ${id}`)
        }
      }
      for (const id of reported) {
        if (expect.includes(id)) continue
        of(id).falseAlarms += 1
        const where = counted.find(({ ruleId }) => ruleId === id)
        remarks.push(`${name}: false ${id} at «${where?.excerpt.slice(0, 60)}»`)
      }
      if (good) {
        counts.goodLetters += 1
        const loud = violations.filter(
          ({ ruleId, severity }) => severity !== 'suggestion' && !(old && languageRules.test(ruleId)),
        )
        if (loud.length === 0) counts.quietGoodLetters += 1
        for (const { ruleId, excerpt } of loud) {
          if (ruleId.startsWith('plain/')) remarks.push(`${name}: language ${ruleId} at «${excerpt.slice(0, 60)}»`)
        }
      }
      const decisionDropped = expect.includes('decision/outcome')
      if (reading.kind === letter.kind) counts.kindsRight += 1
      else remarks.push(`${name}: kind ${reading.kind}, should be ${letter.kind}`)
      if (decisionDropped || reading.outcome === letter.outcome) counts.outcomesRight += 1
      else remarks.push(`${name}: outcome ${reading.outcome}, should be ${letter.outcome}`)
      if (reading.area === letter.area) counts.areasRight += 1
      else remarks.push(`${name}: area ${reading.area}, should be ${letter.area}`)
    }
  }
  return { ...counts, rules, remarks }
}

/** Recall and precision of some rules together; 1 where there is nothing to count. */
export function total(score: Score, group = ''): { recall: number; precision: number; expected: number } {
  const all = Object.entries(score.rules).filter(([id]) => id.startsWith(group))
  const sum = (key: keyof RuleScore): number => all.reduce((count, [, rule]) => count + rule[key], 0)
  const [hits, misses, falseAlarms] = [sum('hits'), sum('misses'), sum('falseAlarms')]
  return { recall: ratio(hits, misses), precision: ratio(hits, falseAlarms), expected: hits + misses }
}

function ratio(right: number, wrong: number): number {
  return right + wrong === 0 ? 1 : right / (right + wrong)
}

/** The score as a table, for people. */
export function describeScore(title: string, score: Score): string {
  const percent = (value: number): string => value.toFixed(3)
  const lines = [`${title}: ${score.cases} cases`]
  for (const id of Object.keys(score.rules).sort()) {
    const { recall, precision, expected } = total({ ...score, rules: { [id]: score.rules[id]! } })
    lines.push(`  ${id.padEnd(36)} recall ${percent(recall)}  precision ${percent(precision)}  (${expected} expected)`)
  }
  for (const group of ['decision', 'justification', 'complaint', 'deadline', 'letter', 'tone', '']) {
    const { recall, precision, expected } = total(score, group ? `${group}/` : '')
    lines.push(
      `  ${(group || 'all').toUpperCase().padEnd(36)} recall ${percent(recall)}  precision ${percent(precision)}  (${expected} expected)`,
    )
  }
  lines.push(
    `  good letters without error or warning: ${score.quietGoodLetters} of ${score.goodLetters} (${percent(score.quietGoodLetters / score.goodLetters)})`,
    `  kind right ${percent(score.kindsRight / score.cases)}, outcome right ${percent(score.outcomesRight / score.cases)}, area right ${percent(score.areasRight / score.cases)}`,
  )
  return lines.join('\n')
}
