import { readFileSync } from 'node:fs'
import { describe, expect, it, test } from 'vitest'
import { sentencesHeldBy } from '../../src/rules/guideline.ts'
import { findGuideline, loadGuidelines } from '../../src/rules/load-guidelines.ts'
import { allRules, profileNames } from '../../src/rules/load-rules.ts'
import { readGuidelines } from '../../src/rules/read-guidelines.ts'

const guidelines = await loadGuidelines()
const wordsOf = (text: string): string[] => text.match(/[\p{L}\p{N}]+/gu) ?? []

describe.each(['furesoe', 'rudersdal'])('the guideline of %s', (name) => {
  // The text as the municipality published it; the numbers of its list are no words of a sentence.
  const published = readFileSync(new URL(`guidelines/${name}.txt`, import.meta.url), 'utf8').replace(/^\d\. /gmu, '')

  it('holds every sentence of the published text, in order, and no other', async () => {
    const { sentences } = await findGuideline(name)
    expect(sentences.flatMap(({ text }) => wordsOf(text))).toEqual(wordsOf(published))
  })

  it('has a profile of its own that brings back no rule the guideline does not name', async () => {
    expect(profileNames).toContain(name)
  })
})

describe('the European Code', () => {
  it('is held or accounted for article by article', async () => {
    const { sentences } = await findGuideline('eu')
    const articles = sentences.flatMap(({ section }) => /^Article (\d+)/u.exec(section ?? '')?.[1] ?? [])
    expect([...new Set(articles)].map(Number)).toEqual(Array.from({ length: 27 }, (_, index) => index + 1))
  })

  it('has a profile of its own', () => {
    expect(profileNames).toContain('eu')
  })
})

describe.each([...guidelines])('$name', ({ sentences }) => {
  test.each([...sentences])('$text', ({ rules, because }) => {
    expect(rules === undefined).toBe(because !== undefined)
    expect(new Set(rules).size).toBe(rules?.length ?? 0)
  })
})

it('names, for each rule that gives a guideline as its source, a sentence that it holds', () => {
  const publishers = [
    ['Furesø Kommune, 6 ledetråde', 'furesoe'],
    ['Rudersdal Kommune, Sådan samarbejder vi', 'rudersdal'],
    ['European Code of Good Administrative Behaviour', 'eu'],
  ] as const
  const unnamed = allRules().flatMap(({ id, sources }) =>
    publishers
      .filter(([source]) => sources.some((other) => other.startsWith(source)))
      .filter(([, name]) => !sentencesHeldBy(id, guidelines).some(({ guideline }) => guideline.name === name))
      .map(([, name]) => `${id}: ${name}`),
  )
  expect(unnamed).toEqual([])
})

describe('the build of guidelines', () => {
  const build = (sentence: string) =>
    readGuidelines(
      [
        {
          path: 'rules/guidelines/ours.yml',
          text: `title: { da: Vores, en: Ours }\npublisher: Os\nsentences:\n  - ${sentence}`,
        },
      ],
      allRules(),
    )

  it('keeps a sentence with its rules, and one with a reason', () => {
    expect(build('{ text: Afslag begrundes., rules: [justification/missing] }')[0]?.sentences).toEqual([
      { text: 'Afslag begrundes.', rules: ['justification/missing'] },
    ])
    expect(
      build('{ text: Vi er glade., because: { da: Det kan et brev ikke vise., en: No letter can show it. } }')[0]?.name,
    ).toBe('ours')
  })

  it.each([
    ['{ text: A, rules: [justification/mising] }', 'there is no rule "justification/mising"; did you mean'],
    ['{ text: A }', 'either rules or because'],
    ['{ text: A, because: { da: B, en: B }, rules: [letter/date] }', 'either rules or because'],
    ['{ text: A, regler: [letter/date] }', 'Unrecognized key'],
  ])('refuses %s', (sentence, problem) => {
    expect(() => build(sentence)).toThrow(problem)
  })
})
