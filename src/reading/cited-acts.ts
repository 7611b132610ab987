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
  return view.references.flatMap(({ start, actKey, sections }) => {
    const act = actKey === undefined ? undefined : actNamed(view.pack.law.acts, actKey)
    const sentence = view.sentenceAt(start)
    if (!act || sentence < 0 || view.letter.blocks[view.sentences[sentence]!.block]!.quoted) return []
    return [{ act, sections: withDanishForm(sections), sentence }]
  })
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

/** The act of this name. A title that runs on («lov om planlægning, hvorefter») is known by its beginning. */
export function actNamed(acts: Vocabulary['law']['acts'], key: string): Act | undefined {
  let names = byName.get(acts)
  if (!names) {
    names = new Map(acts.flatMap((act) => act.names.map((name) => [name.toLowerCase(), act] as const)))
    byName.set(acts, names)
  }
  const exact = names.get(key)
  if (exact || !key.includes(' ')) return exact
  const words = key.replace(/[,']/gu, '').split(' ')
  for (let count = words.length - 1; count >= 2; count -= 1) {
    const found = names.get(words.slice(0, count).join(' '))
    if (found) return found
  }
  return undefined
}
