import { expect, it } from 'vitest'
import { lintText } from '../src/lint-text.ts'
import { findSuppressions, suppressionOf } from '../src/suppressions.ts'
import type { Letter } from '../src/types.ts'

const rule = 'plain/officialese'

/** The lines of officialese that are reported, and the reasons for those that are not. */
async function outcome(text: string, format: 'markdown' | 'text' = 'markdown') {
  const greeting = text.startsWith('---') ? '' : 'Kære Mette Sørensen\n\n'
  const { violations, suppressed } = await lintText(`${greeting}${text}`, { format, language: 'da' })
  return {
    lines: violations.filter(({ ruleId }) => ruleId === rule).map(({ line }) => line),
    reasons: suppressed.map(({ ruleId, justification, suppressedBy }) => [ruleId, justification, suppressedBy]),
    others: violations.map(({ ruleId }) => ruleId).filter((id) => id.startsWith('suppression/')),
  }
}

it.each(['markdown', 'text'] as const)('accepts what the next block holds, with a reason: %s', async (format) => {
  const text = `<!-- klarbrev-ignore ${rule} -- aftalt med juristen -->\n\nSåfremt du spørger.\n\nSåfremt du ringer.\n`
  expect(await outcome(text, format)).toEqual({
    lines: [7],
    reasons: [[rule, 'aftalt med juristen', 'comment']],
    others: [],
  })
})

it('accepts a whole section where a heading comes next', async () => {
  const text = `<!-- klarbrev-ignore ${rule}: aftalt -->\n\n## Klage\n\nSåfremt du klager.\n\n## Andet\n\nSåfremt du ringer.\n`
  expect((await outcome(text)).lines).toEqual([11])
})

it('accepts from start to end, and several rules at once', async () => {
  const text = [
    `<!-- klarbrev-ignore-start ${rule}, tone/third-person — citat -->`,
    'Såfremt du spørger.',
    'Såfremt ansøger ringer.',
    '<!-- klarbrev-ignore-end -->',
    'Såfremt du skriver.',
  ].join('\n\n')
  const { lines, reasons } = await outcome(text)
  expect(lines).toEqual([11])
  expect(reasons.map(([id]) => id)).toContain(rule)
})

it('accepts in the whole letter by the front matter', async () => {
  const text = `---\nklarbrev-ignore: ${rule} -- står i aftalen; letter/date -- skabelon\n---\n\nKære Mette Sørensen\n\nSåfremt du spørger.\n\nSåfremt du ringer.\n`
  const { lines, reasons } = await outcome(text)
  expect(lines).toEqual([])
  expect(reasons).toContainEqual([rule, 'står i aftalen', 'front-matter'])
  expect(reasons).toContainEqual(['letter/date', 'skabelon', 'front-matter'])
})

it('accepts nothing without a reason, and says so', async () => {
  const text = `<!-- klarbrev-ignore ${rule} -->\n\nSåfremt du spørger.\n`
  expect(await outcome(text)).toEqual({ lines: [5], reasons: [], others: ['suppression/without-reason'] })
})

it('says what there was no need for, also where the rule is misspelt', async () => {
  expect((await outcome(`<!-- klarbrev-ignore ${rule} -- aftalt -->\n\nHvis du spørger.\n`)).others).toEqual([
    'suppression/unused',
  ])
  expect((await outcome('<!-- klarbrev-ignore plain/oficialese -- x -->\n\nSåfremt du spørger.\n')).others).toEqual([
    'suppression/unused',
  ])
})

it('is accepted by a comment in the margin of a Word letter', async () => {
  const { letter, violations } = await lintText('Kære Mette Sørensen\n\nSåfremt du spørger.\n\nSåfremt du ringer.\n', {
    language: 'da',
  })
  const comment = { kind: 'comment', start: 21, end: 28, text: `klarbrev-ignore ${rule}: aftalt` } as const
  const word: Letter = { ...letter, source: undefined, marks: [comment] }
  const found = violations.filter(({ ruleId }) => ruleId === rule)
  const suppressions = findSuppressions(word)
  expect(found.map((one) => suppressionOf(one, suppressions)?.reason)).toEqual(['aftalt', undefined])
})
