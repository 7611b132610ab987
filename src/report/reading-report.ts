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

/** The elements that rules ask of this letter and that it lacks, with the ids of those rules. */
export type Wanted = Readonly<Partial<Record<ElementName, readonly string[]>>>

/**
 * How a letter was read: what it is, every element with the words by which it was found and their place, and what was
 * looked for and not found. Pure.
 */
export function formatReading(
  letter: Letter,
  reading: Reading,
  reporter: 'pretty' | 'json',
  options: ReportOptions = {},
  wanted: Wanted = {},
): string {
  const format = reporter === 'json' ? readingJson : readingPage
  return format(letter, reading, options, wanted)
}

function readingJson(letter: Letter, reading: Reading, options: ReportOptions, wanted: Wanted): string {
  const report = {
    schemaVersion,
    tool: describeTool(options),
    path: letter.path === undefined ? null : maskCpr(letter.path),
    format: letter.format,
    language: letter.language,
    reading: describeReadingAsData(letter, reading, options.excerpts),
    notFound: notFound(reading),
    wanted,
  }
  return `${toJson(report)}\n`
}

function readingPage(letter: Letter, reading: Reading, options: ReportOptions, wanted: Wanted): string {
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
  const asked = notFound(reading).filter((name) => wanted[name] !== undefined)
  const missing = notFound(reading)
    .filter((name) => wanted[name] === undefined)
    .map((name) => say(locale, `element.${name}`))
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
    ...(asked.length === 0
      ? []
      : [
          '',
          paint.bold(say(locale, 'read.wanted')),
          '',
          ...table(
            layout,
            asked.map((name) => [say(locale, `element.${name}`), [(wanted[name] ?? []).join(', ')]]),
          ),
        ]),
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
  const rows = (reading.elements[name] ?? []).map((evidence) => {
    const words = quote(locale, evidence.text)
    const heading = headingOver(letter, reading, evidence)
    const under = heading === undefined ? '' : '-under'
    const place = heading === undefined ? {} : { heading: quote(locale, heading, 60) }
    if (letter.format === 'docx')
      return say(locale, `read.evidence-word${under}`, { words, paragraph: paragraphOf(letter, evidence), ...place })
    return say(locale, `read.evidence${under}`, { words, line: locate(letter, evidence).line, ...place })
  })
  return [...new Set(rows)]
}

/** The heading of the section that holds the words, unless they are the heading. */
function headingOver(letter: Letter, { sections }: Reading, span: Span): string | undefined {
  const section = sections.findLast(({ firstSentence }) => letter.sentences[firstSentence]!.start <= span.start)
  const heading = section?.heading
  if (!heading || ['letterhead', 'signature'].includes(section.kind) || span.start < heading.end) return undefined
  return letter.text.slice(heading.start, heading.end)
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
