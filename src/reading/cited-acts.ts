import type { Act, Vocabulary } from '../rules/vocabulary.ts'
import type { Layout } from './sections.ts'
import type { LetterView } from './view.ts'

/** An act that a letter cites, with the sections that it cites there. */
export interface CitedAct {
  readonly act: Act
  readonly sections: readonly string[]
  readonly sentence: number
}

/** The known acts that a letter cites outside its complaint guidance, one entry a reference. */
export function citedActs(view: LetterView, { zones }: Layout): CitedAct[] {
  return allCited(view).filter(({ sentence }) => zones[sentence] !== 'complaint')
}

/** The known acts that a letter cites anywhere in its own words. */
export function allCited(view: LetterView): CitedAct[] {
  return view.references.flatMap(({ start, end, actKey, sections }, number) => {
    const act = actKey === undefined ? undefined : actNamed(view.pack.law.acts, actKey)
    const sentence = view.sentenceAt(start)
    if (!act || sentence < 0 || view.letter.blocks[view.sentences[sentence]!.block]!.quoted) return []
    const own = sections.length > 0 ? sections : sectionsAfter(view, end, number)
    return [{ act, sections: withDanishForm(own), sentence }]
  })
}

/** «the Folkeskole Act (folkeskoleloven), sections 3 and 20»: sections that stand after their act, with an aside between. */
function sectionsAfter(view: LetterView, end: number, number: number): readonly string[] {
  const next = view.references.slice(number + 1, number + 3).find(({ sections }) => sections.length > 0)
  if (!next || next.actKey !== undefined) return []
  const between = view.letter.text.slice(end, next.start).replace(/\([^()]*\)/gu, '')
  return /[^),\s]/u.test(between) ? [] : next.sections
}

/** Sections as English letters cite them, and as the knowledge of Danish law has them: `section 16a` is `§ 16 a` too. */
export function withDanishForm(sections: readonly string[]): readonly string[] {
  if (!sections.some((section) => englishSection.test(section))) return sections
  const danish = sections.flatMap((section) => {
    const [, number, letter] = englishSection.exec(section) ?? []
    return number ? [`§ ${number}${letter ? ` ${letter.toLowerCase()}` : ''}`] : []
  })
  return [...sections, ...danish]
}

const englishSection = /^section (\d+)(?: ?([a-z]))?$/iu

const byName = new WeakMap<Vocabulary['law']['acts'], ReadonlyMap<string, Act>>()

/**
 * The act of this name. A title that runs on («lov om planlægning, hvorefter») is known by its beginning; a year belongs to
 * the name, for the Health Act 2006 is not Denmark's Health Act.
 */
export function actNamed(acts: Vocabulary['law']['acts'], key: string): Act | undefined {
  let names = byName.get(acts)
  if (!names) {
    names = new Map(acts.flatMap((act) => act.names.map((name) => [name.toLowerCase(), act] as const)))
    byName.set(acts, names)
  }
  const exact = names.get(key)
  if (exact || !key.includes(' ')) return exact
  const words = key.replace(/[,']/gu, '').split(' ')
  for (let count = words.length - 1; count >= 2 && !/^\d{4}$/u.test(words[count]!); count -= 1) {
    const found = names.get(words.slice(0, count).join(' '))
    if (found) return found
  }
  return undefined
}
