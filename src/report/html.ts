import { say } from '../messages.ts'
import type { Block, Language, LetterFailure, LetterResult, RuleTrend, Severity, Violation } from '../types.ts'
import { severities } from '../types.ts'
import { describeReading } from './describe-reading.ts'
import { htmlStyle } from './html-style.ts'
import { describePlace } from './layout.ts'
import { type Excerpts, excerptText } from './mask.ts'
import { noteCodes } from './notes.ts'
import { countSeverities, type Reporter, type ReportOptions, type Tally } from './reporter.ts'
import { showText } from './show.ts'
import { localeOf, shownPath, shownViolations } from './shown.ts'
import { escapeXml } from './xml.ts'

/** One letter in the overview. */
interface Row {
  readonly path: string
  readonly counts: Readonly<Record<Severity, number>>
  readonly accepted: number
  readonly rules: ReadonlyMap<string, number>
}

/**
 * One file for people: an overview of all letters, then each letter's text with the violations marked where they stand.
 * It needs nothing beside it, runs no script, and prints.
 */
export function makeHtml(): Reporter {
  const rows: Row[] = []
  const letters: string[] = []
  return {
    begin: () => '',
    letter: (result, index, options) => {
      const violations = shownViolations(result, options)
      const rules = new Map<string, number>()
      for (const { ruleId } of violations) rules.set(ruleId, (rules.get(ruleId) ?? 0) + 1)
      const path = shownPath(result, options)
      rows.push({ path, counts: countSeverities(violations), accepted: result.suppressed.length, rules })
      letters.push(letterArticle(result, index + 1, violations, options))
      return ''
    },
    end: (tally, failures, options) => page(tally, failures, rows, letters, options),
  }
}

function page(
  tally: Tally,
  failures: readonly LetterFailure[],
  rows: readonly Row[],
  letters: readonly string[],
  options: ReportOptions,
): string {
  const locale = options.locale ?? (tally.letters > 0 && tally.english === tally.letters ? 'en' : 'da')
  const text = (key: string, values = {}) => escapeXml(say(locale, `html.${key}`, values))
  const shown = options.quiet ? (['error'] as const) : severities
  const accepted = rows.reduce((sum, row) => sum + row.accepted, 0)
  const totals: [string, number][] = [
    ['letters', tally.letters],
    ...shown.map((severity): [string, number] => [severity, tally[severity]]),
    ['accepted', accepted],
  ]
  return [
    '<!doctype html>',
    `<html lang="${locale}">`,
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="robots" content="noindex">',
    `<title>${text('title')}</title>`,
    `<style>${htmlStyle}</style>`,
    '</head>',
    '<body>',
    '<header>',
    `<h1>${text('title')}</h1>`,
    '<dl class="totals">',
    ...totals.map(([name, count]) => `<div class="${name}"><dt>${text(`column-${name}`)}</dt><dd>${count}</dd></div>`),
    '</dl>',
    `<p class="note">${escapeXml(say(locale, 'summary.no-clearance'))}</p>`,
    '</header>',
    '<main>',
    ...(failures.length > 0 ? failureSection(failures, text) : []),
    ...(rows.length > 0 ? overview(rows, options, locale) : []),
    ...letters,
    '</main>',
    '</body>',
    '</html>',
    '',
  ].join('\n')
}

type Text = (key: string, values?: Record<string, string | number>) => string

function failureSection(failures: readonly LetterFailure[], text: Text): string[] {
  return [
    `<section><h2 id="unread">${text('unread')}</h2><ul>`,
    ...failures.map(({ path, message }) => `<li>${escapeXml(showText(path))}: ${escapeXml(showText(message))}</li>`),
    '</ul></section>',
  ]
}

/** Rules with their counts, letters with theirs, then letters × rules. */
function overview(rows: readonly Row[], { trend, rules }: ReportOptions, locale: Language): string[] {
  const text = (key: string) => escapeXml(say(locale, `html.${key}`))
  const totals = countRules(rows)
  const ids = [...totals.keys()]
  const link = (path: string, index: number) =>
    `<th scope="row"><a href="#letter-${index + 1}">${escapeXml(path)}</a></th>`
  return [
    ...(totals.size > 0 || trend?.length ? ruleSection(totals, trend, ruleTitles(rules, locale), locale) : []),
    ...section('letters', text('letters'), {
      head: [
        text('column-letter'),
        ...severities.map((severity) => text(`column-${severity}`)),
        text('column-accepted'),
      ],
      rows: rows.map(({ path, counts, accepted }, index) => [
        link(path, index),
        ...[...severities.map((severity) => counts[severity]), accepted].map(numberCell),
      ]),
    }),
    ...(ids.length === 0
      ? []
      : section('matrix', text('matrix'), {
          head: [text('column-letter'), ...ids.map((id) => `<span>${escapeXml(id)}</span>`)],
          rows: rows.map(({ path, rules }, index) => [
            link(path, index),
            ...ids.map((id) => (rules.has(id) ? numberCell(rules.get(id)!) : '<td></td>')),
          ]),
        })),
  ]
}

