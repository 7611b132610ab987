import { expect, test } from 'vitest'
import { pack } from '../../src/pack.ts'

/** klarbrev says what it found and did not find in a text, and never that a decision is unlawful. */
test.each(Object.values(pack))('no rule and no message in $language judges the law', ({ rules, messages }) => {
  const said = [
    ...rules.flatMap(({ id, title, message, advice }) => [title, message, advice].map((text) => `${id}: ${text}`)),
    ...Object.entries(messages).map(([key, text]) => `${key}: ${text}`),
  ]
  const judges =
    /ulovlig|retsstridig|ugyldig(?! nøgle)|lovbrud|unlawful|illegal|invalid decision|breach of|breaks the law/iu
  expect(said.filter((text) => judges.test(text))).toEqual([])
})
