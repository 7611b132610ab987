import { actNamed } from '../reading/cited-acts.ts'
import { overlaps } from '../reading/clause.ts'
import { bodiesNamed, type NamedBody } from '../reading/guidance.ts'
import type { ComplaintBody } from '../rules/vocabulary.ts'
import type { Match, Remedy } from '../types.ts'
import { type CheckContext, defineCheck } from './check.ts'

/**
 * A body in the complaint guidance that no longer takes complaints on the letter's date, or never did. Sentences that
 * tell of the past are passed over.
 */
export const obsoleteBody = defineCheck(
  (z) => z.strictObject({}),
  function* (context) {
    const { view, reading } = context
    const seen = new Set<string>()
    for (const named of bodiesNamed(view, reading)) {
      const { body } = named
      if (!named.obsolete || seen.has(body.id) || tellsOfThePast(context, named)) continue
      seen.add(body.id)
      const right = rightNames(context, reading.remedies)
      yield matchOf(context, named, {
        ...(body.source ? { sources: [body.source] } : {}),
        values: { instead: right ?? body.instead ?? '' },
        ...(body.verified === false ? { severity: 'suggestion' } : {}),
      })
    }
  },
)

/**
 * A body that does not hear complaints over this decision: any where no right one is named, else one that complaints are
 * said to go to. Bodies of acts that the letter cites anywhere are right too.
 */
export const wrongBody = defineCheck(
  (z) => z.strictObject({}),
  function* (context) {
    const { view, reading } = context
    const { remedies } = reading
    if (remedies.length === 0 || remedies.some(({ mainCase }) => mainCase)) return
    const named = bodiesNamed(view, reading)
    const right = new Set(remedies.flatMap(({ bodies }) => bodies))
    const rightNamed = named.some(({ body }) => right.has(body.id))
    const wrong = named.find(
      (one) =>
        !one.obsolete &&
        !right.has(one.body.id) &&
        isComplaintBody(one.body) &&
        !tellsOfThePast(context, one) &&
        (!rightNamed || takesTheComplaint(context, one)) &&
        !hearsCitedActs(context, one),
    )
    if (!wrong || right.size === 0) return
    const unsure = remedies.some(({ verified, assumed }) => verified === false || assumed)
    yield matchOf(context, wrong, {
      sources: remedies.map(({ source }) => source),
      values: { right: rightNames(context, remedies) ?? '' },
      ...(unsure ? { severity: 'suggestion' } : {}),
    })
  },
)

/** The body hears complaints over decisions by an act that the letter cites. */
function hearsCitedActs({ view, pack }: CheckContext, { body }: NamedBody): boolean {
  const remedies = pack.law.remedies.filter(({ bodies }) => bodies.includes(body.id))
  return view.references.some(({ actKey }) => {
    const act = actKey === undefined ? undefined : actNamed(pack.law.acts, actKey)
    return act && remedies.some(({ acts }) => acts?.some((one) => one.split(' §')[0] === act.id))
  })
}

/** The sentence sends complaints to the body, and not those about another matter, such as personal data. */
function takesTheComplaint({ view, pack }: CheckContext, { start, end, sentence }: NamedBody): boolean {
  const lists = pack.reading.complaint
  if (view.find(lists['other-matter'], sentence)) return false
  return view.findAll(lists['takes-complaints'], sentence).some((found) => found.start < end && start < found.end)
}

/**
 * The municipality's own council and the courts stand in guidance for other reasons than as the body; so do reviewers,
 * tribunals and ombudsmen of other countries, which hear cases of any field.
 */
function isComplaintBody({ court, acts, id, jurisdictions, area }: ComplaintBody): boolean {
  if (jurisdictions && !area) return false
  return !court && !acts && id !== 'tilsynet'
}

/** Words of the past other than those that say when the time limit begins («fra den dag, du modtog afgørelsen»). */
function tellsOfThePast({ view, pack }: CheckContext, { sentence }: NamedBody): boolean {
  const starts = view.findAll(pack.reading.complaint.start, sentence)
  return view
    .findAll(pack.reading.history.past, sentence)
    .some((past) => !starts.some((other) => overlaps(other, past)))
}

/** The right bodies by name, «A eller B»; undefined when there is none. */
function rightNames({ pack }: CheckContext, remedies: readonly Remedy[]): string | undefined {
  const ids = [...new Set(remedies.flatMap(({ bodies }) => bodies))]
  const names = pack.law.bodies.filter(({ id }) => ids.includes(id)).map(({ name }) => name)
  return names.length > 0 ? names.join(' / ') : undefined
}

function matchOf({ letter }: CheckContext, { start, end }: NamedBody, match: Omit<Match, 'span'>): Match {
  return { span: { start, end }, ...match, values: { words: letter.text.slice(start, end), ...match.values } }
}
