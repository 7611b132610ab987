import { KlarbrevError } from '../errors.ts'
import { parseIsoDate } from '../language/dates.ts'
import { pack } from '../pack.ts'
import {
  type Area,
  areas,
  type ElementName,
  type Evidence,
  type Jurisdiction,
  jurisdictions,
  type Kind,
  kinds,
  type Letter,
  type Outcome,
  outcomes,
  type Reading,
} from '../types.ts'
import { findArea } from './area.ts'
import { readComplaint } from './complaint.ts'
import { readDeadlines } from './deadlines.ts'
import { decide } from './decide.ts'
import { readEnding } from './ending.ts'
import { fillPlaceholders } from './fill-placeholders.ts'
import { findJurisdiction } from './jurisdiction.ts'
import { findKind } from './kind.ts'
import { readLetterhead } from './letterhead.ts'
import { contraryTitles, findOutcomes, type OutcomeHit } from './outcome.ts'
import { readReasons } from './reasons.ts'
import { findRemedies } from './remedy.ts'
import { type Layout, layOut } from './sections.ts'
import { evidence, type LetterView, viewLetter } from './view.ts'

/** What is known about a letter beforehand; it goes before what the reading finds, and before the front matter. */
export interface ReadLetterOptions {
  readonly kind?: Kind
  readonly outcome?: Outcome
  readonly area?: Area
  readonly jurisdiction?: Jurisdiction
  /** The letter's own date, ISO `YYYY-MM-DD`. */
  readonly date?: string
  /** What holds of letters like this one, where neither the options nor the letter itself (front matter) say otherwise. */
  readonly presumed?: Pick<ReadLetterOptions, 'kind' | 'outcome' | 'area'>
}

/**
 * Reads a letter: what kind it is, what it decides, which field it belongs to, its date, and which elements it holds,
 * each with its words. Found by the vocabulary of the letter's language; `options` and the letter's front matter
 * (`kind`, `outcome`, `area`, `date`) override it. Throws a KlarbrevError for a date that is no date.
 */
export function readLetter(letter: Letter, options: ReadLetterOptions = {}): Reading {
  const view = viewLetter(letter, pack[letter.language])
  const given = givenValues(letter, options)
  const layout = layOut(view)
  const known = findOutcomes(view, layout)
  const decided = decide(view, layout, known)
  const kind = given.kind ?? findKind(view, layout, known, decided)
  const found = kind === 'decision' ? decided?.hit : undefined
  const hits = found && !known.some((hit) => hit.sentence === found.sentence) ? [...known, found] : known
  const outcome = given.outcome ?? found?.outcome ?? 'none'
  const head = readLetterhead(view, layout)
  const area = given.area ?? findArea(view, layout, head.recipient)
  const jurisdiction = given.jurisdiction ?? findJurisdiction(view, layout, head)
  const date = given.date ?? head.date?.iso
  const reasons = readReasons(view, layout, {
    outcomes: hits,
    outcome,
    access: area === 'access' || speaksOfAccess(view, layout),
    date,
  })
  const complaint = readComplaint(view, layout, jurisdiction)
  const deadlines = readDeadlines(view, layout, { hits, outcome }, date)
  const ending = readEnding(view, layout, hits, date)
  const dateMention = head.date ? [evidence(letter, head.date)] : head.emptyDate
  const fill = (elements: Parameters<typeof nonEmpty>[0]) =>
    letter.placeholders ? fillPlaceholders(view, layout, nonEmpty(elements)) : nonEmpty(elements)
  return {
    kind,
    outcome: kind === 'decision' ? outcome : 'none',
    outcomeFound: kind !== 'decision' || given.outcome !== undefined || found !== undefined,
    area,
    jurisdiction,
    date,
    remedies: findRemedies(view, layout, area, { date, areaGiven: given.area !== undefined, jurisdiction }),
    sections: layout.sections,
    elements: fill({
      sender: head.sender,
      recipient: head.recipient,
      date: given.date && dateMention.length === 0 ? [] : dateMention,
      'case-number': head.caseNumber,
      subject: head.subject,
      greeting: head.greeting,
      decision: kind === 'decision' ? decisionEvidence(hits, outcome) : [],
      'contrary-title': kind === 'decision' ? contraryTitles(view, layout, outcome) : [],
      reasons: reasons.reasons,
      'legal-basis': reasons.legalBasis,
      'bare-act': reasons.bareActs,
      facts: reasons.facts,
      'main-considerations': reasons.considerations,
      boilerplate: reasons.boilerplate,
      economy: reasons.economy,
      'statute-text': reasons.statuteText,
      alternatives: reasons.alternatives,
      complaint: complaint.guidance,
      'no-complaint': complaint.none,
      'complaint-body': complaint.body,
      'complaint-procedure': complaint.procedure,
      'complaint-deadline': complaint.deadline,
      'complaint-deadline-start': complaint.deadlineStart,
      'complaint-enclosed': complaint.enclosed,
      reassessment: complaint.reassessment,
      'court-deadline': complaint.courtDeadline,
      'review-limits': complaint.reviewLimits,
      ending: hits.flatMap((hit) => (hit.outcome === 'ending' && !hit.title ? [hit.evidence] : [])),
      'effective-date': ending.effectiveDate,
      'notice-period': ending.notice,
      request: deadlines.request,
      'open-request': deadlines.openRequest,
      deadline: deadlines.deadline,
      'vague-deadline': deadlines.vague,
      'processing-time': deadlines.processingTime,
      'hearing-deadline': deadlines.hearing,
      contact: head.contact,
      'contact-nondigital': head.nondigital,
      closing: head.closing,
      signatory: head.signatory,
    }),
  }
}

