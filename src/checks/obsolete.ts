import { actNamed, withDanishForm } from '../reading/cited-acts.ts'
import { holdsOn } from '../reading/remedy.ts'
import type { ObsoleteAct, Vocabulary } from '../rules/vocabulary.ts'
import type { LawRecord, Match, Span } from '../types.ts'
import { type CheckContext, defineCheck } from './check.ts'
import { isQuoted } from './prose.ts'

/** An act, or a section of one, that was repealed before the letter's date. Words of the past excuse their sentence. */
export const obsoleteAct = defineCheck(
  (z) => z.strictObject({}),
  function* (context) {
    const { view, reading, pack } = context
    const records = pack.law['obsolete-acts'].filter((record) => isGone(context, record))
    const seen = new Set<ObsoleteAct>()
    for (const { start, end, actKey, sections } of view.references) {
      if (actKey === undefined || isExcused(context, { start, end })) continue
      const known = actNamed(pack.law.acts, actKey)?.id
      const cited = withDanishForm(sections)
      const record = records.find(
        ({ names, act, sections: gone, areas }) =>
          (names?.includes(actKey) ||
            (act !== undefined && act === known && cited.some((one) => gone?.includes(one)))) &&
          (!areas || areas.includes(reading.area)),
      )
      if (!record || seen.has(record)) continue
      seen.add(record)
      yield matchOf(context, { start, end }, record)
    }
  },
)

/** A name or term that went out of use before the letter's date. Words of the past excuse their sentence. */
export const obsoleteTerm = defineCheck(
  (z) => z.strictObject({}),
  function* (context) {
    const { letter, view, prose, pack } = context
    const terms: Vocabulary['law']['obsolete-terms'] = pack.law['obsolete-terms']
    const used = new Set<string>()
    for (const record of terms.filter((term) => isGone(context, term))) {
      const key = record.instead + record.words[0]
      for (const { index, section } of prose) {
        if (used.has(key)) break
        if (section === record.outside) continue
        const span = view
          .findAll(record.words, index)
          .find(({ start, end }) => !record.cased || letter.text.slice(start, end).startsWith(record.cased))
        if (!span || isExcused(context, span) || (record.unless && view.find(record.unless, index))) continue
        used.add(key)
        yield matchOf(context, span, record)
      }
    }
  },
)

/** Out of use on the letter's date; without a date, today. */
function isGone({ reading }: CheckContext, { validTo }: LawRecord): boolean {
  return validTo !== undefined && !holdsOn({ validTo }, reading.date)
}

/** Somebody else's words, or a sentence about the past. */
function isExcused({ view, letter, pack }: CheckContext, { start }: Span): boolean {
  const index = view.sentenceAt(start)
  const sentence = letter.sentences[index]
  if (!sentence || letter.blocks[sentence.block]!.quoted) return true
  return isQuoted(sentence.text, start - sentence.start) || view.find(pack.reading.history.past, index) !== undefined
}

function matchOf(
  { letter }: CheckContext,
  { start, end }: Span,
  { instead, source, verified }: LawRecord & { readonly instead: string },
): Match {
  return {
    span: { start, end },
    sources: [source],
    values: { words: letter.text.slice(start, end), instead },
    ...(verified === false ? { severity: 'suggestion' } : {}),
  }
}
