import { type AST, RegExpParser } from '@eslint-community/regexpp'

/** What a part of a regular expression matches, as far as it can be told. */
interface Known {
  /** Every text that it matches; undefined when there are too many. */
  readonly exact?: readonly string[]
  /** Of something that may be repeated, every text of the fewest times. */
  readonly least?: readonly string[]
  /** Texts one of which stands in or beside every match; undefined when none is certain. */
  readonly need?: readonly string[]
}

const mostTexts = 200
const nothing: Known = { exact: [''] }

/**
 * Texts one of which every text holds in which a regular expression (of the flag `u`) matches something; empty when
 * none is certain. So that a pattern need not be tried on a text that holds none of them.
 */
export function patternNeeds(source: string): readonly string[] {
  const pattern = new RegExpParser().parsePattern(source, undefined, undefined, { unicode: true })
  return shortest(needOf(alternatives(pattern.alternatives)) ?? [])
}

function needOf({ exact, need }: Known): readonly string[] | undefined {
  return rarer(exact, need)
}

/** The texts that hold no other one of them. */
function shortest(texts: readonly string[]): readonly string[] {
  return texts.filter((text) => !texts.some((other) => other !== text && text.includes(other)))
}

function alternatives(branches: readonly AST.Alternative[]): Known {
  const known = branches.map(({ elements }) => sequence(elements))
  const exact = known.every((one) => one.exact) ? fewEnough(known.flatMap((one) => one.exact!)) : undefined
  const needs = known.map(needOf)
  const need = needs.every((one) => one !== undefined) ? fewEnough(needs.flatMap((one) => one!)) : undefined
  return { ...(exact && { exact }), ...(need && { need }) }
}

/** Joins what stands side by side into longer texts, as long as they are few. */
function sequence(elements: readonly AST.Element[]): Known {
  let run: readonly string[] = ['']
  let need: readonly string[] | undefined
  let isExact = true
  const breakRun = () => {
    need = rarer(need, run)
    run = ['']
    isExact = false
  }
  const join = (texts: readonly string[]) => {
    const joined = fewEnough(run.flatMap((start) => texts.map((end) => start + end)))
    if (!joined) breakRun()
    run = joined ?? texts
  }
  for (const [index, element] of elements.entries()) {
    if (isAhead(element)) need = rarer(need, needAhead(elements.slice(0, index), element))
    const known = knownOf(element)
    need = rarer(need, known.need)
    if (known.exact) join(known.exact)
    else if (known.least) {
      join(known.least)
      breakRun()
      // The last times are followed by what comes next.
      join(known.least)
    } else breakRun()
  }
  need = rarer(need, run)
  return { ...(isExact && { exact: run }), ...(need && { need }) }
}

function knownOf(element: AST.Element | AST.QuantifiableElement): Known {
  switch (element.type) {
    case 'Character':
      return { exact: [String.fromCodePoint(element.value)] }
    case 'CharacterClass':
      return classOf(element)
    case 'Group':
    case 'CapturingGroup':
      return alternatives(element.alternatives)
    case 'Quantifier':
      return quantified(element)
    case 'Assertion': {
      if ((element.kind !== 'lookahead' && element.kind !== 'lookbehind') || element.negate) return nothing
      const need = needOf(alternatives(element.alternatives))
      return { exact: [''], ...(need && { need }) }
    }
    default:
      return {}
  }
}

function quantified({ element, min, max }: AST.Quantifier): Known {
  const once = knownOf(element)
  if (min === 0) {
    const exact = max === 1 && once.exact ? fewEnough(['', ...once.exact]) : undefined
    return exact ? { exact } : {}
  }
  let texts: readonly string[] | undefined = ['']
  for (let count = 0; count < min && texts; count += 1)
    texts = once.exact && fewEnough(texts.flatMap((start) => once.exact!.map((end) => start + end)))
  return { ...(texts && (max > min ? { least: texts } : { exact: texts })), ...(once.need && { need: once.need }) }
}

function isAhead(element: AST.Element): element is AST.LookaheadAssertion {
  return element.type === 'Assertion' && element.kind === 'lookahead' && !element.negate
}

/** What is looked for ahead stands right after what came before. */
function needAhead(
  before: readonly AST.Element[],
  { alternatives: branches }: AST.LookaheadAssertion,
): readonly string[] | undefined {
  const start = before.filter((element) => !isAhead(element))
  const needs = branches.map(({ elements }) => sequence([...start, ...elements]).need)
  return needs.every((one) => one !== undefined) ? fewEnough(needs.flatMap((one) => one!)) : undefined
}

/** A class of a few characters, such as `[Hh]`. */
function classOf({ elements, negate }: AST.CharacterClass): Known {
  const characters: string[] = []
  for (const element of elements) {
    if (negate || element.type !== 'Character' || characters.length === 4) return {}
    characters.push(String.fromCodePoint(element.value))
  }
  return { exact: characters }
}

function fewEnough(texts: readonly string[]): readonly string[] | undefined {
  const different = [...new Set(texts)]
  return different.length <= mostTexts ? different : undefined
}

/** Of two sets of texts the one that fewer letters hold one of; a set with an empty text is held by all. */
function rarer(a: readonly string[] | undefined, b: readonly string[] | undefined): readonly string[] | undefined {
  const [first, second] = [a, b].map((texts) => (texts && !texts.includes('') ? texts : undefined))
  if (!first || !second) return first ?? second
  return frequencyOf(second) < frequencyOf(first) ? second : first
}

/** A rule of thumb for how often a text of the set can be expected. */
function frequencyOf(texts: readonly string[]): number {
  return texts.reduce((sum, text) => sum + [...text].reduce((product, one) => product * characterFrequency(one), 1), 0)
}

function characterFrequency(character: string): number {
  if (/[\p{Ll} ]/u.test(character)) return 0.2
  return /[\p{Lu}\p{N}.,]/u.test(character) ? 0.02 : 0.002
}
