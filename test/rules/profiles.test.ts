import { describe, expect, it } from 'vitest'
import { lintText } from '../../src/lint-text.ts'
import { allRules, loadRules, profileNames } from '../../src/rules/load-rules.ts'
import { chooseRules } from '../../src/rules/profile.ts'
import { readProfiles } from '../../src/rules/read-profiles.ts'

const rules = allRules()
const title = 'title: { da: Vores, en: Ours }'

/** What the build makes of profiles with these names and lines. */
function build(profiles: Readonly<Record<string, readonly string[]>>) {
  const files = Object.entries(profiles).map(([name, lines]) => ({
    path: `rules/profiles/${name}.yml`,
    text: [title, ...lines].join('\n'),
  }))
  return readProfiles(files, rules)
}

describe('the build of profiles', () => {
  it('puts what a profile extends into it, the nearest first', () => {
    const { ours } = build({
      base: ['rules: { letter/date: off, tone/address: error }'],
      middle: ['extends: base', 'rules: { plain/readability: { severity: warning, options: { max: 40 } } }'],
      ours: ['extends: middle', 'rules: { letter/date: warning, plain/readability: { options: { minWords: 50 } } }'],
    })
    expect(ours?.rules).toEqual({
      'letter/date': { severity: 'warning' },
      'tone/address': { severity: 'error' },
      'plain/readability': { severity: 'warning', options: { max: 40, minWords: 50 } },
    })
  })

  it.each([
    [['rules: { letter/dato: off }'], 'ours.yml:2:10: there is no rule "letter/dato"; did you mean "letter/date"?'],
    [['rules: { letter/date: of }'], 'ours.yml:2:'],
    [['rules: { plain/readability: { options: { maks: 3 } } }'], 'rules.plain/readability.options: Unrecognized key'],
    [['extends: strikt'], 'ours.yml:2:1: there is no profile "strikt"'],
    [['extends: ours'], 'the profiles extend each other: ours → ours'],
    [['regler: {}'], 'Unrecognized key: "regler"'],
  ])('refuses %j', (lines, problem) => {
    expect(() => build({ ours: lines })).toThrow(problem)
  })
})

describe('a profile at work', () => {
  const letter = 'Kære Mette Sørensen\n\nSåfremt du vil klage, så ring til os.\n'

  it('is recommended when no other is chosen', async () => {
    expect(profileNames).toContain('recommended')
    expect(await loadRules()).toEqual(await loadRules({ profile: 'recommended' }))
  })

  it('switches rules off, and weighs them whatever their check says', async () => {
    const chosen = chooseRules(rules, {
      'plain/officialese': { severity: 'error' },
      'letter/contact': { severity: 'off' },
    })
    const { violations } = await lintText(letter, { rules: chosen })
    expect(violations.find(({ ruleId }) => ruleId === 'plain/officialese')?.severity).toBe('error')
    expect(violations.map(({ ruleId }) => ruleId)).not.toContain('letter/contact')
  })

  it('refuses a name that is none, with the nearest one', async () => {
    const error = await lintText(letter, { profile: 'recomended' }).catch((reason: unknown) => reason)
    expect(error).toMatchObject({ code: 'unknown-value', values: { option: '--profile', nearest: 'recommended' } })
  })

  it('yields to a severity that is given for one rule', async () => {
    const some = await loadRules({ severities: { 'plain/officialese': 'off', 'letter/date': 'error' } })
    expect(some.find(({ id }) => id === 'plain/officialese')).toBeUndefined()
    expect(some.find(({ id }) => id === 'letter/date')?.severity).toBe('error')
  })
})