/** How often each rule spoke, in how many letters, and how that stands against the baseline. */
function ruleSection(
  totals: ReadonlyMap<string, { readonly count: number; readonly letters: number }>,
  trend: readonly RuleTrend[] | undefined,
  titles: ReadonlyMap<string, string>,
  locale: Language,
): string[] {
  const text = (key: string, values = {}) => escapeXml(say(locale, `html.${key}`, values))
  const heading = (id: string) => {
    const title = titles.get(id)
    const name = escapeXml(showText(id))
    return title === undefined ? name : `${escapeXml(showText(title))} <span class="note">${name}</span>`
  }
  const trends = new Map(trend?.map((one) => [one.ruleId, one]))
  const sum = (kind: 'fresh' | 'known' | 'gone') => (trend ?? []).reduce((all, one) => all + one[kind], 0)
  const [fresh, known, gone] = [sum('fresh'), sum('known'), sum('gone')]
  const ids = [...new Set([...totals.keys(), ...trends.keys()])]
  const counts = [...totals.values()].reduce((all, { count }) => all + count, 0)
  return section(
    'rules',
    text('rules'),
    {
      head: [
        ...[text('column-rule'), text('column-remarks'), text('column-letters')],
        ...(trend ? [text('column-fresh'), text('column-known'), text('column-gone')] : []),
      ],
      rows: [
        ...ids.map((id) => {
          const { count, letters } = totals.get(id) ?? { count: 0, letters: 0 }
          const one = trends.get(id) ?? { fresh: 0, known: 0, gone: 0 }
          const against = trend ? [one.fresh, one.known, one.gone] : []
          return [`<th scope="row">${heading(id)}</th>`, ...[count, letters, ...against].map(numberCell)]
        }),
        [
          `<th scope="row">${text('all')}</th>`,
          numberCell(counts),
          '<td></td>',
          ...(trend ? [fresh, known, gone].map(numberCell) : []),
        ],
      ],
    },
    trend ? [`<p>${text('trend', { fresh, known, gone })}</p>`] : [],
  )
}

/** What each rule asks, in the language of the report where there is one. */
function ruleTitles(rules: ReportOptions['rules'] = [], locale: Language): ReadonlyMap<string, string> {
  const ordered = [...rules].sort((a, b) => Number(a.language === locale) - Number(b.language === locale))
  return new Map(ordered.map(({ id, title }) => [id, title]))
}

/** The rules that spoke, the most frequent first. */
function countRules(rows: readonly Row[]): ReadonlyMap<string, { readonly count: number; readonly letters: number }> {
  const totals = new Map<string, { count: number; letters: number }>()
  for (const { rules } of rows) {
    for (const [id, count] of rules) {
      const before = totals.get(id) ?? { count: 0, letters: 0 }
      totals.set(id, { count: before.count + count, letters: before.letters + 1 })
    }
  }
  return new Map([...totals].sort(([a, one], [b, other]) => other.count - one.count || (a < b ? -1 : 1)))
}

/** A section with one table. Cells are HTML, escaped already; a wide table scrolls by itself, by keyboard too. */
function section(
  id: string,
  title: string,
  table: { readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] },
  before: readonly string[] = [],
): string[] {
  return [
    `<section class="${id}"><h2 id="${id}">${title}</h2>`,
    ...before,
    `<div class="scroll" role="region" tabindex="0" aria-labelledby="${id}"><table>`,
    `<thead><tr>${table.head.map((name) => `<th scope="col">${name}</th>`).join('')}</tr></thead>`,
    '<tbody>',
    ...table.rows.map((cells) => `<tr>${cells.join('')}</tr>`),
    '</tbody>',
    '</table></div>',
    '</section>',
  ]
}

function numberCell(count: number): string {
  return `<td class="${count === 0 ? 'n none' : 'n'}">${count}</td>`
}