/** A letter in a case of any field can decide on access to its documents. */
function speaksOfAccess(view: LetterView, layout: Layout): boolean {
  const { access } = view.pack.reading.areas.topics
  return [...view.sentences.keys()].some((index) => layout.zones[index] !== 'complaint' && view.find(access, index))
}

function decisionEvidence(hits: readonly OutcomeHit[], outcome: Outcome): Evidence[] {
  const same = hits.filter((hit) => hit.outcome === outcome)
  const chosen = same.length > 0 ? same : hits
  const text = chosen.filter((hit) => !hit.title)
  return (text.length > 0 ? text : chosen).map((hit) => hit.evidence)
}

function nonEmpty(elements: Readonly<Record<ElementName, readonly Evidence[]>>): Reading['elements'] {
  const filled: Partial<Record<ElementName, readonly Evidence[]>> = {}
  for (const name in elements) {
    const found = elements[name as ElementName]
    if (found.length > 0) filled[name as ElementName] = found
  }
  return filled
}

/** Options first, then front matter; values that are none of the choices are refused (options) or passed over. */
function givenValues(letter: Letter, options: ReadLetterOptions): ReadLetterOptions {
  const { frontMatter } = letter
  const one = <T extends string>(value: string | undefined, of: readonly T[]): T | undefined =>
    of.find((choice) => choice === value)
  const date = options.date ?? frontMatter['date']
  if (options.date !== undefined && !parseIsoDate(options.date))
    throw new KlarbrevError('unknown-value', { option: 'date', value: options.date, allowed: 'YYYY-MM-DD' })
  const { presumed = {} } = options
  const kind = options.kind ?? one(frontMatter['kind'], kinds) ?? presumed.kind
  const jurisdiction = options.jurisdiction ?? one(frontMatter['jurisdiction'], jurisdictions)
  const outcome = options.outcome ?? one(frontMatter['outcome'], outcomes) ?? presumed.outcome
  const area = options.area ?? one(frontMatter['area'], areas) ?? presumed.area
  return {
    ...(kind ? { kind } : {}),
    ...(outcome ? { outcome } : {}),
    ...(area ? { area } : {}),
    ...(jurisdiction ? { jurisdiction } : {}),
    ...(date && parseIsoDate(date) ? { date } : {}),
  }
}
