import { locate } from '../formats/locate.ts'
import { pack } from '../pack.ts'
import { type ReadLetterOptions, readLetter } from '../reading/read-letter.ts'
import { type LetterView, viewLetter } from '../reading/view.ts'
import type { ComparedPart, Comparison, ElementName, Evidence, Letter, Reading, Span } from '../types.ts'
import { elementNames } from '../types.ts'
import { type Fact, findFacts, isSameFact } from './facts.ts'

/** Elements that say how the letter is written rather than what it holds: nobody misses them. */
const passedOver: ReadonlySet<ElementName> = new Set([
  'reasons',
  'boilerplate',
  'vague-deadline',
  'open-request',
  'ending',
  'complaint-enclosed',
])
/** Elements that a letter is no worse in law without. */
const optional: ReadonlySet<ElementName> = new Set([
  'subject',
  'greeting',
  'closing',
  'case-number',
  'alternatives',
  'request',
])

/** A letter with how it was read and its facts. */
interface Side {
  readonly letter: Letter
  readonly view: LetterView
  readonly reading: Reading
  readonly facts: readonly Fact[]
}

/**
 * Compares a letter with a rewrite of it, for example after somebody has simplified it: which elements and facts
 * (complaint bodies, lengths of time, dates, amounts, sections, e-mail addresses and phone numbers) were lost, changed or
 * added. A fact counts wherever it stands and however it is written; the letter's own date may differ. Pure.
 */
export function compareLetters(before: Letter, after: Letter, options: ReadLetterOptions = {}): Comparison {
  const [old, now] = [readSide(before, options), readSide(after, options)]
  const lost: ComparedPart[] = elementsOnlyIn(old, now).map(([name, words]) => elementPart(old, name, words, 'before'))
  const added: ComparedPart[] = elementsOnlyIn(now, old).map(([name, words]) => elementPart(now, name, words, 'after'))
  const changed: ComparedPart[] = (['kind', 'outcome'] as const)
    .filter((name) => old.reading[name] !== now.reading[name])
    .map((name) => ({
      ...{ kind: 'reading', name, required: true },
      before: old.reading[name],
      after: now.reading[name],
    }))
  const gone = factsOnlyIn(old, now)
  const fresh = factsOnlyIn(now, old)
  const paired = new Set<Fact>()
  for (const fact of gone) {
    const other = fresh.find(
      (one) => one.name === fact.name && !paired.has(one) && isInPlaceOf(old, fact, now, one, gone, fresh),
    )
    if (other) {
      paired.add(other)
      changed.push({ ...factPart(now, other, 'after'), before: wordsOf(old.letter, fact), required: isRequired(fact) })
    } else if (!isInElements(old, fact, lost)) lost.push(factPart(old, fact, 'before'))
  }
  for (const fact of fresh) {
    if (!paired.has(fact) && !isInElements(now, fact, added))
      added.push({ ...factPart(now, fact, 'after'), required: false })
  }
  return { lost, changed, added, worse: [...lost, ...changed].some(({ required }) => required) }
}

function readSide(letter: Letter, options: ReadLetterOptions): Side {
  const view = viewLetter(letter, pack[letter.language])
  const reading = readLetter(letter, options)
  const own = reading.elements.date ?? []
  const facts = findFacts(view).filter((fact) => !(fact.name === 'date' && own.some((date) => overlaps(fact, date))))
  return { letter, view, reading, facts }
}

function elementsOnlyIn(one: Side, other: Side): [ElementName, readonly Evidence[]][] {
  return elementNames.flatMap((name): [ElementName, readonly Evidence[]][] => {
    const words = one.reading.elements[name]
    return words && !other.reading.elements[name] && !passedOver.has(name) ? [[name, words]] : []
  })
}

function factsOnlyIn(one: Side, other: Side): Fact[] {
  return one.facts.filter((fact) => !other.facts.some((same) => isSameFact(fact, same)))
}

/** Whether a new fact stands where an old one stood: for the same element, or as the only one of its name. */
function isInPlaceOf(
  old: Side,
  gone: Fact,
  now: Side,
  fresh: Fact,
  allGone: readonly Fact[],
  allFresh: readonly Fact[],
): boolean {
  const elements = elementsAt(old, gone)
  if (elementsAt(now, fresh).some((name) => elements.includes(name))) return true
  const alone = (facts: readonly Fact[]) => facts.filter(({ name }) => name === gone.name).length === 1
  return alone(allGone) && alone(allFresh)
}

/** The elements whose words hold the fact. */
function elementsAt({ reading }: Side, fact: Span): ElementName[] {
  return elementNames.filter(
    (name) => !passedOver.has(name) && reading.elements[name]?.some((words) => overlaps(words, fact)),
  )
}

function isInElements(side: Side, fact: Fact, parts: readonly ComparedPart[]): boolean {
  return elementsAt(side, fact).some((name) => parts.some((part) => part.kind === 'element' && part.name === name))
}

function elementPart(
  side: Side,
  name: ElementName,
  [words]: readonly Evidence[],
  when: 'before' | 'after',
): ComparedPart {
  const required = when === 'before' && !optional.has(name)
  if (!words) return { kind: 'element', name, required }
  return { kind: 'element', name, [when]: words.text, place: placeOf(side.letter, words), required }
}

function factPart(side: Side, fact: Fact, when: 'before' | 'after'): ComparedPart {
  const words = wordsOf(side.letter, fact)
  return { kind: 'fact', name: fact.name, [when]: words, place: placeOf(side.letter, fact), required: isRequired(fact) }
}

function isRequired({ name }: Fact): boolean {
  return name !== 'contact'
}

function placeOf(letter: Letter, span: Span): number {
  if (letter.format === 'docx') return letter.blocks.findLastIndex((block) => block.start <= span.start) + 1
  return locate(letter, span).line
}

function wordsOf({ text }: Letter, { start, end }: Span): string {
  return text.slice(start, end)
}

function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end
}
