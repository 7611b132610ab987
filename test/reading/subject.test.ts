import { expect, test } from 'vitest'
import { parseLetter, readLetter } from '../../src/index.ts'

/** Lines above and below the greeting «Kære Mette» (blocks parted by `//`), and what the letter is about, if that is said. */
const letters: readonly (readonly [above: string, below: string, subject?: string])[] = [
  ['3. marts 2026 // Plejebolig', '', 'Plejebolig'],
  ['3. marts 2026 // Sagsnr. 26/417', ''],
  ['3. marts 2026 // Sagsnr. 26/417 // Taxa den 4. maj', '', 'Taxa den 4. maj'],
  ['Dato: 3. marts 2026 // Emne: Stillads på Nygade 11, sag 26/20417', '', 'Emne: Stillads på Nygade 11, sag 26/20417'],
  ['3. marts 2026 // Jeres alkoholbevilling, Havnegade 3', '', 'Jeres alkoholbevilling, Havnegade 3'],
  [
    'Mette Holm // # Havnegade 3, Virum: ny kvist og nyt tag // 3. marts 2026',
    '',
    'Havnegade 3, Virum: ny kvist og nyt tag',
  ],
  ['3. marts 2026 // # Kvittering for ansøgning BYG-2026-0883', '', 'Kvittering for ansøgning BYG-2026-0883'],
  ['3. marts 2026', '# Afgørelse // Du får hjælp. // # Begrundelse'],
  ['3. marts 2026', '# Afslag på støtte til bil // Du får ikke støtte. // # Begrundelse', 'Afslag på støtte til bil'],
]

test.each(letters)('%s // Kære Mette // %s: %s', async (above, below, subject) => {
  const blocks = ['Furesø Kommune', above, 'Kære Mette', below, 'Vi har set på din sag i denne uge.', 'Venlig hilsen']
  const letter = await parseLetter(blocks.join(' // ').split(' // ').join('\n\n'), {
    format: 'markdown',
    language: 'da',
  })
  expect(readLetter(letter).elements.subject?.map(({ text }) => text)).toEqual(subject && [subject])
})

test.each([
  'Housing Act 1996, Part 7: decision on your homelessness application',
  'Planning application 26/0456/HOU: 12 Mill Lane, Westbrook',
  'Your application for a rear extension at 12 Mill Lane, Westbrook',
])('right below the greeting of a text: %s', async (line) => {
  const blocks = [
    'Westbrook Council',
    '3 November 2026',
    'Dear Mr Okafor',
    line,
    'We have looked at your case.',
    'Yours',
  ]
  const letter = await parseLetter(blocks.join('\n\n'), { format: 'text', language: 'en' })
  expect(readLetter(letter).elements.subject?.map(({ text }) => text)).toEqual([line])
})
