import { readFileSync } from 'node:fs'
import { load } from 'js-yaml'
import { describe, expect, test } from 'vitest'
import { lintText } from '../../src/lint-text.ts'
import { type ElementName, type Kind, type Language, languages } from '../../src/types.ts'
import { describeTallies, type Tried, tallyEach, totalOf } from './tally.ts'

/**
 * Passages of our own, each in a letter of its own: what complaint guidance tells, and which rules of deadline/ speak
 * about what is said of time. Of the English ones a third is set aside: nothing was tuned on it.
 */
interface Passage {
  readonly text: string
  readonly has: readonly string[]
  /** What could be said to be there or not, and does not count. */
  readonly may?: readonly string[]
  /** Without a heading above it. */
  readonly bare?: boolean
}

/** The share that has to be right at least; for what was set aside, what was reached. */
const least: Readonly<Record<string, number>> = {
  'da/complaint': 0.97,
  'da/deadlines': 0.97,
  'en/complaint': 0.97,
  'en/complaint-set-aside': 0.93,
  'en/complaint-second': 0.97,
  'en/deadlines': 0.97,
  'en/deadlines-set-aside': 0.75,
  'en/deadlines-second': 0.92,
}

const elements = {
  body: 'complaint-body',
  procedure: 'complaint-procedure',
  deadline: 'complaint-deadline',
  start: 'complaint-deadline-start',
  reassessment: 'reassessment',
  limits: 'review-limits',
  court: 'court-deadline',
  none: 'no-complaint',
} satisfies Record<string, ElementName>

const rules = ['missing', 'vague', 'processing-time', 'hearing', 'past', 'weekday', 'impossible']

describe.each(Object.keys(least))('passages: %s', (name) => {
  const language = languages.find((one) => name.startsWith(one))!
  const passages = load(readFileSync(new URL(`passages/${name}.yml`, import.meta.url), 'utf8'))
  const groups = Object.entries(passages as Record<string, Passage[]>)
  const [names, tryOut] = name.includes('complaint') ? [Object.keys(elements), tryGuidance] : [rules, tryTimes]

  test('recall and precision', async () => {
    const tried = groups.flatMap(([group, some]) => some.map((passage) => tryOut(language, group, passage)))
    const tallies = tallyEach(names, await Promise.all(tried))
    console.log(describeTallies(name, tallies))
    const { recall, precision } = totalOf(tallies)
    expect(recall).toBeGreaterThanOrEqual(least[name]!)
    expect(precision).toBeGreaterThanOrEqual(least[name]!)
  })
})

/** What is found in a passage of guidance below a refusal under the law of `whose`. */
async function tryGuidance(language: Language, whose: string, passage: Passage): Promise<Tried> {
  const options = { format: 'markdown', language, kind: 'decision', outcome: 'refusal' } as const
  const heading = passage.bare ? '' : `${frames[language].complaint}\n\n`
  const { reading } = await lintText(letterWith(language, refusals[language][whose]!, heading + passage.text), options)
  const told = Object.entries(elements).filter(([, element]) => reading.elements[element]?.length)
  // Only a Danish authority has to look at its own decision first; elsewhere a review can be either.
  return judge(
    passage,
    told.map(([name]) => name).filter((name) => whose === 'dk' || name !== 'reassessment'),
  )
}

/** Which rules about time speak to a passage in a letter of a kind. */
async function tryTimes(language: Language, kind: string, passage: Passage): Promise<Tried> {
  const outcome = kind === 'decision' ? ({ outcome: 'order' } as const) : {}
  const options = { format: 'markdown', language, kind: kind as Kind, date: '2026-03-16', ...outcome } as const
  const { violations } = await lintText(letterWith(language, '', passage.text), options)
  return judge(
    passage,
    rules.filter((rule) => violations.some(({ ruleId }) => ruleId === `deadline/${rule}`)),
  )
}

function judge({ text, has, may = [] }: Passage, found: readonly string[]): Tried {
  return { name: text, has: new Set(has), found: new Set(found.filter((name) => !may.includes(name))) }
}

function letterWith(language: Language, before: string, text: string): string {
  const { greeting, closing } = frames[language]
  return [greeting, before, text, closing].filter((part) => part !== '').join('\n\n')
}

const frames = {
  da: { greeting: 'Kære Mette Sørensen', complaint: '## Klage', closing: 'Venlig hilsen\n\nAnne Holm\n' },
  en: {
    greeting: 'Dear Mette Sorensen',
    complaint: '## Complaints and appeals',
    closing: 'Kind regards\n\nAnne Holm\n',
  },
} satisfies Record<Language, object>

const refusals: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  da: {
    dk: 'Vi giver dig afslag på en elscooter.\n\nLægen skriver, at du kan gå 400 meter. Derfor opfylder du ikke kravet i servicelovens § 113.',
  },
  en: {
    dk: 'We refuse your application for a scooter.\n\nYour doctor writes that you can walk 400 metres. You therefore do not meet the condition in section 113 of the Danish Social Services Act (serviceloven).',
    uk: 'We refuse your application.\n\nYou have been away since May 2025. You therefore do not meet the condition in section 193 of the Housing Act 1996.',
    eu: 'We refuse your application for the document.\n\nIt holds the position of the Union in the talks, and Article 4(1) of Regulation (EC) No 1049/2001 protects it.',
    ie: 'We refuse your application.\n\nYour means are above €350 a week. You therefore do not meet the condition in section 141 of the Social Welfare Consolidation Act 2005.',
  },
}
