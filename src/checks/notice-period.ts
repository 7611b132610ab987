import { allCited } from '../reading/cited-acts.ts'
import { holdsOn } from '../reading/remedy.ts'
import type { LetterView } from '../reading/view.ts'
import { defineCheck } from './check.ts'
import { placeOf } from './place.ts'

/** An ending of help that can't stop before a notice has run, in a letter that tells of none, or of a shorter one. */
export const noticePeriod = defineCheck(
  (z) => z.strictObject({}),
  function* ({ letter, view, reading, pack }) {
    const cited = allCited(view)
    const record = pack.law.notice.find(
      (one) =>
        holdsOn(one, reading.date) &&
        cited.some(({ act, sections }) => sections.some((section) => one.sections.includes(`${act.id} ${section}`))),
    )
    if (!record || (reading.elements['notice-period'] ?? []).some(({ start }) => weeksAt(view, start) >= record.weeks))
      return
    yield {
      span: placeOf(letter, reading, 'decision'),
      sources: [record.source],
      values: { weeks: record.weeks },
      ...(record.verified === false ? { severity: 'suggestion' as const } : {}),
    }
  },
)

const weeksIn = { hour: 1 / 168, day: 1 / 7, 'working-day': 1 / 5, week: 1, month: 30 / 7, year: 52 }

/** The length in weeks of the time that stands at an offset; 0 where none does. */
function weeksAt(view: LetterView, offset: number): number {
  const period = view.periods.find(({ start }) => start === offset)
  return period ? period.amount * weeksIn[period.unit] : 0
}
