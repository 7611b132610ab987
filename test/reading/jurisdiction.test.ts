import { expect, test } from 'vitest'
import { parseLetter, readLetter } from '../../src/index.ts'

/** Who sends a letter, a sentence of it, and whose law it then follows. */
const letters = [
  ['Furesø Municipality', 'Regulation (EU) 2016/679 and the Court of Justice of the European Union say so.', 'dk'],
  ['European Commission', 'You asked for the letters from Denmark and the Danish authorities.', 'eu'],
  ['Kildare County Council', 'The council has decided your case.', 'ie'],
  ['Westbrook County Council', 'We decided under the Freedom of Information Act 2014.', 'ie'],
  ['Westbrook County Council', 'The council has decided your case.', 'uk'],
  ['Customer Relations', 'We have decided your case.', 'other'],
] as const

test.each(letters)('%s: %s', async (sender, sentence, law) => {
  const text = [sender, 'Mary Holt', 'Dear Mary Holt', sentence, 'Yours sincerely', 'Anne Bak'].join('\n\n')
  expect(readLetter(await parseLetter(text, { format: 'text', language: 'en' })).jurisdiction).toBe(law)
})

/** Sections that stand after their act or before it. */
const citations = [
  ['the Folkeskole Act (folkeskoleloven), sections 3(2) and 20(2)', 'special-education'],
  ['section 26 of the Folkeskole Act', 'school'],
  ['section 36 of the Building Act 1984', 'building'],
] as const

test.each(citations)('an area by %s', async (citation, area) => {
  const text = `# Your application\n\nDear Mary Holt\n\nWe decided under ${citation}.\n`
  expect(readLetter(await parseLetter(text, { format: 'markdown', language: 'en' })).area).toBe(area)
})
