import type { Area } from '../types.ts'
import { citedActs } from './cited-acts.ts'
import type { Layout } from './sections.ts'
import type { LetterView } from './view.ts'

/**
 * Which field the letter belongs to: acts cited weigh most, then the subject and headings, the sending unit, the text.
 * A request for access to documents is its own field, whatever the case is about. `other` when nothing points anywhere.
 */
export function findArea(view: LetterView, layout: Layout): Area {
  const topics = Object.entries(view.pack.reading.areas.topics)
  const units = Object.entries(view.pack.reading.areas.units)
  const weight = new Map<Area, number>()
  const add = (area: string, amount: number): void => {
    weight.set(area as Area, (weight.get(area as Area) ?? 0) + amount)
  }
  const complaint = new Set([...view.sentences.keys()].filter((index) => layout.zones[index] === 'complaint'))
  for (const [area, amount] of citedAreas(view, layout)) add(area, amount)
  for (const body of view.pack.law.bodies) {
    if (body.area && [...complaint].some((index) => view.find(body.names, index))) add(body.area, 3.5)
  }
  for (const index of view.sentences.keys()) {
    const zone = layout.zones[index]!
    if (complaint.has(index)) continue
    const title = layout.headings[index] || (index < layout.bodyStart && zone === 'letterhead')
    if (zone === 'signature' || (zone === 'letterhead' && !layout.headings[index])) {
      for (const [area, list] of units) if (view.find(list, index)) add(area, 1.5)
    }
    if (zone === 'contact') continue
    for (const [area, list] of topics) if (view.find(list, index)) add(area, title ? (area === 'access' ? 6 : 3) : 0.7)
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

/** The fields that the acts point to which the decision cites: by their sections where those have a field of their own. */
function citedAreas(view: LetterView, layout: Layout): Map<Area, number> {
  const found = new Map<Area, number>()
  const add = (area: Area, amount: number): void => {
    found.set(area, Math.max(amount, found.get(area) ?? 0))
  }
  for (const { act, sections } of citedActs(view, layout)) {
    const special = Object.entries(act.sections ?? {}).filter(([, list]) => list.some((one) => sections.includes(one)))
    for (const [area] of special) add(area as Area, 5)
    // A section can be about both: what is left of the act's own field then weighs less.
    if (act.area && special.length === 0) add(act.area, 5)
    else if (act.area && special.every(([area]) => area === 'special-education')) add(act.area, 2)
  }
  return found
}
