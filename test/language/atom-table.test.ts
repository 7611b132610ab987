import fc from 'fast-check'
import { expect, test } from 'vitest'
import { countAtoms, findAtoms, numberAtom } from '../../src/language/atom-table.ts'
import { type Atom, fits } from '../../src/language/phrase.ts'

const fit = fc.constantFrom<Atom['fit'][]>('whole', 'start', 'end', 'part')
// Letters that the tree has columns for, and some that it has none for.
const letters = fc.string({
  unit: fc.constantFrom('a', 'b', 'æ', 'ø', 'I', '-', 'ж', '字'),
  minLength: 1,
  maxLength: 4,
})
const atoms = fc.array(fc.record({ literal: letters, fit }), { maxLength: 30 })

test('a word fits the atoms that it is said to fit, and no others', () => {
  fc.assert(
    fc.property(atoms, fc.array(letters), (given, parts) => {
      const numbers = given.map(numberAtom)
      const word = parts.join('')
      const found = new Set<number>()
      findAtoms(word, (number) => found.add(number))
      for (const [index, atom] of given.entries()) expect(found.has(numbers[index]!)).toBe(fits(atom, word))
    }),
    { numRuns: 500 },
  )
})

test('equal atoms have the same number, others have their own', () => {
  const one = numberAtom({ literal: 'klage', fit: 'start' })
  const before = countAtoms()
  expect(numberAtom({ literal: 'klage', fit: 'start' })).toBe(one)
  expect(countAtoms()).toBe(before)
  const others = (['whole', 'end', 'part'] as const).map((other) => numberAtom({ literal: 'klage', fit: other }))
  expect(new Set([one, ...others]).size).toBe(4)
})

test('more characters than the tree has room for', () => {
  const literals = Array.from({ length: 120 }, (_, index) => String.fromCharCode(0xc0 + index).toLowerCase())
  const numbers = literals.map((literal) => numberAtom({ literal, fit: 'part' }))
  for (const [index, literal] of literals.entries()) {
    const found: number[] = []
    findAtoms(`0${literal}0`, (number) => found.push(number))
    expect(found).toContain(numbers[index])
  }
})
