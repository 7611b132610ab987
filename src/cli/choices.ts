import type { Area, Kind, Language, Outcome, Severity } from '../types.ts'

/** The values that options can have. Written as records, so that none is forgotten when a type grows. */
export const languages = namesOf({ da: true, en: true } satisfies Record<Language, true>)

export const severities = namesOf({ error: true, warning: true, suggestion: true } satisfies Record<Severity, true>)

export const kinds = namesOf({
  decision: true,
  hearing: true,
  acknowledgement: true,
  delay: true,
  forwarding: true,
  information: true,
} satisfies Record<Kind, true>)

export const outcomes = namesOf({
  approval: true,
  partial: true,
  refusal: true,
  ending: true,
  order: true,
  none: true,
} satisfies Record<Outcome, true>)

export const areas = namesOf({
  social: true,
  children: true,
  elderly: true,
  employment: true,
  'special-education': true,
  school: true,
  daycare: true,
  planning: true,
  building: true,
  environment: true,
  nature: true,
  roads: true,
  access: true,
  registration: true,
  health: true,
  'national-benefits': true,
  other: true,
} satisfies Record<Area, true>)

function namesOf<Name extends string>(names: Record<Name, true>): readonly Name[] {
  return Object.keys(names) as Name[]
}
