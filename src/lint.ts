import type { CheckContext, CheckDefinition } from './checks/check.ts'
import { checks } from './checks/index.ts'
import { proseSentences } from './checks/prose.ts'
import { KlarbrevError } from './errors.ts'
import { locate } from './formats/locate.ts'
import { pack } from './pack.ts'
import { type ReadLetterOptions, readLetter } from './reading/read-letter.ts'
import { hasTrait } from './reading/remedy.ts'
import { forgetLetter, viewLetter } from './reading/view.ts'
import type { Rule, When } from './rules/rule.ts'
import { findSuppressions, suppressionOf } from './suppressions.ts'
import type {
  Authority,
  Letter,
  Location,
  Match,
  Reading,
  RemedyTrait,
  Severity,
  Span,
  SuppressedViolation,
  Violation,
} from './types.ts'

export interface LintLetterOptions extends ReadLetterOptions {
  /** How the letter was read; read anew when not given. */
  readonly reading?: Reading
  /** Severities to use instead of the rules' own, by rule id. */
  readonly severities?: Readonly<Record<string, Severity | 'off'>>
  /** Called with the id of each rule before it looks at the letter, and with undefined after the last; to measure. */
  readonly onRule?: (ruleId: string | undefined) => void
  /** What the authority has told about itself, for rules that hold letters against it. */
  readonly authority?: Authority
  /** Words that no rule marks by themselves; `*` at the end stands for any ending. */
  readonly allowedWords?: readonly string[]
  /** Checks of your own, by the name that your rules call them; made with `defineCheck`. */
  readonly checks?: Readonly<Record<string, CheckDefinition>>
}

/**
 * Looks at a letter with each rule of its language and returns what was found, in the order of the text, without what
 * the letter itself says may be accepted. Pure: the same letter, rules and options give the same violations. Throws a
 * KlarbrevError for a rule whose check doesn't exist.
 */
export function lint(letter: Letter, rules: readonly Rule[], options: LintLetterOptions = {}): Violation[] {
  const { violations } = lintWithSuppressed(letter, rules, options)
  forgetLetter()
  return violations
}

/** As `lint`, with what was accepted beside what was not. */
export function lintWithSuppressed(
  letter: Letter,
  rules: readonly Rule[],
  options: LintLetterOptions = {},
): { violations: Violation[]; suppressed: SuppressedViolation[] } {
  const reading = options.reading ?? readLetter(letter, options)
  const view = viewLetter(letter, pack[letter.language])
  const suppressions = findSuppressions(letter)
  const context: CheckContext = {
    letter,
    reading,
    pack: view.pack,
    view,
    prose: proseSentences(view, reading),
    authority: options.authority ?? {},
    suppressions,
  }
  const isAllowed = wordTester(options.allowedWords)
  const demanding = new Set<string>()
  const found: Violation[] = []
  const look = (afterwards: boolean, seen = context) => {
    for (const rule of rules) {
      const { check, checkOptions } = prepared(rule, options.checks)
      const given = options.severities?.[rule.id]
      if ((check.afterwards ?? false) !== afterwards || rule.language !== letter.language || given === 'off') continue
      if (
        !(letter.fragment
          ? isForFragment(rule, check, reading, options)
          : rule.when.some((when) => applies(when, reading)))
      )
        continue
      if (letter.placeholders && rule.template !== undefined) continue
      const chosen = given ?? (rule.severityChosen ? rule.severity : undefined)
      const severity = rule.severityWhen?.find((other) => applies(other.when, reading))?.severity ?? rule.severity
      options.onRule?.(rule.id)
      for (const match of check.run(seen, checkOptions)) {
        if (!check.demands && isPlaceholder(letter, match.span)) continue
        if (isAllowed?.(letter.text.slice(match.span.start, match.span.end))) continue
        if (check.demands) demanding.add(rule.id)
        found.push(violationOf(seen, rule, match, chosen ?? match.severity ?? severity))
      }
    }
    options.onRule?.(undefined)
  }
  look(false)
  const kept = withoutYielding(found, rules)
  if (suppressions.length === 0) return { violations: withFingerprints(kept.sort(inOrder), demanding), suppressed: [] }
  const by = new Map(kept.map((violation) => [violation, suppressionOf(violation, suppressions)] as const))
  const needed = new Set(by.values())
  found.length = 0
  look(true, { ...context, suppressions: suppressions.map((one) => ({ ...one, used: needed.has(one) })) })
  const violations: Violation[] = []
  const suppressed: SuppressedViolation[] = []
  const all = [...kept, ...found].sort(inOrder)
  for (const [index, violation] of withFingerprints(all, demanding).entries()) {
    const suppression = by.get(all[index]!)
    if (suppression?.reason === undefined) violations.push(violation)
    else suppressed.push({ ...violation, justification: suppression.reason, suppressedBy: suppression.by })
  }
  return { violations, suppressed }
}

