import type { Evidence, Jurisdiction } from '../types.ts'
import type { Layout } from './sections.ts'
import type { LetterView } from './view.ts'

/** What the authority that sends the letter counts for, next to a sign of the letter. */
const senderWeight = 5

/** Whose law the letter follows: the jurisdiction with most signs, each counted once, and most of all with its authority. */
export function findJurisdiction(
  view: LetterView,
  layout: Layout,
  { sender, recipient }: { readonly sender: readonly Evidence[]; readonly recipient: readonly Evidence[] },
): Jurisdiction {
  const { jurisdictions } = view.pack.law
  if (jurisdictions.length === 0) return 'dk'
  const numbers = [...view.sentences.keys()]
  const holds = (evidence: readonly Evidence[], index: number): boolean => {
    const { start, end } = view.sentences[index]!
    return evidence.some((one) => one.start < end && start < one.end)
  }
  const aboutSender = numbers.filter(
    (index) =>
      holds(sender, index) || (['letterhead', 'signature'].includes(layout.zones[index]!) && !holds(recipient, index)),
  )
  let best: Jurisdiction = 'other'
  let most = 0
  for (const { id, senders, signs } of jurisdictions) {
    const sends = aboutSender.some((index) => view.find(senders, index))
    const words = new Set(
      numbers.flatMap((index) =>
        view.findAll(signs, index).map(({ start, end }) => view.letter.text.slice(start, end).toLowerCase()),
      ),
    )
    const found = words.size + (sends ? senderWeight : 0)
    if (found <= most) continue
    best = id
    most = found
  }
  return best
}
