import { say } from '../messages.ts'
import type { Language, LetterResult, Severity, Violation } from '../types.ts'
import { describeReading } from './describe-reading.ts'
import { describePlace, hanging, type Layout, layoutFor, quote } from './layout.ts'
import { maskResult } from './mask-result.ts'
import { noRules, noteCodes } from './notes.ts'
import type { Paint } from './paint.ts'
import { countSeverities, type Reporter, type ReportOptions, type Tally } from './reporter.ts'
import { showPath, showText } from './show.ts'

/** What counts most for the reader of the letter comes first. Groups that are not listed come last. */
const groups = [
  'decision',
  'justification',
  'complaint',
  'deadline',
  'letter',
  'reference',
  'privacy',
  'service',
  'tone',
  'plain',
]

const severities: readonly Severity[] = ['error', 'warning', 'suggestion']
const severitiesShown = (quiet: boolean) => (quiet ? severities.slice(0, 1) : severities)
const marks: Record<Severity, string> = { error: '✖', warning: '▲', suggestion: '•' }
const colours: Record<Severity, keyof Paint> = { error: 'red', warning: 'yellow', suggestion: 'blue' }

/** More suggestions than these tire the reader, and the important ones drown. */
const suggestionsShown = 10

/** The report for people at a terminal. */
export const pretty: Reporter = {
  begin: () => '',
  letter: (result, _, options) => `${letterLines(result, options).join('\n')}\n\n`,
  end: (tally, failures, options) =>
    tally.letters === 0 ? '' : `${summaryLines(tally, failures.length, options).join('\n')}\n`,
}

function letterLines(whole: LetterResult, options: ReportOptions): string[] {
  const result = maskResult(whole, options.excerpts)
  const layout = layoutFor(options, result.letter.language)
  const { locale, paint } = layout
  const path = result.path === undefined ? say(locale, 'report.stdin') : showPath(result.path)
  const notes = noteCodes(result).filter((code) => code !== noRules)
  const reading = say(locale, 'report.read-as', { reading: describeReading(locale, result.reading) })
  return [
    paint.bold(path),
    ...hanging(layout, '', reading, { text: 'dim' }),
    ...readabilityLines(result, layout),
    ...notes.flatMap((code) => hanging(layout, '', say(locale, `note.${code}`), { text: 'dim' })),
    ...(result.checked ? violationSections(result, layout, options) : uncheckedLines(result, layout)),
  ]
}

/** LIX with one word for its band: information, no judgement. */
function readabilityLines({ readability }: LetterResult, layout: Layout): string[] {
  const { words, lix, band, averageSentence, reasons } = readability
  if (words === 0) return []
  const values = {
    lix: Math.round(lix),
    band: say(layout.locale, `readability.${band}`),
    average: Math.round(averageSentence),
    ...(reasons && { reasons: Math.round(reasons.lix) }),
  }
  const text = say(layout.locale, `readability.${reasons ? 'line-reasons' : 'line'}`, values)
  return hanging(layout, '', text, { text: 'dim' })
}

/** No remarks are no good news where no rule is for letters in the language. */
function uncheckedLines({ letter }: LetterResult, layout: Layout): string[] {
  return hanging(layout, '▲ ', say(layout.locale, `note.no-rules-${letter.language}`), { mark: 'yellow' })
}

function violationSections({ letter, violations }: LetterResult, layout: Layout, options: ReportOptions): string[] {
  const { locale, paint } = layout
  const counts = countSeverities(violations)
  const shown = severitiesShown(options.quiet ?? false)
  if (shown.every((severity) => counts[severity] === 0)) {
    return hanging(layout, '✔ ', say(locale, options.quiet ? 'report.no-errors' : 'report.good'), { mark: 'green' })
  }
  return shown.flatMap((severity) => {
    if (counts[severity] === 0) return []
    const all = violations.filter((violation) => violation.severity === severity).sort(byWeight)
    const sorted = severity === 'suggestion' && !options.all ? mostUseful(all) : all
    const hidden = all.length - sorted.length
    const heading = say(locale, `severity.${severity}`, { count: all.length })
    return [
      '',
      paint.bold(paint[colours[severity]](heading)),
      ...runsOfOneRule(sorted).flatMap((run) => ['', ...runLines(run, letter.format === 'docx', layout)]),
      ...(hidden > 0
        ? ['', ...hanging(layout, '  ', say(locale, 'report.hidden', { count: hidden }), { text: 'dim' })]
        : []),
    ]
  })
}

