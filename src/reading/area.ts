import type { Area } from '../types.ts'
import type { Layout } from './sections.ts'
import type { LetterView } from './view.ts'

/**
 * Which field the letter belongs to: acts cited weigh most, then the subject and headings, the sending unit, the text.
 * A request for access to documents is its own field, whatever the case is about.
 */
export function findArea(view: LetterView, layout: Layout): Area {
  const { acts, topics } = view.pack.reading.areas
  const weight = new Map<Area, number>()
  const add = (area: string, amount: number): void => {
    weight.set(area as Area, (weight.get(area as Area) ?? 0) + amount)
  }
  const complaint = new Set([...view.sentences.keys()].filter((index) => layout.zones[index] === 'complaint'))
  const cited = new Set(
    view.references
      .filter((reference) => !complaint.has(view.sentenceAt(reference.start)))
      .flatMap((reference) => (reference.actKey ? [reference.actKey] : [])),
  )
  for (const [area, names] of Object.entries(acts)) if (names.some((name) => cited.has(name))) add(area, 5)
  for (const body of view.pack.law.bodies) {
    if (body.area && [...complaint].some((index) => view.find(body.names, index))) add(body.area, 6)
  }
  for (const index of view.sentences.keys()) {
    if (complaint.has(index) || layout.zones[index] === 'contact') continue
    const title = layout.headings[index] || (index < layout.bodyStart && layout.zones[index] === 'letterhead')
    for (const [area, list] of Object.entries(topics))
      if (view.find(list, index)) add(area, title ? (area === 'access' ? 6 : 3) : 0.7)
  }
  let best: Area = 'other'
  let bestWeight = 0.6
  for (const [area, amount] of weight) {
    if (amount > bestWeight) {
      best = area
      bestWeight = amount
    }
  }
  return best
}
