import { overlaps } from '../reading/clause.ts'
import { bodiesNamed, guidanceSentences } from '../reading/guidance.ts'
import type { PhraseList } from '../rules/vocabulary.ts'
import type { Remedy, Span } from '../types.ts'
import { type CheckContext, defineCheck } from './check.ts'

/**
 * A complaint that is sent elsewhere than the law says: past the authority that must see it first, not through the
 * portal, or to the authority where the body takes it itself. `says` tells for each route where it goes; `{body}` is
 * filled in. Silent where the letter names a right and another way, or the law in play is not known.
 */
export const complaintRoute = defineCheck(
  (z) => z.strictObject({ authority: z.string(), portal: z.string(), body: z.string() }),
  function* (context, says) {
    const { letter } = context
    const remedies = inPlay(context)
    const routes = new Set(remedies.map(({ route }) => route))
    const [route] = routes
    if (routes.size !== 1 || !route || remedies.some(({ verified, assumed }) => verified === false || assumed)) return
    const span = wrongWay(context, route)
    if (!span) return
    yield {
      span: { start: span.start, end: span.end },
      sources: remedies.map(({ source }) => source),
      values: {
        words: letter.text.slice(span.start, span.end),
        right: says[route].replace('{body}', bodyNames(context, remedies)),
      },
    }
  },
)

/** The records whose body the letter names; all of them when it names none. */
function inPlay({ view, reading }: CheckContext): readonly Remedy[] {
  const named = new Set(bodiesNamed(view, reading).map(({ body }) => body.id))
  const some = reading.remedies.filter(({ bodies }) => bodies.some((id) => named.has(id)))
  return some.length > 0 ? some : reading.remedies
}

/** The words that send the complaint a way that it should not go, unless the right way is told too. */
function wrongWay(context: CheckContext, route: 'authority' | 'portal' | 'body'): Span | undefined {
  const lists = context.pack.reading.complaint
  const { 'to-body': toBody, 'to-authority': toAuthority, portal } = lists
  const hasPortal = guidanceSentences(context.view, context.reading).some((index) => context.view.find(portal, index))
  const [right, wrong] = route === 'body' ? [toBody, toAuthority] : [toAuthority, toBody]
  if (route !== 'authority' && hasPortal) return undefined
  if (route === 'portal') return waysTold(context, toAuthority)[0] ?? waysTold(context, toBody)[0]
  // «Send klagen til nævnet og ikke til os»
  const denied = (way: Span): boolean =>
    context.view.find(lists['not-to-authority'], context.view.sentenceAt(way.start)) !== undefined
  if (route === 'authority' && waysTold(context, wrong).some(denied)) return waysTold(context, wrong).find(denied)
  return waysTold(context, right).length > 0 ? undefined : waysTold(context, wrong)[0]
}

/** Where the guidance sends the reader; not «vi sender den til nævnet», and not «ikke til os». */
function waysTold({ view, reading, pack }: CheckContext, list: PhraseList): Span[] {
  const { forwards, 'no-way': noWay } = pack.reading.complaint
  return guidanceSentences(view, reading).flatMap((index) => {
    if (view.find(noWay, index)) return []
    const others = view.findAll(forwards, index)
    const negations = view.findAll(pack.reading.outcomes.negation, index)
    return view
      .findAll(list, index)
      .filter((way) => !others.some((other) => other.start <= way.start && overlaps(other, way)))
      .filter((way) => !negations.some((other) => overlaps(other, way)))
  })
}

function bodyNames({ pack }: CheckContext, remedies: readonly Remedy[]): string {
  const ids = new Set(remedies.flatMap(({ bodies }) => bodies))
  return pack.law.bodies.flatMap(({ id, name }) => (ids.has(id) ? [name] : [])).join(' / ')
}
