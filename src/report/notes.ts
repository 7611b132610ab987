import type { LetterResult, ParseNote } from '../types.ts'

/** No rule is for letters in this letter's language: it was only read. */
export const noRules = 'no-rules'

/** Things about a file that no rule is about. */
const notesShown: readonly ParseNote['code'][] = ['macros', 'tracked-changes', 'signed', 'external']

/** What reports say of a letter beside its violations, each once. */
export function noteCodes({ letter, checked }: LetterResult): string[] {
  const codes = letter.notes.map(({ code }) => code).filter((code) => notesShown.includes(code))
  const modes = [...(letter.placeholders ? ['template'] : []), ...(letter.fragment ? ['fragment'] : [])]
  return [...(checked ? [] : [noRules]), ...modes, ...new Set(codes)]
}
