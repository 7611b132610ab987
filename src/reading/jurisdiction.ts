import type { Jurisdiction } from '../types.ts'
import type { LetterView } from './view.ts'

/** Whose law the letter follows: the jurisdiction with the most signs in its acts, bodies and words. */
export function findJurisdiction(view: LetterView): Jurisdiction {
  const { jurisdictions } = view.pack.law
  if (jurisdictions.length === 0) return 'dk'
  let best: Jurisdiction = 'other'
  let most = 0
  for (const { id, signs } of jurisdictions) {
    const count = view.sentences.reduce((sum, _, index) => sum + view.findAll(signs, index).length, 0)
    if (count <= most) continue
    best = id
    most = count
  }
  return best
}
