import {
  type ElementName,
  type Evidence,
  elementNames,
  type Placeholder,
  type PlaceholderType,
  type Reading,
  type SectionKind,
  type Span,
} from '../types.ts'
import type { Layout } from './sections.ts'
import { evidence, type LetterView } from './view.ts'

/** Which holes can stand for an element, and in which parts of the letter (all, where none are named). */
interface Filling {
  readonly types: readonly PlaceholderType[]
  readonly zones?: readonly SectionKind[]
  readonly outside?: readonly SectionKind[]
}

const times = ['deadline', 'date', 'period'] as const
const foot = ['letterhead', 'signature', 'contact'] as const

/** Elements that a hole can stand for wherever it stands. */
const fillings: Readonly<Partial<Record<ElementName, Filling>>> = {
  sender: { types: ['authority'], zones: foot },
  recipient: { types: ['name', 'address'], zones: ['letterhead'] },
  date: { types: ['date'], zones: ['letterhead', 'signature'] },
  'case-number': { types: ['case-number'] },
  subject: { types: ['subject'], outside: ['complaint', 'signature'] },
  decision: { types: ['decision'], outside: ['complaint', 'signature', 'letterhead'] },
  reasons: { types: ['reasons', 'facts', 'considerations'], outside: ['complaint', 'signature', 'letterhead'] },
  'legal-basis': { types: ['law'], outside: ['complaint', 'signature', 'letterhead'] },
  facts: { types: ['facts', 'reasons'], outside: ['complaint', 'signature', 'letterhead'] },
  'main-considerations': { types: ['considerations', 'reasons'], outside: ['complaint', 'signature', 'letterhead'] },
  complaint: { types: ['guidance'] },
  'complaint-body': { types: ['guidance', 'body'], zones: ['complaint'] },
  'complaint-procedure': { types: ['guidance', 'contact', 'address'], zones: ['complaint'] },
  'complaint-deadline': { types: ['guidance', ...times], zones: ['complaint'] },
  'complaint-deadline-start': { types: ['guidance', 'deadline', 'date'], zones: ['complaint'] },
  reassessment: { types: ['guidance'] },
  contact: { types: ['contact'], outside: ['complaint'] },
  signatory: { types: ['name', 'any'], zones: ['signature'] },
}

/** Elements of the whole guidance: a hole for it stands for them, wherever it is. */
const guidanceElements = elementNames.filter((name) => fillings[name]?.types.includes('guidance'))

/** What only words of the letter itself can be, not those of advice to the writer. */
const ownWords: readonly ElementName[] = [
  'reasons',
  'facts',
  'main-considerations',
  'boilerplate',
  'alternatives',
  'request',
  'open-request',
  'vague-deadline',
]

/** Alternatives («[bevilget / ikke bevilget]») are words of the letter, one of which will stand there. */
function isAdvice({ letter }: LetterView, { start, end }: Span): boolean {
  return !letter.text.slice(start, end).includes(' / ')
}

function isInside(words: Span, hole: Span): boolean {
  return hole.start <= words.start && words.end <= hole.end
}

/**
 * The elements of a template: those that were found, and for each that was not, the holes that can stand for it. A time
 * that is a hole answers the requests beside it.
 */
export function fillPlaceholders(view: LetterView, layout: Layout, found: Reading['elements']): Reading['elements'] {
  const holes = view.letter.placeholders ?? []
  const filled: Partial<Record<ElementName, readonly Evidence[]>> = { ...found }
  for (const name of ownWords) {
    const kept = found[name]?.filter((words) => !holes.some((hole) => isAdvice(view, hole) && isInside(words, hole)))
    if (kept && kept.length > 0) filled[name] = kept
    else delete filled[name]
  }
  const fill = (name: ElementName, places: readonly Placeholder[]) => {
    if (places.length > 0 && !filled[name]) filled[name] = places.map((place) => evidence(view.letter, place))
  }
  for (const name of elementNames) {
    const filling = fillings[name]
    if (filling)
      fill(
        name,
        holes.filter((hole) => fits(view, layout, filling, hole)),
      )
  }
  const guidance = holes.filter(({ types }) => types.includes('guidance'))
  for (const name of guidanceElements) fill(name, guidance)
  fillTimes(view, layout, holes, filled, fill)
  return filled
}

function fits(view: LetterView, layout: Layout, { types, zones, outside }: Filling, hole: Placeholder): boolean {
  if (!hole.types.some((type) => types.includes(type))) return false
  const index = view.sentenceAt(hole.start)
  const zone = layout.zones[index]
  if (zone === undefined) return false
  return (!zones || zones.includes(zone)) && !outside?.includes(zone)
}

/** Times for the reader, for the authority's answer and for comments, told apart by the words of their sentence. */
function fillTimes(
  view: LetterView,
  layout: Layout,
  holes: readonly Placeholder[],
  filled: Partial<Record<ElementName, readonly Evidence[]>>,
  fill: (name: ElementName, places: readonly Placeholder[]) => void,
): void {
  const lists = view.pack.reading.deadlines
  const timed = holes
    .filter(({ types }) => types.some((type) => times.includes(type as (typeof times)[number])))
    .map((hole) => ({ hole, index: view.sentenceAt(hole.start) }))
    .filter(({ index }) => index >= 0 && !['letterhead', 'complaint', 'signature'].includes(layout.zones[index]!))
  const inSentences = (list: readonly string[], reach: number) =>
    timed
      .filter(({ index }) =>
        Array.from({ length: reach + 1 }, (_, step) => index + step).some(
          (near) => near < view.sentences.length && view.find(list, near) !== undefined,
        ),
      )
      .map(({ hole }) => hole)
  fill('processing-time', inSentences(lists.answer, 0))
  fill('hearing-deadline', inSentences(lists.comment, 1))
  fill('deadline', inSentences(lists.cue, 0))
  const open = (filled['open-request'] ?? []).filter((request) => {
    const at = view.sentenceAt(request.start)
    return !timed.some(({ index }) => Math.abs(index - at) <= 1)
  })
  if (open.length > 0) filled['open-request'] = open
  else delete filled['open-request']
}