function letterArticle(
  result: LetterResult,
  number: number,
  violations: readonly Violation[],
  options: ReportOptions,
): string {
  const { letter } = result
  const locale = localeOf(letter, options)
  const heading = escapeXml(shownPath(result, options))
  const readAs = say(locale, 'report.read-as', { reading: describeReading(locale, result.reading) })
  const notes = noteCodes(result).map((code) => (code === 'no-rules' ? `no-rules-${letter.language}` : code))
  const excerpts = options.excerpts ?? 'full'
  return [
    `<article class="letter" aria-labelledby="letter-${number}" lang="${locale}">`,
    `<h2 id="letter-${number}">${heading}</h2>`,
    `<p class="note">${escapeXml(readAs)}</p>`,
    ...notes.map((code) => `<p class="note">${escapeXml(say(locale, `note.${code}`))}</p>`),
    '<div class="columns">',
    ...(excerpts === 'none'
      ? []
      : [
          `<div class="text" lang="${letter.language}">`,
          ...letter.blocks.map((block) => blockHtml(result, block, number, violations, excerpts)),
          '</div>',
        ]),
    '<div>',
    `<h3>${escapeXml(say(locale, 'html.remarks', { count: violations.length }))}</h3>`,
    ...remarkList(result, number, violations, locale),
    ...acceptedList(result, locale),
    '</div>',
    '</div>',
    `<p class="back"><a href="#letters">${escapeXml(say(locale, 'html.back'))}</a></p>`,
    '</article>',
  ].join('\n')
}

function remarkList(
  result: LetterResult,
  number: number,
  violations: readonly Violation[],
  locale: Language,
): string[] {
  if (violations.length === 0) return [`<p>${escapeXml(say(locale, 'report.good'))}</p>`]
  const items = violations.map((violation, index) => {
    const { severity, location, sources } = violation
    const line = result.letter.format === 'docx' ? undefined : violation.line
    const said = (text: string) => escapeXml(showText(text))
    return [
      `<li class="${severity}" id="remark-${number}-${index + 1}">`,
      `<p class="what"><a class="point" href="#mark-${number}-${index + 1}">${index + 1}</a> ${said(say(locale, `severity-name.${severity}`))}: ${said(violation.message)}</p>`,
      `<p>${said(violation.advice)}</p>`,
      ...(violation.suggestions.length > 0
        ? [`<p>${said(say(locale, 'report.suggestions', { words: violation.suggestions.join(', ') }))}</p>`]
        : []),
      `<p class="note">${said(say(locale, 'report.sources', { count: sources.length, sources: sources.join('; ') }))}</p>`,
      `<p class="note">${said(violation.ruleId)} · ${said(describePlace(locale, location, line))}</p>`,
      '</li>',
    ].join('')
  })
  return ['<ol class="remarks">', ...items, '</ol>']
}

function acceptedList({ suppressed }: LetterResult, locale: Language): string[] {
  if (suppressed.length === 0) return []
  const said = (text: string) => escapeXml(showText(text))
  return [
    `<h3>${said(say(locale, 'html.column-accepted'))}</h3>`,
    '<ul>',
    ...suppressed.map(({ ruleId, justification }) => `<li>${said(ruleId)}: ${said(justification)}</li>`),
    '</ul>',
  ]
}

/** A block of the letter, cut where marks begin and end; every remark has its number where it ends. */
function blockHtml(
  { letter }: LetterResult,
  block: Block,
  number: number,
  violations: readonly Violation[],
  excerpts: Excerpts,
): string {
  const here = violations.flatMap((violation, index) => {
    const start = Math.max(violation.span.start, block.start)
    const end = Math.min(Math.max(violation.span.end, start), block.end)
    // Words that are marked over several blocks have their number in the first.
    const isFirst = violation.span.start >= block.start && violation.span.start <= block.end
    return isFirst || end > start ? [{ violation, index, start, end, isFirst }] : []
  })
  const cuts = [...new Set([block.start, block.end, ...here.flatMap(({ start, end }) => [start, end])])].sort(
    (a, b) => a - b,
  )
  const pieces = cuts.map((from, at) => {
    const to = cuts[at + 1] ?? from
    const words = escapeXml(excerptText(letter.text.slice(from, to), excerpts)).replace(/␊|\n/gu, '<br>')
    const covering = here.filter(({ start, end }) => start <= from && to <= end && to > from)
    const gravest = severities.find((severity) => covering.some((one) => one.violation.severity === severity))
    const points = here
      .filter((one) => one.isFirst && one.end === to && (to > from || one.start === one.end))
      .map(({ index }) => pointHtml(number, index + 1))
    return `${gravest && words !== '' ? `<mark class="${gravest}">${words}</mark>` : words}${points.join('')}`
  })
  const depth = block.kind === 'heading' ? ' heading' : block.kind === 'cell' ? ' cell' : ''
  const bullet = block.kind === 'item' ? '• ' : ''
  return `<p class="${`block${depth}`}">${bullet}${pieces.join('')}</p>`
}

function pointHtml(letter: number, remark: number): string {
  return ` <a class="point" id="mark-${letter}-${remark}" href="#remark-${letter}-${remark}">[${remark}]</a>`
}
