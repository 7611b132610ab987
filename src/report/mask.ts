/** How much of a letter's text a report may hold. */
export type Excerpts = 'none' | 'masked' | 'full'

/** DDMMYY and four digits; 60 is added to the day in numbers given in place of a real one. */
const cprNumber =
  /(?<!\p{N})((?:0[1-9]|[12]\d|3[01]|6[1-9]|[78]\d|9[01])(?:0[1-9]|1[0-2])\d\d)[\s\p{Cf}]{0,3}[-\u2010-\u2015\u2212]?[\s\p{Cf}]{0,3}\d{4}(?!\p{N})/gu

/** Hides the last four digits of Danish personal numbers: `010190-****`. */
export function maskCpr(text: string): string {
  return text.replace(cprNumber, '$1-****')
}

/** Text from a letter as far as a report may show it: in full, first letters only, or not at all. */
export function excerptText(text: string, excerpts: Excerpts): string {
  if (excerpts === 'none') return ''
  const masked = maskCpr(text)
  return excerpts === 'full' ? masked : masked.replace(/(?<=[\p{L}\p{N}]\p{M}*)[\p{L}\p{N}]/gu, '•')
}
