import { expect, it } from 'vitest'
import { explainError, KlarbrevError, lintText, parseLetter } from '../../src/index.ts'
import { docxEntries, p, zip } from './docx-builder.ts'

it.each<[name: string, source: string | Uint8Array]>([
  ['nothing', ''],
  ['blank lines', ' \n\t\n'],
  ['a byte order mark', '\uFEFF'],
  ['front matter', '---\nkind: decision\n---\n'],
  ['an empty Word letter', zip(docxEntries({ body: p('') }))],
])('a letter of %s alone is refused, rather than said to lack everything', async (_, source) => {
  await expect(parseLetter(source)).rejects.toMatchObject({ code: 'input-empty' })
  await expect(lintText(source, { fragment: true })).rejects.toMatchObject({ code: 'input-empty' })
})

it('says to a user what to do about it', async () => {
  const error = await lintText('').catch((reason: unknown) => reason)
  expect(error).toBeInstanceOf(KlarbrevError)
  expect(explainError('da', error as KlarbrevError)).toContain('Filen er tom')
})
