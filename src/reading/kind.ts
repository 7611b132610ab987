import type { PhraseList } from '../rules/vocabulary.ts'
import type { Kind } from '../types.ts'
import type { Candidate } from './decide.ts'
import type { OutcomeHit } from './outcome.ts'
import type { Layout } from './sections.ts'
import type { LetterView } from './view.ts'

/** Where two weigh the same, the earlier wins. */
const byStrength: readonly Kind[] = ['hearing', 'decision', 'delay', 'forwarding', 'acknowledgement', 'information']

/** What the letter is for: the kind whose words weigh most. Titles count more than text, and the beginning more than the end. */
export function findKind(
  view: LetterView,
  layout: Layout,
  outcomes: readonly OutcomeHit[],
  decided: Candidate | undefined,
): Kind {
  const { kinds: lists } = view.pack.reading
  const weight = Object.fromEntries(byStrength.map((kind) => [kind, 0])) as Record<Kind, number>
  const tentative = new Set<number>()
  const numbers = [...view.sentences.keys()]
  // A letter that sends a complaint on speaks of it all through, without a heading.
  const headed = numbers.some((index) => layout.zones[index] === 'complaint' && layout.headings[index])
  for (const index of numbers) {
    const zone = layout.zones[index]
    const sentence = view.sentences[index]!
    if (
      (zone === 'complaint' && headed) ||
      zone === 'signature' ||
      zone === 'contact' ||
      view.letter.blocks[sentence.block]!.quoted
    )
      continue
    const title = layout.titles[index]!
    if (!title && zone === 'letterhead') continue
    const early = index < layout.bodyStart + (title ? 2 : 3)
    const found = byStrength.flatMap((kind) => {
      const span = view.find(lists[`${kind}-${title ? 'title' : 'text'}`], index)
      // «Skulle vi få brug for mere tid, …»: nothing is late yet.
      const isIf = kind === 'delay' && view.find(lists['not-a-delay'], index) !== undefined
      return span && !isIf ? [{ kind, span }] : []
    })
    const hearing = found.some(({ kind }) => kind === 'hearing')
    const late = found.some(({ kind }) => kind === 'delay')
    if (hearing || view.find(lists.undecided, index)) tentative.add(index)
    for (const { kind, span } of found) {
      if (zone === 'complaint' && kind !== 'forwarding' && kind !== 'acknowledgement') continue
      // «Vi har ikke truffet afgørelse endnu», «Høring om afgørelse», «Afgørelsen er forsinket»: it is only spoken of.
      if (kind === 'decision' && (tentative.has(index) || (title && late))) continue
      // Words that inform stand in letters of every kind.
      const share = kind === 'information' ? 0.5 : 1
      weight[kind] += share * (title ? (early ? 4 : 1.5) : early ? 2 : 1)
      if (title && span.start === sentence.start) weight[kind] += share
    }
  }
  const prose = numbers.filter(
    (index) =>
      index >= layout.bodyStart &&
      !['letterhead', 'complaint', 'signature'].includes(layout.zones[index]!) &&
      !view.letter.blocks[view.sentences[index]!.block]!.quoted,
  )
  const guided = headed || (layout.zones.includes('complaint') && tentative.size === 0)
  const undecided = !guided && prose.some((index) => view.find(lists.undecided, index))
  // Weak words of a result count only where something was asked for or a decision is announced.
  const asked =
    weight.decision > 0 || numbers.some((index) => view.find(view.pack.reading.outcomes['asked-for'], index))
  const results = undecided ? [] : outcomes.filter((hit) => !hit.title && !tentative.has(hit.sentence))
  // «That is for the region, so we cannot pay it»: who cannot because another does refuses nothing.
  const sentOn = (hit: OutcomeHit): boolean =>
    hit.outcome === 'refusal' && view.find(lists['forwarding-text'], hit.sentence) !== undefined
  const sure = results.filter((hit) => !hit.weak && !sentOn(hit))
  const told = !undecided && decided && !decided.hit.title && !tentative.has(decided.hit.sentence) ? decided : undefined
  if (sure.length > 0) weight.decision += sure.some((hit) => hit.sentence < layout.bodyStart + 5) ? 5 : 3
  else if (told && (!told.hit.inferred || told.hit.outcome !== 'approval' || told.hit.asked))
    weight.decision += (told.hit.inferred ? 0 : 1) + (told.weight >= 5 ? 1 : 0) + (asked ? 0.5 : 0)
  else if (results.length > 0 && asked) weight.decision += 1
  if (guided) weight.decision += headed || results.length > 0 || told ? 3 : 2
  // What is only told of for information has no section on complaints.
  if (guided && headed) weight.information = 0
  // «Du får nye affaldsbeholdere»: a yes to what nobody asked for, and that rests on nothing, is news.
  const isNews = told?.hit.weak && (told.hit.outcome === 'approval' || told.hit.outcome === 'partial')
  if (isNews && sure.length === 0 && !guided && prose.length >= enoughToTell && !isGrounded(view, layout, outcomes))
    weight.decision = 0
  const others = Math.max(weight.delay, weight.forwarding, weight.acknowledgement)
  const bar = weight.decision > 0 ? strong : slight
  if (tentative.size === 0 && others < bar && isReasoned(view, layout)) weight.decision += reasoned
  const best = byStrength.reduce((heaviest, kind) => (weight[kind] > weight[heaviest] ? kind : heaviest))
  return weight[best] > 0 ? best : 'information'
}

/** How many sentences a letter has that tells what it rests on, if it rests on anything. */
const enoughToTell = 5

/** Whether a letter says in its title what it grants, that it decides, what was asked for, or what act it goes by. */
function isGrounded(view: LetterView, { zones }: Layout, hits: readonly OutcomeHit[]): boolean {
  const { kinds, outcomes } = view.pack.reading
  const says = (list: PhraseList, index: number): boolean => view.find(list, index) !== undefined
  return (
    hits.some((hit) => hit.title && !hit.weak) ||
    view.references.some(({ start }) => zones[view.sentenceAt(start)] !== 'complaint') ||
    view.sentences.some(
      (_, index) =>
        says(kinds['decision-text'], index) ||
        (says(outcomes['asked-for'], index) &&
          !says(outcomes.reported, index) &&
          !says(outcomes['not-a-result'], index)),
    )
  )
}

/** What reasons and the law in a letter say of its kind. */
const reasoned = 1.5

/** The weight from which another kind is told so plainly that reasons say nothing against it. */
const strong = 4

/** The same where nothing but the reasons speaks for a decision. */
const slight = 1

/** Whether the letter weighs something, and cites the law outside its guidance: then it decides. */
function isReasoned(view: LetterView, { zones }: Layout): boolean {
  const { consideration } = view.pack.reading.reasons
  const own = (index: number): boolean => zones[index] !== 'complaint' && zones[index] !== 'letterhead'
  const cites = view.references.some(({ start }) => own(view.sentenceAt(start)))
  return cites && view.sentences.some((_, index) => own(index) && view.find(consideration, index) !== undefined)
}
