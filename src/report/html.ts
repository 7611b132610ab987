import { say } from '../messages.ts'
import type { Block, Language, LetterFailure, LetterResult, Severity, Violation } from '../types.ts'
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
  const totals = { letters: tally.letters, error: tally.error, warning: tally.warning, suggestion: tally.suggestion }
  const accepted = rows.reduce((sum, row) => sum + row.accepted, 0)
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
    `<p>${escapeXml(say(locale, 'report.totals', totals))}${accepted > 0 ? ` ${text('accepted-count', { count: accepted })}` : ''}</p>`,
    `<p class="note">${escapeXml(say(locale, 'summary.no-clearance'))}</p>`,
    '</header>',
    '<main>',
    ...(failures.length > 0 ? failureSection(failures, text) : []),
    ...(rows.length > 0 ? overview(rows, text) : []),
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

/** Letters with their counts, then letters × rules. */
function overview(rows: readonly Row[], text: Text): string[] {
  const head = (names: readonly string[]) =>
    `<thead><tr>${names.map((name) => `<th scope="col">${name}</th>`).join('')}</tr></thead>`
  const number = (count: number) => `<td class="n">${count}</td>`
  const link = (path: string, index: number) =>
    `<th scope="row"><a href="#letter-${index + 1}">${escapeXml(path)}</a></th>`
  const severityNames = severities.map((severity) => text(`column-${severity}`))
  const totals = new Map<string, number>()
  for (const { rules } of rows) for (const [id, count] of rules) totals.set(id, (totals.get(id) ?? 0) + count)
  const ids = [...totals.keys()].sort((a, b) => totals.get(b)! - totals.get(a)! || (a < b ? -1 : 1))
  const region = (label: string, inner: readonly string[]) => [
    `<div class="scroll" role="region" tabindex="0" aria-label="${label}"><table>`,
    ...inner,
    '</table></div>',
  ]
  return [
    `<section><h2 id="letters">${text('letters')}</h2>`,
    ...region(text('letters'), [
      head([text('column-letter'), ...severityNames, text('column-accepted')]),
      '<tbody>',
      ...rows.map(({ path, counts, accepted }, index) => {
        const cells = [...severities.map((severity) => counts[severity]), accepted].map(number)
        return `<tr>${link(path, index)}${cells.join('')}</tr>`
      }),
      '</tbody>',
    ]),
    '</section>',
    ...(ids.length === 0
      ? []
      : [
          `<section><h2 id="matrix">${text('matrix')}</h2>`,
          ...region(text('matrix'), [
            head([text('column-letter'), ...ids.map(escapeXml)]),
            '<tbody>',
            ...rows.map(
              ({ path, rules }, index) =>
                `<tr>${link(path, index)}${ids.map((id) => `<td class="n">${rules.get(id) ?? ''}</td>`).join('')}</tr>`,
            ),
            `<tr><th scope="row">${text('all')}</th>${ids.map((id) => number(totals.get(id)!)).join('')}</tr>`,
            '</tbody>',
          ]),
          '</section>',
        ]),
  ]
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
