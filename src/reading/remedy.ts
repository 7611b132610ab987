import type { Area, Jurisdiction, LawRecord, Remedy, RemedyTrait } from '../types.ts'
import { type CitedAct, citedActs } from './cited-acts.ts'
import type { Layout } from './sections.ts'
import type { LetterView } from './view.ts'

/** What is known of the letter when its remedies are sought. */
interface RemedyContext {
  readonly date: string | undefined
  readonly areaGiven: boolean
  readonly jurisdiction: Jurisdiction
}

/**
 * What the law says about complaints over this letter: by who has decided, else by the acts that the letter rests on,
 * else by its area, among the records that hold on its date. Several when several acts are in play; none when nothing
 * shows.
 */
export function findRemedies(
  view: LetterView,
  layout: Layout,
  area: Area,
  { date, areaGiven, jurisdiction }: RemedyContext,
): Remedy[] {
  const valid = view.pack.law.remedies.filter((record) => record.jurisdiction === jurisdiction && holdsOn(record, date))
  const decided = valid.filter(({ decidedBy }) => decidedBy && isDecidedBy(view, layout, decidedBy))
  if (decided.length > 0) return decided
  const general = valid.filter(({ areas }) => areas.includes(area))
  // The papers asked for may be about anything, so the acts of their case choose nothing.
  const candidates = area === 'access' ? general : valid
  const chosen = new Set<Remedy>()
  for (const one of citedActs(view, layout)) {
    const found = remediesOf(candidates, one)
    const fitting = found.filter(({ areas }) => areas.includes(area))
    for (const remedy of fitting.length > 0 ? fitting : found) chosen.add(remedy)
  }
  if (chosen.size > 0) return [...chosen]
  return areaGiven ? general : general.map((remedy) => ({ ...remedy, assumed: true }))
}

/** Whether a record holds on a date; without a date, whether it still holds. */
export function holdsOn({ validFrom, validTo }: Partial<LawRecord>, date: string | undefined): boolean {
  if (date === undefined) return validTo === undefined
  return (validFrom === undefined || date >= validFrom) && (validTo === undefined || date <= validTo)
}

/** Whether the remedy demands this of a letter. */
export function hasTrait(remedy: Remedy, trait: RemedyTrait): boolean {
  switch (trait) {
    case 'reassessment':
      return remedy.reassessment === true
    case 'court':
      return remedy.court !== undefined && remedy.court.verified !== false && !remedy.assumed
    case 'unverified-court':
      return remedy.court?.verified === false && !remedy.assumed
    case 'review-limits':
      return remedy.limits !== undefined && !remedy.assumed
    case 'expiry-date':
      return remedy.expiryDate === true && !remedy.assumed
    case 'third-parties':
      return remedy.thirdParties === true
    case 'unverified':
      return remedy.verified === false
  }
}

/** The records that an act chooses: those of the section that is cited, else those of the act; all where no section is. */
function remediesOf(remedies: readonly Remedy[], { act, sections }: Pick<CitedAct, 'act' | 'sections'>): Remedy[] {
  const bySection = remedies.filter(({ acts }) => sections.some((section) => acts?.includes(`${act.id} ${section}`)))
  if (bySection.length > 0) return bySection
  const own = sections.length > 0 ? [act.id] : [act.id, `${act.id} §`]
  return remedies.filter(({ acts }) => acts?.some((one) => own.includes(one.replace(/ § .*/u, ' §'))))
}

function isDecidedBy(view: LetterView, { zones }: Layout, phrases: readonly string[]): boolean {
  return view.sentences.some((_, index) => zones[index] !== 'complaint' && view.find(phrases, index) !== undefined)
}
