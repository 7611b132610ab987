import { say } from '../messages.ts'
import type { Guideline, GuidelineSentence } from '../rules/guideline.ts'
import { describeTool, schemaVersion, toJson } from './json.ts'
import { hanging, type Layout, layoutFor } from './layout.ts'
import type { ReportOptions } from './reporter.ts'
import { showText } from './show.ts'

/** Every sentence of the guidelines with the rules that hold it, or the reason why no letter can show it. Pure. */
export function formatGuidelines(
  guidelines: readonly Guideline[],
  reporter: 'pretty' | 'json',
  options: ReportOptions = {},
): string {
  if (reporter === 'json') {
    const list = guidelines.map((guideline) => ({ ...guideline, counts: countSentences(guideline) }))
    return `${toJson({ schemaVersion, tool: describeTool(options), guidelines: list })}\n`
  }
  const layout = layoutFor(options, 'da')
  return guidelines.map((guideline) => page(guideline, layout)).join('\n')
}

function page(guideline: Guideline, layout: Layout): string {
  const { locale, paint } = layout
  return [
    ...hanging(layout, '', guideline.title[locale], { text: 'bold' }),
    paint.dim(say(locale, 'guidelines.counts', { name: guideline.name, ...countSentences(guideline) })),
    '',
    ...guideline.sentences.flatMap((sentence, index) => [
      ...hanging(layout, `${String(index + 1).padStart(3)}. `, sentenceText(sentence), { mark: 'dim' }),
      ...holding(sentence, layout),
      '',
    ]),
  ].join('\n')
}

/** A sentence as it is shown: after its section, where it has one. */
export function sentenceText({ section, text }: GuidelineSentence): string {
  return showText(section === undefined ? text : `${section}: ${text}`)
}

function holding({ rules, because }: GuidelineSentence, layout: Layout): string[] {
  return rules
    ? hanging(layout, `     ✔ `, rules.join(', '), { mark: 'green' })
    : hanging(layout, `     – `, because?.[layout.locale] ?? '', { mark: 'dim', text: 'dim' })
}

function countSentences({ sentences }: Guideline) {
  const held = sentences.filter(({ rules }) => rules !== undefined).length
  return { sentences: sentences.length, held, notShown: sentences.length - held }
}
