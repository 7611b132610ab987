import { z } from 'zod'
import { checks } from '../checks/index.ts'
import { elementOption, patternOption, phraseOption, wordEntryOption } from '../checks/option-schemas.ts'
import { findPeriods } from '../language/periods.ts'
import {
  areas,
  jurisdictions,
  kinds,
  languages,
  markKinds,
  outcomes,
  placeholderTypes,
  remedyTraits,
  severities,
} from '../types.ts'
import { readingLists, weighedElements } from './vocabulary.ts'

/** The schemas of everything under `rules/`. Only the build, own rule files and the tests load this file. */

const severity = z.enum(severities)
const kind = z.enum(kinds)
const outcome = z.enum(outcomes)
const area = z.enum(areas)
const jurisdiction = z.enum(jurisdictions)
const element = elementOption(z)
const phrase = phraseOption(z)
const phraseList = z.array(phrase)

const when = z.strictObject({
  kind: z.array(kind).optional(),
  outcome: z.array(outcome).optional(),
  adverse: z.boolean().optional(),
  area: z.array(area).optional(),
  notArea: z.array(area).optional(),
  remedy: z.array(z.enum(remedyTraits)).optional(),
  jurisdiction: z.array(jurisdiction).optional(),
  has: z.array(element).optional(),
  lacks: z.array(element).optional(),
})

const example = z.strictObject({
  text: z.string(),
  kind: kind.optional(),
  outcome: outcome.optional(),
  area: area.optional(),
  jurisdiction: jurisdiction.optional(),
  date: z.string().optional(),
  marks: z
    .array(
      z.strictObject({
        kind: z.enum(markKinds),
        words: z.string(),
        detail: z.string().optional(),
        text: z.string().optional(),
      }),
    )
    .optional(),
  found: z.array(z.string()).optional(),
  authority: z.lazy(() => authoritySchema).optional(),
})

/** What an authority tells about itself; see `Authority`. */
export const authoritySchema = z.strictObject({
  name: z.string().min(1).optional(),
  units: z
    .array(z.strictObject({ name: z.string().min(1), formerly: z.array(z.string().min(3)).optional() }))
    .optional(),
  complaintAddresses: z.array(z.strictObject({ email: z.email(), area: z.array(area).optional() })).optional(),
  caseTimes: z
    .partialRecord(
      area,
      z.string().refine((value) => findPeriods(value).length === 1, 'is no length of time such as "8 uger"'),
    )
    .optional(),
})

const ruleShape = z.strictObject({
  title: z.string().min(1),
  severity,
  severityWhen: z.array(z.strictObject({ when, severity })).optional(),
  when: z
    .union([when, z.array(when).min(1)])
    .default([{}])
    .transform((value) => (Array.isArray(value) ? value : [value])),
  template: z.enum(['off', 'placeholders']).optional(),
  fragment: z.enum(['off']).optional(),
  check: z.enum(Object.keys(checks)),
  options: z.record(z.string(), z.unknown()).default({}),
  message: z.string().min(1),
  advice: z.string().min(1),
  sources: z.array(z.string().min(1)).min(1),
  yieldsTo: z.array(z.string()).optional(),
  examples: z.strictObject({ bad: z.array(example).min(1), good: z.array(example).min(1) }),
})

/** One rule file without its id, which is the file's place. Options are checked by the check that the rule names. */
export const ruleSchema = ruleShape.transform(withCheckedOptions)

function withCheckedOptions<Shape extends z.output<typeof ruleShape>>(rule: Shape, context: z.RefinementCtx): Shape {
  const parsed = checks[rule.check]!.options(z).safeParse(rule.options)
  if (parsed.success) return { ...rule, options: parsed.data as Record<string, unknown> }
  for (const issue of parsed.error.issues) {
    context.addIssue({ code: 'custom', message: issue.message, path: ['options', ...issue.path] })
  }
  return z.NEVER
}

/** What a check finds wrong with options. */
export function checkOptions(check: string, options: Readonly<Record<string, unknown>>): readonly z.core.$ZodIssue[] {
  return checks[check]!.options(z).safeParse(options).error?.issues ?? []
}

/** A rule file of a user's own: as ours, and it may say its language. */
export const ownRuleSchema = ruleShape.extend({ language: z.enum(languages).optional() }).transform(withCheckedOptions)

const severityOrOff = z.enum([...severities, 'off'])

const choiceWithOptions = z.strictObject({
  severity: severityOrOff.optional(),
  options: z.record(z.string(), z.unknown()).optional(),
})

/** What a profile or settings say of rules: a severity, or a severity and options. */
export const ruleChoices = z.record(
  z.string(),
  z.union([severityOrOff.transform((chosen) => ({ severity: chosen })), choiceWithOptions]),
)

/** The same as people write it, for the JSON Schema. */
export const ruleChoicesAsWritten = z.record(z.string(), z.union([severityOrOff, choiceWithOptions]))

/** One file under `rules/profiles/`. */
export const profileSchema = z.strictObject({
  title: z.strictObject({ da: z.string().min(1), en: z.string().min(1) }),
  extends: z.string().optional(),
  rules: ruleChoices.default({}),
})

/** Lists that a language does not have yet are empty. */
const listsOf = (names: readonly string[], list: z.ZodType = phraseList.default([])) =>
  z.strictObject(Object.fromEntries(names.map((name) => [name, list])))

