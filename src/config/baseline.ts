import { existsSync } from 'node:fs'
import { dirname, relative, resolve, sep } from 'node:path'
import { KlarbrevError } from '../errors.ts'
import type { LetterResult, RuleTrend, SuppressedViolation, Violation } from '../types.ts'
import { readText } from './read-settings.ts'

/** A violation that is accepted until further notice. Holds no words of the letter. */
interface BaselineEntry {
  /** The letter, from the baseline's own folder, with forward slashes. */
  readonly path: string
  readonly ruleId: string
  /** Of the rule and the words it marks, so that it follows them and no others. */
  readonly fingerprint: string
  readonly reason: string
  readonly owner?: string
  /** The day, ISO `YYYY-MM-DD`, from which it is reported again. */
  readonly expires?: string
}

/** A baseline at work. */
export interface Baseline {
  /** The result with what the baseline accepts among the suppressed. */
  readonly accept: (result: LetterResult) => LetterResult
  /** Entries of letters that were seen and that nothing needed, and entries that have expired. */
  readonly leftOver: () => { readonly unused: readonly BaselineEntry[]; readonly expired: readonly BaselineEntry[] }
  /** How the letters seen so far stand against it, by rule. */
  readonly trend: () => readonly RuleTrend[]
}

const currentVersion = 1
const isText = (value: unknown): value is string => typeof value === 'string' && value.length > 0 && value.length <= 500
const isDay = (value: unknown) => value === undefined || (isText(value) && /^\d{4}-\d{2}-\d{2}$/u.test(value))

/** The entries of a baseline file; none where there is no file yet. Throws `config-invalid` for anything else. */
function readEntries(file: string): BaselineEntry[] {
  if (!existsSync(file)) return []
  const fail = (cause?: unknown) =>
    new KlarbrevError('config-invalid', {}, [{ where: file, text: 'no baseline', key: 'baseline-shape' }], { cause })
  let value: { schemaVersion?: unknown; entries?: unknown }
  try {
    value = JSON.parse(readText(file, 'baselineBytes'))
  } catch (error) {
    throw error instanceof KlarbrevError ? error : fail(error)
  }
  if (value?.schemaVersion !== currentVersion || !Array.isArray(value.entries)) throw fail()
  for (const entry of value.entries as Partial<BaselineEntry>[]) {
    const { path, ruleId, fingerprint, reason, owner, expires } = entry ?? {}
    if (![path, ruleId, fingerprint, reason].every(isText) || !isDay(expires)) throw fail()
    if (owner !== undefined && !isText(owner)) throw fail()
  }
  return value.entries
}

/** Opens a baseline. `today`, ISO, decides what has expired; without it nothing has. */
export function openBaseline(file: string, cwd: string, today?: string): Baseline {
  const entries = new Map(readEntries(file).map((entry) => [keyOf(entry.path, entry), entry]))
  const hasExpired = ({ expires }: BaselineEntry) => expires !== undefined && today !== undefined && expires <= today
  const seen = new Set<string>()
  const used = new Set<BaselineEntry>()
  const fresh: string[] = []
  const inSeen = () => [...entries.values()].filter(({ path }) => seen.has(path))
  return {
    accept: (result) => {
      if (result.path === undefined) return result
      const path = pathFrom(file, cwd, result.path)
      seen.add(path)
      const violations: Violation[] = []
      const suppressed: SuppressedViolation[] = [...result.suppressed]
      for (const violation of result.violations) {
        const entry = entries.get(keyOf(path, violation))
        if (entry) used.add(entry)
        else fresh.push(violation.ruleId)
        if (!entry || hasExpired(entry)) {
          violations.push(violation)
          continue
        }
        const { reason: justification, owner, expires } = entry
        const about = { ...(owner !== undefined && { owner }), ...(expires !== undefined && { expires }) }
        suppressed.push({ ...violation, justification, suppressedBy: 'baseline', ...about })
      }
      return { ...result, violations, suppressed }
    },
    leftOver: () => ({
      unused: inSeen().filter((entry) => !hasExpired(entry) && !used.has(entry)),
      expired: inSeen().filter(hasExpired),
    }),
    trend: () => {
      const rules = new Map<string, RuleTrend>()
      const add = (ruleId: string, kind: 'fresh' | 'known' | 'gone') => {
        const before = rules.get(ruleId) ?? { ruleId, fresh: 0, known: 0, gone: 0 }
        rules.set(ruleId, { ...before, [kind]: before[kind] + 1 })
      }
      for (const id of fresh) add(id, 'fresh')
      for (const entry of inSeen()) add(entry.ruleId, used.has(entry) ? 'known' : 'gone')
      return [...rules.values()]
    },
  }
}

/** What is said of new entries. */
export type BaselineReason = Pick<BaselineEntry, 'reason' | 'owner' | 'expires'>

/**
 * The text of a baseline that accepts everything in `results`. Entries that are there already keep their reason, owner
 * and expiry; those that nothing needs any more go, unless their letters were not among the results.
 */
export function writeBaseline(
  file: string,
  cwd: string,
  results: readonly Pick<LetterResult, 'path' | 'violations'>[],
  about: BaselineReason,
): { text: string; added: number; kept: number; removed: number } {
  const before = readEntries(file)
  const known = new Map(before.map((entry) => [keyOf(entry.path, entry), entry]))
  const entries: BaselineEntry[] = []
  const seen = new Set<string>()
  let kept = 0
  for (const { path: letter, violations } of results) {
    if (letter === undefined) continue
    const path = pathFrom(file, cwd, letter)
    seen.add(path)
    for (const { ruleId, fingerprint } of violations) {
      const old = known.get(keyOf(path, { ruleId, fingerprint }))
      if (old) kept += 1
      entries.push(old ?? { path, ruleId, fingerprint, ...about })
    }
  }
  const added = entries.length - kept
  const elsewhere = before.filter(({ path }) => !seen.has(path))
  entries.push(...elsewhere)
  entries.sort((a, b) => (keyOf(a.path, a) < keyOf(b.path, b) ? -1 : 1))
  const text = `${JSON.stringify({ schemaVersion: currentVersion, entries }, null, 2)}\n`
  return { text, added, kept, removed: before.length - kept - elsewhere.length }
}

function keyOf(path: string, { ruleId, fingerprint }: Pick<Violation, 'ruleId' | 'fingerprint'>): string {
  return `${path}\0${ruleId}\0${fingerprint}`
}

function pathFrom(file: string, cwd: string, letter: string): string {
  return relative(dirname(resolve(file)), resolve(cwd, letter))
    .split(sep)
    .join('/')
}
