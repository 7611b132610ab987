import { bodiesNamed, guidanceSentences } from '../reading/guidance.ts'
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

function wrongWay({ view, reading, pack }: CheckContext, route: 'authority' | 'portal' | 'body'): Span | undefined {
  const lists = pack.reading.complaint
  const guidance = guidanceSentences(view, reading)
  const first = (list: readonly string[]): Span | undefined => {
    for (const index of guidance) {
      const span = view.find(list, index)
      const excused = view.find(lists.forwards, index) ?? view.find(lists['no-way'], index)
      if (span && !excused) return span
    }
    return undefined
  }
  const somewhere = (list: readonly string[]): boolean => guidance.some((index) => view.find(list, index) !== undefined)
  if (route === 'authority') return somewhere(lists['to-authority']) ? undefined : first(lists['to-body'])
  if (route === 'body')
    return somewhere(lists['to-body']) || somewhere(lists.portal) ? undefined : first(lists['to-authority'])
  return somewhere(lists.portal) ? undefined : (first(lists['to-authority']) ?? first(lists['to-body']))
}

function bodyNames({ pack }: CheckContext, remedies: readonly Remedy[]): string {
  const ids = new Set(remedies.flatMap(({ bodies }) => bodies))
  return pack.law.bodies.flatMap(({ id, name }) => (ids.has(id) ? [name] : [])).join(' / ')
}
