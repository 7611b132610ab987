import { describe, expect, test } from 'vitest'
import { pack } from '../../src/pack.ts'

/** The records of law point to each other by id, and none of them is empty, backwards or without a source. */

describe.each(Object.values(pack))('the law in $language', ({ law }) => {
  const acts = law.acts.map(({ id }) => id)
  const bodies = law.bodies.map(({ id }) => id)
  const citations = [
    ...law.remedies.flatMap(({ id, acts: cited = [] }) => cited.map((act) => [id, act] as const)),
    ...law.notice.flatMap(({ source, sections }) => sections.map((section) => [source, section] as const)),
  ]

  test('names every act, body and remedy once', () => {
    for (const ids of [acts, bodies, law.remedies.map(({ id }) => id)]) expect([...new Set(ids)]).toEqual(ids)
    const names = law.acts.flatMap((act) => act.names)
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([])
  })

  test('writes the names of acts in small letters, as references give them', () => {
    expect(law.acts.flatMap((act) => act.names).filter((name) => name !== name.toLowerCase())).toEqual([])
  })

  test('cites acts and bodies that it knows', () => {
    expect(citations.filter(([, act]) => !acts.includes(act.replace(/ (?:§|section) .*$/u, '')))).toEqual([])
    expect(law.remedies.flatMap((remedy) => remedy.bodies).filter((body) => !bodies.includes(body))).toEqual([])
    expect(
      law['obsolete-acts'].flatMap(({ act }) => (act === undefined ? [] : [act])).filter((act) => !acts.includes(act)),
    ).toEqual([])
  })

  test('dates its records forwards', () => {
    const records = [
      ...law.bodies,
      ...law.acts,
      ...law.remedies,
      ...law['obsolete-acts'],
      ...law['obsolete-terms'],
      ...law.notice,
    ]
    expect(records.filter(({ validFrom, validTo }) => validFrom && validTo && validFrom > validTo)).toEqual([])
  })

  test('says who came after a body, act or term that is gone, and why it is known', () => {
    const gone = [...law.bodies.filter(({ validTo }) => validTo), ...law['obsolete-acts'], ...law['obsolete-terms']]
    expect(gone.filter(({ instead, source }) => !instead || !source)).toEqual([])
  })
})
