import { locate } from '../formats/locate.ts'
import { say } from '../messages.ts'
import { type ElementName, elementNames, type Letter, type Reading, type Span } from '../types.ts'
import { describeOutcome, formatDate } from './describe-reading.ts'
import { describeReadingAsData, describeTool, schemaVersion, toJson } from './json.ts'
import { hanging, type Layout, layoutFor, quote } from './layout.ts'
import { maskCpr } from './mask.ts'
import type { ReportOptions } from './reporter.ts'
import { showPath } from './show.ts'
import { textWidth } from './wrap.ts'

/** How a letter was read: what it is, and every element with the words by which it was found. Pure. */
export function formatReading(
  letter: Letter,
  reading: Reading,
  reporter: 'pretty' | 'json',
  options: ReportOptions = {},
): string {
  return reporter === 'json' ? readingJson(letter, reading, options) : readingPage(letter, reading, options)
}

function readingJson(letter: Letter, reading: Reading, options: ReportOptions): string {
  const report = {
    schemaVersion,
    tool: describeTool(options),
    path: letter.path === undefined ? null : maskCpr(letter.path),
    format: letter.format,
    language: letter.language,
    reading: describeReadingAsData(letter, reading, options.excerpts),
    notFound: notFound(reading),
  }
  return `${toJson(report)}\n`
}

function readingPage(letter: Letter, reading: Reading, options: ReportOptions): string {
  const layout = layoutFor(options, letter.language)
  const { locale, paint } = layout
  const path = letter.path === undefined ? say(locale, 'report.stdin') : showPath(letter.path)
  const facts: [string, string][] = [
    ['kind', say(locale, `kind.${reading.kind}`)],
    ['outcome', describeOutcome(locale, reading)],
    ['area', say(locale, `area.${reading.area}`)],
    ['date', reading.date === undefined ? say(locale, 'read.no-date') : formatDate(locale, reading.date)],
    ['language', say(locale, `language.${letter.language}`)],
  ]
  const found = elementNames.filter((name) => isFound(reading, name))
  const missing = notFound(reading).map((name) => say(locale, `element.${name}`))
  return [
    paint.bold(path),
    '',
    ...table(
      layout,
      facts.map(([name, value]) => [say(locale, `read.${name}`), [value]]),
    ),
    '',
    paint.bold(say(locale, 'read.found')),
    '',
    ...table(
      layout,
      found.map((name) => [say(locale, `element.${name}`), evidenceRows(letter, reading, name, layout)]),
    ),
    ...(missing.length === 0
      ? []
      : [
          '',
          paint.bold(say(locale, 'read.not-found')),
          '',
          ...hanging(layout, '  ', missing.join(', ')),
          '',
          ...hanging(layout, '', say(locale, 'read.not-found-note'), { text: 'dim' }),
        ]),
    '',
  ].join('\n')
}

function evidenceRows(letter: Letter, reading: Reading, name: ElementName, { locale }: Layout): string[] {
  return (reading.elements[name] ?? []).map((evidence) => {
    const words = quote(locale, evidence.text)
    if (letter.format === 'docx')
      return say(locale, 'read.evidence-word', { words, paragraph: paragraphOf(letter, evidence) })
    return say(locale, 'read.evidence', { words, ...locate(letter, evidence) })
  })
}

/** Word files have no lines; their paragraphs count from 1. */
function paragraphOf({ blocks }: Letter, span: Span): number {
  return blocks.findLastIndex((block) => block.start <= span.start) + 1
}

/** Two columns: names on the left, one or more wrapped texts on the right. */
function table(layout: Layout, rows: readonly (readonly [string, readonly string[]])[]): string[] {
  const nameWidth = Math.max(0, ...rows.map(([name]) => textWidth(name)))
  return rows.flatMap(([name, texts]) =>
    texts.flatMap((text, index) => {
      const label = index === 0 ? name : ''
      return hanging(layout, `  ${label}${' '.repeat(nameWidth - textWidth(label))}  `, text, { mark: 'dim' })
    }),
  )
}

function isFound(reading: Reading, name: ElementName): boolean {
  return (reading.elements[name] ?? []).length > 0
}

function notFound(reading: Reading): ElementName[] {
  return elementNames.filter((name) => !isFound(reading, name))
}