/** A rule's check, with the options that it gets. */
interface PreparedRule {
  readonly check: CheckDefinition
  readonly checkOptions: Rule['options']
}

const preparedRules = new WeakMap<Rule, PreparedRule>()

/** Prepares a rule, for as long as its name stands for the same check. */
function prepared(rule: Rule, own: LintLetterOptions['checks']): PreparedRule {
  const check = checkOf(rule, own)
  let found = preparedRules.get(rule)
  if (found?.check !== check) {
    found = { check, checkOptions: { ...check.defaults, ...rule.options } }
    preparedRules.set(rule, found)
  }
  return found
}

/** Rules from code have not been through the schema, so that their check may not exist. */
function checkOf({ id, check }: Rule, own: LintLetterOptions['checks'] = {}): CheckDefinition {
  const found = Object.hasOwn(own, check) ? own[check] : Object.hasOwn(checks, check) ? checks[check] : undefined
  if (found) return found
  const text = `there is no check "${check}", only ${[...Object.keys(checks), ...Object.keys(own)].join(', ')}`
  throw new KlarbrevError('rule-invalid', {}, [{ where: id, text }])
}

const testers = new WeakMap<readonly string[], (words: string) => boolean>()

/** Whether words that a rule marks are ones the authority uses on purpose. */
function wordTester(allow: readonly string[] | undefined): ((words: string) => boolean) | undefined {
  if (!allow || allow.length === 0) return undefined
  const known = testers.get(allow)
  if (known) return known
  const exact = new Set(allow.map((word) => word.toLowerCase()))
  const beginnings = [...exact].filter((word) => word.endsWith('*')).map((word) => word.slice(0, -1))
  const test = (words: string) => {
    const lower = words.toLowerCase()
    return exact.has(lower) || beginnings.some((start) => lower.startsWith(start) && !lower.includes(' '))
  }
  testers.set(allow, test)
  return test
}

/** Inside a hole of a template nothing is wrong yet. (What is missing may be shown at one.) */
function isPlaceholder({ placeholders }: Letter, { start, end }: Span): boolean {
  return placeholders?.some((hole) => hole.start <= start && end <= hole.end) ?? false
}

/**
 * A text block may be for any decision, so what a rule asks of kind and outcome is passed over where nobody has told
 * them. A rule that asks for a part of the letter is for blocks that hold what the part belongs to.
 */
function isForFragment(rule: Rule, check: CheckDefinition, reading: Reading, given: ReadLetterOptions): boolean {
  if (rule.fragment === 'off') return false
  return rule.when.some((when) => {
    if (check.demands && !when.has?.length) return false
    const { kind, outcome, adverse: isAdverse, ...rest } = when
    if (!given.kind && kind && !kind.includes('decision')) return false
    return applies(
      {
        ...rest,
        ...(given.kind && kind ? { kind } : {}),
        ...(given.outcome && outcome ? { outcome } : {}),
        ...(given.outcome && isAdverse !== undefined ? { adverse: isAdverse } : {}),
      },
      reading,
    )
  })
}

const adverse = new Set(['refusal', 'partial', 'ending', 'order'])

function applies(when: When, reading: Reading): boolean {
  if (when.kind && !when.kind.includes(reading.kind)) return false
  if (when.outcome && !when.outcome.includes(reading.outcome)) return false
  if (when.adverse !== undefined && when.adverse !== adverse.has(reading.outcome)) return false
  if (when.area && !when.area.includes(reading.area)) return false
  if (when.jurisdiction && !when.jurisdiction.includes(reading.jurisdiction)) return false
  if (when.notArea?.includes(reading.area)) return false
  if (when.remedy && !when.remedy.every((trait) => demands(reading, trait))) return false
  if (when.has && !when.has.every((name) => holds(reading, name))) return false
  return !when.lacks?.some((name) => holds(reading, name))
}

function holds({ elements }: Reading, name: keyof Reading['elements']): boolean {
  return (elements[name]?.length ?? 0) > 0
}

function demands({ remedies }: Reading, trait: RemedyTrait): boolean {
  return remedies.length > 0 && remedies.every((remedy) => hasTrait(remedy, trait))
}