/** The first suggestions that are worth showing: something of each kind before more of the same. */
function mostUseful(sorted: readonly Violation[]): Violation[] {
  if (sorted.length <= suggestionsShown) return [...sorted]
  const seen = new Map<string, number>()
  const rounds = sorted.map((violation) => {
    const round = seen.get(violation.ruleId) ?? 0
    seen.set(violation.ruleId, round + 1)
    return { violation, round }
  })
  const first = rounds.sort((left, right) => left.round - right.round).slice(0, suggestionsShown)
  const chosen = new Set(first.map(({ violation }) => violation))
  return sorted.filter((violation) => chosen.has(violation))
}

function byWeight(left: Violation, right: Violation): number {
  return groupOf(left) - groupOf(right) || left.span.start - right.span.start || left.span.end - right.span.end
}

function groupOf({ ruleId }: Violation): number {
  const index = groups.indexOf(ruleId.slice(0, ruleId.indexOf('/')))
  return index === -1 ? groups.length : index
}

/** Neighbours that say the same about other words share what to do and why. */
function runsOfOneRule(violations: readonly Violation[]): Violation[][] {
  const runs: Violation[][] = []
  for (const violation of violations) {
    const run = runs.at(-1)
    const first = run?.[0]
    if (first?.ruleId === violation.ruleId && first.advice === violation.advice) run?.push(violation)
    else runs.push([violation])
  }
  return runs
}

function runLines(run: readonly Violation[], isWord: boolean, layout: Layout): string[] {
  const { locale } = layout
  const [first] = run
  if (!first) return []
  const sources = first.sources.map(showText).join('; ')
  return [
    ...run.flatMap((violation) => violationLines(violation, isWord, layout)),
    ...hanging(layout, '    → ', showText(first.advice)),
    ...hanging(layout, '      ', say(locale, 'report.sources', { count: first.sources.length, sources }), {
      text: 'dim',
    }),
    ...hanging(layout, '      ', showText(first.ruleId), { text: 'dim' }),
  ]
}

function violationLines(violation: Violation, isWord: boolean, layout: Layout): string[] {
  const { locale } = layout
  const { severity, message, advice, excerpt, location } = violation
  const unsaid = violation.suggestions.filter((words) => !isSaid(words, advice)).map((words) => quote(locale, words))
  const isHeading = showText(excerpt) === showText(location.heading ?? '')
  const isQuoted = excerpt.trim() !== '' && !isHeading && !isSaid(excerpt, message)
  const place = describePlace(locale, location, isWord ? undefined : violation.line)
  return [
    ...hanging(layout, `  ${marks[severity]} `, showText(message), { mark: colours[severity], text: 'bold' }),
    ...hanging(layout, '    ', place, { text: 'dim' }),
    ...(isQuoted ? hanging(layout, '    ', quote(locale, excerpt)) : []),
    ...(unsaid.length === 0
      ? []
      : hanging(layout, '    ', say(locale, 'report.suggestions', { words: unsaid.join(', ') }))),
  ]
}

/** Whether words, not only parts of words, stand in a text already. */
function isSaid(words: string, text: string): boolean {
  const [shown, all] = [showText(words).toLowerCase(), showText(text).toLowerCase()]
  const at = all.indexOf(shown)
  return at !== -1 && !isWordCharacter(all[at - 1]) && !isWordCharacter(all[at + shown.length])
}

function isWordCharacter(character: string | undefined): boolean {
  return character !== undefined && /[\p{L}\p{N}]/u.test(character)
}

/** `3 breve læst: 2 fejl, 1 advarsel.` Letters that were only read are no good news. */
function describeTally(tally: Tally, quiet: boolean, locale: Language): string {
  const { letters: count, unchecked } = tally
  if (unchecked === count) return say(locale, 'summary.all-unchecked', { count })
  const counts = severitiesShown(quiet)
    .filter((severity) => tally[severity] > 0)
    .map((severity) => say(locale, `count.${severity}`, { count: tally[severity] }))
  const nothing = quiet ? 'no-errors' : 'nothing'
  if (unchecked === 0) {
    const violations = counts.length === 0 ? say(locale, `summary.${nothing}`) : counts.join(', ')
    return say(locale, 'summary.letters', { count, violations })
  }
  const violations = counts.length === 0 ? say(locale, `summary.${nothing}-else`) : counts.join(', ')
  return say(locale, 'summary.some-unchecked', { count, unchecked, violations })
}

function summaryLines(tally: Tally, failed: number, options: ReportOptions): string[] {
  const layout = layoutFor(options, tally.english === tally.letters ? 'en' : 'da')
  const { locale, paint } = layout
  const summary = [
    describeTally(tally, options.quiet ?? false, locale),
    ...(failed === 0 ? [] : [say(locale, 'summary.failed', { count: failed })]),
  ]
  return [
    paint.dim('─'.repeat(Math.min(layout.width, 40))),
    ...hanging(layout, '', summary.join(' '), { text: 'bold' }),
    ...hanging(layout, '', say(locale, 'summary.no-clearance'), { text: 'dim' }),
  ]
}
