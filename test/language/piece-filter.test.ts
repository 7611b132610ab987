import fc from 'fast-check'
import { expect, test } from 'vitest'
import { pieceFilter } from '../../src/language/piece-filter.ts'

test('tells that a text may hold every piece of it', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.nat(), fc.nat(), (text, from, length) => {
      const piece = text.slice(from % (text.length + 1)).slice(0, length % 20)
      expect(pieceFilter(text)(piece)).toBe(true)
    }),
  )
})

test.each(['klage', 'ikke [', '§§', '!'])('tells that a text does not hold «%s»', (piece) => {
  expect(pieceFilter('Du får ikke hjælp efter § 112.')(piece)).toBe(false)
})