/** One schema for each file under `rules/<language>/reading/`. */
export const readingSchemas: Readonly<Record<string, z.ZodType>> = {
  ...Object.fromEntries(Object.entries(readingLists).map(([file, names]) => [file, listsOf(names)])),
  areas: z.strictObject({
    topics: listsOf(areas).prefault({}),
    sure: listsOf(areas).prefault({}),
    hints: listsOf(areas).prefault({}),
    units: listsOf(areas).prefault({}),
  }),
  weights: z.strictObject(
    Object.fromEntries(
      weighedElements.map((element) => [
        element,
        z.strictObject({ base: z.number(), clues: z.record(z.string(), z.number()) }),
      ]),
    ),
  ),
}

/** A day, as YAML gives it or in writing; `never` lies before every letter. */
const day = z.union([
  z.date().transform((value) => value.toISOString().slice(0, 10)),
  z.iso.date(),
  z.literal('never').transform(() => '0000-01-01'),
])
const names = z.array(z.string().min(1)).min(1)
const dated = { validFrom: day.optional(), validTo: day.optional() }
const record = { ...dated, source: z.string().min(1), verified: z.boolean().optional() }
const start = z.enum(['received', 'notified', 'published']).optional()

/** One schema for each file under `rules/<language>/law/`. */
export const lawSchemas: Readonly<Record<string, z.ZodType>> = {
  bodies: z.array(
    z.strictObject({
      ...record,
      source: z.string().optional(),
      id: z.string(),
      name: z.string(),
      names: phraseList,
      english: phraseList.optional(),
      acts: z.array(z.string()).optional(),
      area: area.optional(),
      court: z.boolean().optional(),
      beside: z.boolean().optional(),
      jurisdictions: z.array(jurisdiction).optional(),
      instead: z.string().optional(),
    }),
  ),
  acts: z.array(
    z.strictObject({
      ...dated,
      id: z.string(),
      title: z.string(),
      names,
      english: names.optional(),
      area: area.optional(),
      sections: z.partialRecord(area, names).optional(),
    }),
  ),
  remedies: z.array(
    z.strictObject({
      ...record,
      id: z.string(),
      jurisdiction: jurisdiction.default('dk'),
      areas: z.array(area).default([]),
      acts: names.optional(),
      decidedBy: phraseList.optional(),
      bodies: z.array(z.string()),
      mainCase: z.boolean().optional(),
      route: z.enum(['authority', 'portal', 'body']).optional(),
      reassessment: z.boolean().optional(),
      days: z.union([z.number().int().positive(), z.literal('none')]).optional(),
      limit: z.string().optional(),
      start,
      months: z.number().int().positive().optional(),
      rolls: z.boolean().optional(),
      countsFirstDay: z.boolean().optional(),
      court: z.strictObject({ ...record, months: z.number().int().positive(), start }).optional(),
      limits: z.literal('legal').optional(),
      expiryDate: z.boolean().optional(),
      thirdParties: z.boolean().optional(),
      fee: z.boolean().optional(),
    }),
  ),
  'obsolete-acts': z.array(
    z.strictObject({
      ...record,
      id: z.string().optional(),
      names: names.optional(),
      act: z.string().optional(),
      sections: names.optional(),
      areas: z.array(area).optional(),
      instead: z.string(),
      english: z.strictObject({ names: names.optional(), instead: z.string() }).optional(),
    }),
  ),
  'obsolete-terms': z.array(
    z.strictObject({
      ...record,
      words: phraseList,
      instead: z.string(),
      english: z.strictObject({ words: phraseList.optional(), instead: z.string() }).optional(),
      cased: z.string().optional(),
      unless: phraseList.optional(),
      outside: z.literal('complaint').optional(),
    }),
  ),
  notice: z.array(z.strictObject({ ...record, sections: names, weeks: z.number().int().positive() })),
  jurisdictions: z
    .array(
      z.strictObject({
        id: jurisdiction,
        senders: phraseList,
        signs: phraseList,
        sources: z.array(z.string().min(1)).optional(),
      }),
    )
    .default([]),
}

const patterns = z.array(patternOption(z)).default([])

/** One schema for each file under `rules/<language>/words/`. */
export const wordSchemas: Readonly<Record<string, z.ZodType>> = {
  placeholders: z.partialRecord(
    z.enum(placeholderTypes),
    z.strictObject({ inside: patterns, before: patterns, after: patterns }),
  ),
  officialese: z.array(wordEntryOption(z)),
  abbreviations: z.array(
    z.strictObject({
      abbr: z.string().min(1),
      expand: z.string().optional(),
      wrong: z.string().optional(),
      ends: z.enum(['never', 'maybe']),
      level: z.enum(['ok', 'spell', 'jargon']),
      fix: z.boolean().optional(),
    }),
  ),
}

/** One file under `rules/guidelines/`: each sentence has the rules that hold it, or why no letter can show it. */
export const guidelineSchema = z.strictObject({
  title: z.strictObject({ da: z.string().min(1), en: z.string().min(1) }),
  publisher: z.string().min(1),
  language: z.enum(['da', 'en']).default('da'),
  sentences: z
    .array(
      z
        .strictObject({
          text: z.string().min(1),
          section: z.string().min(1).optional(),
          rules: z.array(z.string()).min(1).optional(),
          because: z.strictObject({ da: z.string().min(1), en: z.string().min(1) }).optional(),
        })
        .refine(({ rules, because }) => (rules === undefined) !== (because === undefined), {
          message: 'a sentence has either rules or because',
        }),
    )
    .min(1),
})
