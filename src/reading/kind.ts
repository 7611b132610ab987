import type { Kind } from '../types.ts'
import type { OutcomeHit } from './outcome.ts'
import type { Layout } from './sections.ts'
import type { LetterView } from './view.ts'

const kinds: readonly Kind[] = ['hearing', 'decision', 'delay', 'forwarding', 'acknowledgement', 'information']

/** What the letter is for: the kind whose words weigh most. Titles count more than text, and the beginning more than the end. */
export function findKind(view: LetterView, layout: Layout, outcomes: readonly OutcomeHit[]): Kind {
  const { kinds: lists } = view.pack.reading
  const weight = Object.fromEntries(kinds.map((kind) => [kind, 0])) as Record<Kind, number>
  for (const index of view.sentences.keys()) {
    const zone = layout.zones[index]
    if (zone === 'signature' || zone === 'contact' || view.letter.blocks[view.sentences[index]!.block]!.quoted) continue
    const title = index < layout.bodyStart ? isTitle(view, layout, index) : layout.headings[index]
    for (const kind of kinds) {
      if (title) {
        if (zone !== 'complaint' && view.find(lists[`${kind}-title`], index)) weight[kind] += index < layout.bodyStart + 2 ? 4 : 1.5
      } else if (zone !== 'letterhead' && zone !== 'complaint' && view.find(lists[`${kind}-text`], index)) {
        weight[kind] += index < layout.bodyStart + 3 ? 2 : 1
      }
    }
  }
  const results = outcomes.filter((hit) => !hit.title)
  if (results.length > 0) weight.decision += results.some((hit) => hit.sentence < layout.bodyStart + 5) ? 5 : 3
  if (layout.zones.includes('complaint')) weight.decision += 3
  return kinds.reduce((best, kind) => (weight[kind] > weight[best] ? kind : best), 'information')
}

/** Above the greeting: a heading, or the line right before the greeting. */
function isTitle(view: LetterView, layout: Layout, index: number): boolean {
  if (layout.headings[index]) return true
  const last = layout.greeting === undefined ? layout.bodyStart : layout.greeting
  return index === last - 1 && view.sentences[index]!.words.length >= 2
}
