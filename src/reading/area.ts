import type { PhraseList } from '../rules/vocabulary.ts'
import type { Area, Evidence } from '../types.ts'
import { citedActs } from './cited-acts.ts'
import { overlaps } from './clause.ts'
import type { Layout } from './sections.ts'
import type { LetterView } from './view.ts'

/** How much each sign points to a field. */
const weights = {
  /** An act that is cited, and the act of a section that is about another field too. */
  act: 5,
  halfAct: 2,
  /** A body that hears complaints of one field only. */
  body: 3.5,
  /** Words in the subject and the headings: those that settle the field, and others. */
  title: { sure: 5, topic: 3, access: 6 },
  text: { sure: 1.5, topic: 0.7 },
  /** The unit that sends the letter, where it is named first. */
  unit: { letterhead: 3, signature: 1.5 },
  hint: 0.4,
} as const

/** What the text can add to one field, however often it says the same; what hints can add; and what is too little. */
const most = { text: 4, hints: 1.2 } as const
const tooLittle = 0.8

/**
 * Which field the letter belongs to: acts cited weigh most, then the subject and headings, the sending unit, the text.
 * A request for access to documents is its own field, whatever the case is about. `other` when nothing points anywhere, or
 * most to a matter outside every field. The `recipient`'s name and address say nothing.
 */
export function findArea(view: LetterView, layout: Layout, recipient: readonly Evidence[]): Area {
  const fieldsOf = findFields(view, layout)
  const weight = new Map<string, number>(citedAreas(view, layout))
  const text = new Map<string, number>()
  const hints = new Map<string, number>()
  const addressed = new Set(recipient.map(({ start }) => start))
  const numbers = [...view.sentences.keys()].filter((index) => !addressed.has(view.sentences[index]!.start))
  const complaint = numbers.filter((index) => layout.zones[index] === 'complaint')
  for (const body of view.pack.law.bodies) {
    if (body.area && complaint.some((index) => view.find(body.names, index))) add(weight, body.area, weights.body)
  }
  for (const index of numbers) {
    const zone = layout.zones[index]
    if (zone === 'complaint') continue
    const { units, sure, topics, hints: hinted } = fieldsOf(index)
    if (zone === 'letterhead' || zone === 'signature') for (const area of units) add(weight, area, weights.unit[zone])
    if (zone === 'contact') continue
    const title = layout.titles[index] || (index < layout.bodyStart && zone === 'letterhead')
    for (const [strength, areas] of [['topic', topics] as const, ['sure', sure] as const])
      for (const area of areas)
        if (title) add(weight, area, weights.title[area === 'access' ? 'access' : strength])
        else add(text, area, weights.text[strength])
    for (const area of hinted) add(hints, area, weights.hint)
  }
  for (const [area, amount] of text) add(weight, area, Math.min(amount, most.text))
  let best = 'other'
  let heaviest: number = tooLittle
  for (const [area, amount] of weight) {
    const all = amount + Math.min(hints.get(area) ?? 0, most.hints)
    if (all <= heaviest) continue
    best = area
    heaviest = all
  }
  return best as Area
}

function add(weight: Map<string, number>, area: string, amount: number): void {
  weight.set(area, (weight.get(area) ?? 0) + amount)
}

/** The fields that a sentence points to, each in the strongest way only. */
type Fields = Readonly<Record<'units' | 'sure' | 'topics' | 'hints', readonly string[]>>

/** Finds the fields whose words stand in a sentence; the name of a street («Klitvej 27») is about no field. */
function findFields(view: LetterView, layout: Layout): (index: number) => Fields {
  const { areas } = view.pack.reading
  const lists = {
    units: Object.entries(areas.units),
    sure: Object.entries(areas.sure),
    topics: Object.entries(areas.topics),
    hints: Object.entries(areas.hints),
  }
  const isStreet = (words: PhraseList, index: number): boolean => {
    const streets = view.within(view.addresses, index)
    return (
      streets.length > 0 &&
      view.findAll(words, index).every((found) => streets.some((street) => overlaps(found, street)))
    )
  }
  const namedIn = (name: keyof typeof lists, index: number): string[] => {
    const named: string[] = []
    for (const [area, words] of lists[name])
      if (view.find(words, index) !== undefined && !isStreet(words, index)) named.push(area)
    return named
  }
  return (index) => {
    const isFixed = ['letterhead', 'signature'].includes(layout.zones[index]!)
    const units = isFixed && !layout.headings[index] ? namedIn('units', index) : []
    // «School Services» says who writes, and not once more what about
    const who = layout.titles[index] ? [] : units
    const sure = namedIn('sure', index).filter((area) => !who.includes(area))
    const topics = namedIn('topics', index).filter((area) => !who.includes(area) && !sure.includes(area))
    // A special school is a school, but not the other way
    const special = [units, sure, topics].some((areas) => areas.includes('special-education'))
    const own = (areas: readonly string[]): readonly string[] =>
      special ? areas.filter((area) => area !== 'school') : areas
    return { units: own(units), sure: own(sure), topics: own(topics), hints: namedIn('hints', index) }
  }
}

/** The fields that the acts point to which the decision cites: by their sections where those have a field of their own. */
function citedAreas(view: LetterView, layout: Layout): Map<Area, number> {
  const found = new Map<Area, number>()
  const cite = (area: Area, amount: number): void => {
    found.set(area, Math.max(amount, found.get(area) ?? 0))
  }
  for (const { act, sections } of citedActs(view, layout)) {
    const special = Object.entries(act.sections ?? {}).filter(([, list]) => list.some((one) => sections.includes(one)))
    for (const [area] of special) cite(area as Area, weights.act)
    // A section can be about both: what is left of the act's own field then weighs less.
    if (act.area && special.length === 0) cite(act.area, weights.act)
    else if (act.area && special.every(([area]) => area === 'special-education')) cite(act.area, weights.halfAct)
  }
  return found
}
