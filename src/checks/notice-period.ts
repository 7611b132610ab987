import { allCited } from '../reading/cited-acts.ts'
import { holdsOn } from '../reading/remedy.ts'
import { defineCheck } from './check.ts'
import { placeOf } from './place.ts'

/** An ending of help that can't stop before a notice has run, in a letter that tells of none. */
export const noticePeriod = defineCheck(
  (z) => z.strictObject({}),
  function* ({ letter, view, reading, pack }) {
    if (reading.elements['notice-period']) return
    const cited = allCited(view)
    const record = pack.law.notice.find(
      (one) =>
        holdsOn(one, reading.date) &&
        cited.some(({ act, sections }) => sections.some((section) => one.sections.includes(`${act.id} ${section}`))),
    )
    if (!record) return
    yield {
      span: placeOf(letter, reading, 'decision'),
      sources: [record.source],
      values: { weeks: record.weeks },
      ...(record.verified === false ? { severity: 'suggestion' as const } : {}),
    }
  },
)