/** The rule's sources, without the law of other jurisdictions than the letter's. */
function sourcesOf({ sources }: Rule, { reading, pack: { law } }: CheckContext): readonly string[] {
  if (reading.jurisdiction === 'other') return sources
  const foreign = law.jurisdictions.flatMap((one) => (one.id === reading.jurisdiction ? [] : (one.sources ?? [])))
  return sources.filter((source) => !foreign.some((beginning) => source.startsWith(beginning)))
}

function violationOf(
  context: CheckContext,
  rule: Rule,
  match: Match,
  severity: Severity,
): Omit<Violation, 'fingerprint'> & { fingerprint: string } {
  const { letter } = context
  const { start, end } = match.span
  const template = templateOf(rule, match.values)
  return {
    ruleId: rule.id,
    severity,
    message: fill(rule.message, match.values),
    advice: fill(rule.advice, match.values),
    ...(template && { template }),
    sources: [...(match.sources ?? []), ...sourcesOf(rule, context)],
    ...locate(letter, match.span),
    span: { start, end },
    location: locationOf(letter, match.span.start),
    excerpt: letter.text.slice(start, end),
    suggestions: match.suggestions ?? [],
    ...(match.fixes && match.fixes.length > 0 && { fixes: match.fixes }),
    fingerprint: '',
  }
}

/** Message and advice with every value but the letter's own words, where they quote those. */
function templateOf(rule: Rule, values: Match['values'] = {}): Violation['template'] {
  const { words, ...others } = values
  if (words === undefined || !`${rule.message}${rule.advice}`.includes('{words}')) return undefined
  return { message: fill(rule.message, others), advice: fill(rule.advice, others), words: String(words) }
}

function fill(template: string, values: Match['values']): string {
  return values && template.includes('{')
    ? template.replace(/\{(\w+)\}/gu, (whole, name: string) => String(values[name] ?? whole))
    : template
}

/** The paragraph (counted from 1), the nearest heading above, and the place in the file when it is not the body. */
function locationOf(letter: Letter, offset: number): Location {
  const { blocks } = letter
  let index = blocks.findLastIndex((block) => block.start <= offset)
  if (index < 0) index = 0
  const block = blocks[index]
  let above = index
  while (above >= 0 && blocks[above]?.kind !== 'heading') above -= 1
  const heading = blocks[above]
  return {
    paragraph: index + 1,
    ...(heading ? { heading: letter.text.slice(heading.start, heading.end).replace(/\s+/gu, ' ') } : {}),
    ...(block && block.story !== 'body' ? { story: block.story } : {}),
    ...(block?.cell ? { cell: block.cell } : {}),
  }
}

/** One fault, one violation: a rule keeps quiet where one that it yields to marks the same words. */
function withoutYielding<V extends Pick<Violation, 'ruleId' | 'span'>>(found: V[], rules: readonly Rule[]): V[] {
  const yielding = new Map<string, readonly string[]>()
  for (const { id, yieldsTo } of rules) if (yieldsTo) yielding.set(id, yieldsTo)
  return found.filter(({ ruleId, span }) => {
    const first = yielding.get(ruleId)
    return !first || !found.some((other) => first.includes(other.ruleId) && covers(other.span, span))
  })
}

function covers(whole: Span, part: Span): boolean {
  return whole.start <= part.start && part.end <= whole.end
}

function inOrder(a: Violation, b: Violation): number {
  return (
    a.span.start - b.span.start || a.span.end - b.span.end || (a.ruleId < b.ruleId ? -1 : a.ruleId > b.ruleId ? 1 : 0)
  )
}

/**
 * Same rule and same words, however they are spaced, give the same print; the second and third are numbered. The words
 * where something is missing don't count: they change with the letter, and it is missing all the same.
 */
function withFingerprints(violations: readonly Violation[], demanding: ReadonlySet<string>): Violation[] {
  const seen = new Map<string, number>()
  return violations.map((violation) => {
    const words = demanding.has(violation.ruleId) ? '' : violation.excerpt
    const key = `${violation.ruleId}\n${words.toLowerCase().replace(/\s+/gu, ' ').trim()}`
    const count = (seen.get(key) ?? 0) + 1
    seen.set(key, count)
    return { ...violation, fingerprint: hash(count === 1 ? key : `${key}\n${count}`) }
  })
}

/** A 53-bit hash (cyrb53) as 14 hexadecimal digits: names a violation, protects nothing. */
function hash(text: string): string {
  let high = 0xdeadbeef
  let low = 0x41c6ce57
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index)
    high = Math.imul(high ^ code, 2654435761)
    low = Math.imul(low ^ code, 1597334677)
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909)
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909)
  return (4294967296 * (2097151 & low) + (high >>> 0)).toString(16).padStart(14, '0')
}
