import { expect, it } from 'vitest'
import { defineCheck, lintText, type Rule } from '../src/index.ts'

const most = defineCheck(
  (z) => z.strictObject({ words: z.number() }),
  function* ({ letter }, { words }) {
    const last = letter.sentences.flatMap((sentence) => sentence.words)[words]
    if (last) yield { span: last, values: { max: words } }
  },
  { words: 100 },
)

const rule: Rule = {
  id: 'own/length',
  language: 'da',
  title: 'Brevet er kort',
  severity: 'suggestion',
  when: [{}],
  check: 'most-words',
  options: { words: 3 },
  message: 'Brevet har mere end {max} ord.',
  advice: 'Skriv kortere.',
  sources: ['Fjordby Kommune, Sådan skriver vi'],
  examples: { bad: [], good: [] },
}

it('a check from code is used by the rules that name it', async () => {
  const options = { rules: [rule], checks: { 'most-words': most }, language: 'da' } as const
  const { violations } = await lintText('Kære Mette Sørensen\n\nDu kan ringe til os.\n', options)
  expect(violations.map(({ message, excerpt }) => [message, excerpt])).toEqual([['Brevet har mere end 3 ord.', 'Du']])
})

it('a rule that names a check nobody has made is refused, with those there are', async () => {
  const error = await lintText('Kære Mette', { rules: [rule], language: 'da' }).catch((reason: Error) => reason)
  expect(error).toMatchObject({ code: 'rule-invalid' })
})
