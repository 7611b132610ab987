import { expect, test } from 'vitest'
import { lintText } from '../../src/lint-text.ts'

/** A Danish authority that writes English is held against what is known of Danish law, section by section. */

const letterOf = (body: string, guidance: string): string => `Fjordby Municipality

3 March 2026

# Decision about your application

Dear Amira Haddad

${body}

## How to complain

${guidance}
`

const lint = (body: string, guidance: string) =>
  lintText(letterOf(body, guidance), { format: 'markdown', language: 'en', kind: 'decision' })

const idsOf = async (body: string, guidance: string): Promise<string[]> =>
  (await lint(body, guidance)).violations.map(({ ruleId }) => ruleId)

test.each([
  ['section 20(2) of the Folkeskole Act', 'special-education'],
  ['section 83 of the Act on Social Services', 'elderly'],
  ['section 83 a of the Act on Social Services', 'elderly'],
  ['section 36 of the Act on Social Services', 'children'],
  ['section 160 of the Danish Health Act', 'national-benefits'],
])('%s belongs to %s', async (section, area) => {
  const { reading } = await lint(`We have refused your application under ${section}.`, 'You can complain to us.')
  expect(reading).toMatchObject({ area, jurisdiction: 'dk' })
})

test('a board that does not hear the case is the wrong body, and the time limit is that of Danish law', async () => {
  const body = 'We have refused a rural zone permit under section 35 of the Danish Planning Act.'
  const ids = await idsOf(
    body,
    'You can complain to the National Social Appeals Board within 6 weeks of receiving this letter. Write to us.',
  )
  expect(ids).toContain('complaint/wrong-body')
  expect(
    await idsOf(body, 'You can complain to the Planning Appeals Board within 2 weeks of receiving this letter.'),
  ).toContain('complaint/wrong-deadline')
})

test('help that is stopped without the notice of Danish law', async () => {
  const guidance = 'You can complain to the National Social Appeals Board within 4 weeks of receiving this letter.'
  const body = 'We are stopping your help on 1 April 2026 under section 96(1) of the Act on Social Services.'
  expect(await idsOf(body, guidance)).toContain('decision/notice-period')
  expect(await idsOf(`${body} You have 14 weeks’ notice.`, guidance)).not.toContain('decision/notice-period')
})

test('a section that children’s cases have left', async () => {
  const guidance = 'You can complain to the National Social Appeals Board within 4 weeks of receiving this letter.'
  expect(await idsOf('We refuse your application under section 52 of the Act on Social Services.', guidance)).toContain(
    'reference/obsolete-act',
  )
})
