import { say } from '../messages.ts'
import type { ComparedPart, Comparison, Letter } from '../types.ts'
import { describeTool, schemaVersion, toJson } from './json.ts'
import { hanging, type Layout, layoutFor, quote } from './layout.ts'
import { excerptText, maskCpr } from './mask.ts'
import type { ReportOptions } from './reporter.ts'
import { showPath } from './show.ts'

/** What a rewrite did to a letter, for people or for programs. Pure. */
export function formatComparison(
  [before, after]: readonly [Letter, Letter],
  comparison: Comparison,
  reporter: 'pretty' | 'json',
  options: ReportOptions = {},
): string {
  const shown = hideWords(comparison, options.excerpts ?? 'full')
  if (reporter === 'json') return comparisonJson([before, after], shown, options)
  const layout = layoutFor(options, after.language)
  const { locale, paint } = layout
  const paths = [before, after].map(({ path }) => (path === undefined ? say(locale, 'report.stdin') : showPath(path)))
  const groups = (['lost', 'changed', 'added'] as const).filter((group) => shown[group].length > 0)
  return [
    paint.bold(paths.join(' → ')),
    ...groups.flatMap((group) => [
      '',
      paint.bold(`${say(locale, `compare.${group}`)} (${shown[group].length})`),
      ...shown[group].flatMap((part) => describePart(part, after, layout)),
    ]),
    '',
    ...hanging(layout, '', say(locale, shown.worse ? 'compare.worse' : 'compare.fine')),
    '',
  ].join('\n')
}

function describePart(part: ComparedPart, letter: Letter, layout: Layout): string[] {
  const { locale } = layout
  const name = say(locale, part.kind === 'reading' ? `read.${part.name}` : `${part.kind}.${part.name}`)
  const words = [part.before, part.after]
    .filter((text) => text !== undefined && text !== '')
    .map((text = '') => (part.kind === 'reading' ? say(locale, `${part.name}.${text}`) : quote(locale, text)))
  const unit = letter.format === 'docx' ? 'paragraph' : 'line'
  const place = part.place === undefined ? '' : ` (${say(locale, `place.${unit}`, { [unit]: part.place })})`
  const mark = part.required ? '  ✖ ' : '  • '
  const text = `${name}${words.length > 0 ? `: ${words.join(' → ')}` : ''}${place}`
  return hanging(layout, mark, text, { mark: part.required ? 'red' : 'dim' })
}

function comparisonJson(
  [before, after]: readonly [Letter, Letter],
  comparison: Comparison,
  options: ReportOptions,
): string {
  const pathOf = ({ path }: Letter) => (path === undefined ? null : maskCpr(path))
  const report = {
    schemaVersion,
    tool: describeTool(options),
    before: pathOf(before),
    after: pathOf(after),
    ...comparison,
  }
  return `${toJson(report)}\n`
}

function hideWords(comparison: Comparison, excerpts: NonNullable<ReportOptions['excerpts']>): Comparison {
  const hide = (part: ComparedPart): ComparedPart =>
    part.kind === 'reading'
      ? part
      : {
          ...part,
          ...(part.before === undefined ? {} : { before: excerptText(part.before, excerpts) }),
          ...(part.after === undefined ? {} : { after: excerptText(part.after, excerpts) }),
        }
  const { lost, changed, added } = comparison
  return { ...comparison, lost: lost.map(hide), changed: changed.map(hide), added: added.map(hide) }
}
