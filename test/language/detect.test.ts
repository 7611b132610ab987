import { expect, test } from 'vitest'
import { detectBlockLanguage, detectLanguage } from '../../src/language/detect.ts'

test.each([
  'Afgørelse',
  'Kære Anna',
  'Klagevejledning',
  'Tilladelse',
  'Bevilling af tilskud',
  'Du får afslag på din ansøgning.',
  'Vi har modtaget dit brev.',
  'Ankestyrelsen',
  'Bilag',
  '',
  '123',
  'Hej',
  'Dato: 3. marts 2026',
  'Sagsnr. 24/5678',
  'Med venlig hilsen',
  'Kontakt',
  'Du skal svare inden 4 uger.',
  'Partshøring',
  'Refusion af udgifter til tolk',
])('%j is Danish', (text) => expect(detectLanguage(text)).toBe('da'))

test.each([
  'Decision',
  'Dear Anna',
  'Your appeal',
  'Refusal of planning permission',
  'Housing',
  'How to appeal',
  'We have refused your application.',
  'Yours sincerely',
  'Notice of hearing',
  'Right of appeal',
  'Reasons for the decision',
  'What happens next',
  'You must reply within 4 weeks.',
  'Thank you for writing',
  'The council has decided as follows.',
  'Furesø Municipality has refused your request for access.',
])('%j is English', (text) => expect(detectLanguage(text)).toBe('en'))

test.each([
  ['da', 'Vi har modtaget din ansøgning, og du får svar inden for fire uger.'],
  ['en', 'We have received your application, and you will have an answer within four weeks.'],
  [undefined, 'Fjordby Kommune, Havnegade 12, 8350 Fjordby'],
])('a paragraph in %s: %s', (language, text) => {
  expect(detectBlockLanguage(text)).toBe(language)
})
