import { expect, test } from 'vitest'
import { lintText } from '../../src/lint-text.ts'

const read = async (body: string) =>
  (await lintText(`Kære Bo\n\nVi giver dig afslag på en rampe.\n\n${body}\n`, { format: 'markdown', language: 'da' }))
    .reading.elements

test.each([
  'Vi har lagt vægt på, at trappen kun har to trin.',
  'Dit ønske om frihed er forståeligt, men trappen er til at gå på, og det vejer tungest.',
  '**Vurdering:** Hensynet til naboen går forud for udsigten.',
])('weighs: %s', async (body) => {
  expect((await read(body))['main-considerations']).toBeDefined()
})

test.each([
  'Vi har vurderet din ansøgning om en rampe.',
  'Vi har læst dine bemærkninger, men de ændrer ikke resultatet.',
  '## Andre muligheder\n\nDu kan lægge en flise foran døren, som vejer mindre end en rampe.',
])('weighs nothing: %s', async (body) => {
  expect((await read(body))['main-considerations']).toBeUndefined()
})

test.each(['Du kan ikke få en anden rampe.', 'Vi har set på, om du kan få hjælp hjemme.'])(
  'names no other way: %s',
  async (body) => {
    expect((await read(body)).alternatives).toBeUndefined()
  },
)

test('complaints of neighbours among the facts are no guidance', async () => {
  const { facts } = await read(
    '## Sagens oplysninger\n\nVi har fået tre klager fra Torvet 11. Den 3. marts 2026 målte vi 44 dB.\n\n## Klage\n\nDu kan klage til Ankestyrelsen.',
  )
  expect(facts).toBeDefined()
})

test('an adviser on money is not the money of the authority', async () => {
  expect((await read('Vores økonomiske rådgiver hjælper dig.')).economy).toBeUndefined()
})
