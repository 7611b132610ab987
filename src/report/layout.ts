import { say } from '../messages.ts'
import type { Language, Location } from '../types.ts'
import { noPaint, type Paint } from './paint.ts'
import type { ReportOptions } from './reporter.ts'
import { shorten, showText } from './show.ts'
import { textWidth, wrap } from './wrap.ts'

/** How text is laid out on the page that is being written. */
export interface Layout {
  readonly locale: Language
  readonly paint: Paint
  readonly width: number
}

/** The page that `options` ask for, in `locale` unless they name another. */
export function layoutFor(options: ReportOptions, locale: Language): Layout {
  return {
    locale: options.locale ?? locale,
    paint: options.paint ?? noPaint,
    width: Math.max(40, Math.min(100, options.width ?? 80)),
  }
}

/** Text as indented lines. `mark` stands before the first one and its width before the others. */
export function hanging(
  layout: Layout,
  mark: string,
  text: string,
  paint: { mark?: keyof Paint; text?: keyof Paint } = {},
): string[] {
  const stroke = (name: keyof Paint | undefined, words: string) => (name ? layout.paint[name](words) : words)
  const indent = textWidth(mark)
  return wrap(text, layout.width - indent).map(
    (line, index) => (index === 0 ? stroke(paint.mark, mark) : ' '.repeat(indent)) + stroke(paint.text, line),
  )
}

/** Words of a letter between quotation marks, on one line and not too long. */
export function quote(locale: Language, text: string, length = 120): string {
  return say(locale, 'report.quote', { text: shorten(showText(text), length) })
}

/** Where something stands, for people: `linje 31, afsnit 12 under »Sådan klager du«`. Word files have no lines. */
export function describePlace(locale: Language, location: Location, line: number | undefined): string {
  const { paragraph, heading, story, cell } = location
  const inside = [...(story ? [say(locale, `story.${story}`)] : []), ...(cell ? [say(locale, 'place.cell', cell)] : [])]
  return [
    ...(line === undefined ? [] : [`${say(locale, 'place.line', { line })},`]),
    say(locale, 'place.paragraph', { paragraph }),
    ...(inside.length === 0 ? [] : [`(${inside.join(', ')})`]),
    ...(heading === undefined ? [] : [say(locale, 'place.heading', { heading: quote(locale, heading, 60) })]),
  ].join(' ')
}
