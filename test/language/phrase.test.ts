import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  anchorsOf,
  type ClassName,
  companionsOf,
  compilePhrase,
  foldWord,
  longestMatch,
  matchEvery,
  matchPhrase,
  type WordLine,
  writeAtom,
} from '../../src/language/phrase.ts'

/** Words that stand for dates, periods and numbers in these tests, and how many words each takes with those after it. */
const mentions: Readonly<Record<string, readonly [ClassName, number]>> = {
  'date-1': ['date', 1],
  'date-3': ['date', 3],
  'period-2': ['period', 2],
  7: ['number', 1],
}

function lineOf(text: string): WordLine {
  const words = text.split(' ').filter(Boolean).map(foldWord)
  return { words, classEnd: (name, index) => classEnd(words, name, index) }
}

function classEnd(words: readonly string[], name: ClassName, index: number): number | undefined {
  const [of, length] = mentions[words[index] ?? ''] ?? []
  return of === name && length !== undefined ? Math.min(index + length, words.length) : undefined
}

/** The words of the first match. */
function matched(phrase: string, text: string): string | undefined {
  const line = lineOf(text)
  const span = matchPhrase(compilePhrase(phrase), line)
  return span && line.words.slice(span.first, span.last).join(' ')
}

describe('the signs of the phrase language', () => {
  test.each([
    // Whole words, without regard to case and to a full stop or hyphen at the end.
    ['klage', 'du kan klage nu', 'klage'],
    ['klage', 'du kan Klage.', 'klage'],
    ['Klage', 'du kan klage', 'klage'],
    ['klage', 'en klagen', undefined],
    ['kan klage', 'du kan klage nu', 'kan klage'],
    ['kan klage', 'du kan ikke klage', undefined],
    ['kr', '500 kr. om måneden', 'kr'],
    ['kr.', '500 kr om måneden', 'kr'],
    // The beginning, the end and the middle of a word; any word.
    ['klage*', 'en klagefrist', 'klagefrist'],
    ['klage*', 'at klage', 'klage'],
    ['klage*', 'en beklagelse', undefined],
    ['*nævnet', 'til Miljøklagenævnet', 'miljøklagenævnet'],
    ['*nævnet', 'nævnet', 'nævnet'],
    ['*nævnet', 'nævnets', undefined],
    ['*klage*', 'en beklagelse', 'beklagelse'],
    ['til *', 'klag til os', 'til os'],
    ['til *', 'send den til', undefined],
    ['* *', 'en', undefined],
    // Danish letters, also written as letter and accent, and capitals of them.
    ['æ* ø* å*', 'Æbler øl Åen', 'æbler øl åen'],
    ['på', 'pa\u030a', undefined],
    ['pa\u030a', 'på', 'på'],
    ['én', 'én', 'én'],
    // The pronoun I and the preposition i.
    ['I har', 'I har', 'I har'],
    ['I har', 'i har', undefined],
    ['i dag', 'I dag', undefined],
    // Alternatives of one or several words, one inside the other.
    ['(senest|inden)', 'svar inden fredag', 'inden'],
    ['(senest|inden) fredag', 'svar senest fredag', 'senest fredag'],
    ['(senest den|inden) *', 'svar senest den tredje', 'senest den tredje'],
    ['(a|b (c|d e)) f', 'b d e f', 'b d e f'],
    ['(a|b (c|d e)) f', 'b c e f', undefined],
    ['a|b c', 'x b c', 'b c'],
    // What may be there or not.
    ['(mit|vores)? svar', 'her er vores svar', 'vores svar'],
    ['(mit|vores)? svar', 'her er svar', 'svar'],
    ['vi? svarer', 'vi svarer', 'vi svarer'],
    ['a b? c', 'a c', 'a c'],
    ['a (b c?)? d', 'a b d', 'a b d'],
    // Words in between: up to eight, or as many as are given, or none.
    ['ikke ... klage', 'ikke klage', 'ikke klage'],
    ['ikke ... klage', 'ikke 1 2 3 4 5 6 7 8 klage', 'ikke 1 2 3 4 5 6 7 8 klage'],
    ['ikke ... klage', 'ikke 1 2 3 4 5 6 7 8 9 klage', undefined],
    ['ikke ...2 klage', 'ikke nu og klage', 'ikke nu og klage'],
    ['ikke ...2 klage', 'ikke nu og her klage', undefined],
    ['ikke ...2', 'ikke nu', 'ikke'],
    ['...2 klage', 'nu og her klage', 'og her klage'],
    // Dates, periods and numbers.
    ['inden {period}', 'inden period-2 uger går', 'inden period-2 uger'],
    ['den {date} kl', 'den date-3 marts 2026 kl', 'den date-3 marts 2026 kl'],
    ['{number} gange', 'mindst 7 gange', '7 gange'],
    ['{date}', 'inden period-2 uger', undefined],
    // Only at the beginning, only at the end.
    ['^ afslag', 'afslag på støtte', 'afslag'],
    ['^ afslag', 'et afslag', undefined],
    ['^ ...1 afslag', 'et afslag', 'et afslag'],
    ['(^|og) vi', 'her er vi og vi', 'og vi'],
    ['klage $', 'at klage', 'klage'],
    ['klage $', 'klage nu', undefined],
    ['^ hilsen $', 'hilsen', 'hilsen'],
    ['klage (nu|$)', 'klage her klage', 'klage'],
    // The earliest start, and from there the shortest match.
    ['a ... c', 'b a c a c', 'a c'],
    ['(a|a b)', 'a b', 'a'],
    ['(b|a b)', 'a b', 'a b'],
    ['a? ...3 c', 'x a b c', 'x a b c'],
  ])('%s in «%s»: %s', (phrase, text, expected) => {
    expect(matched(phrase, text)).toBe(expected)
  })

  test('a match is never empty', () => {
    expect(matched('a?', 'b')).toBeUndefined()
    expect(matched('^', 'b')).toBeUndefined()
    expect(matched('...', 'b')).toBe('b')
    expect(matched('a?', '')).toBeUndefined()
  })

  test('a match has its words, counted in words, and begins where it is told to', () => {
    const line = lineOf('klag eller klag igen')
    const phrase = compilePhrase('klag igen?')
    expect(matchPhrase(phrase, line)).toEqual({ first: 0, last: 1 })
    expect(matchPhrase(phrase, line, 1)).toEqual({ first: 2, last: 3 })
    expect(matchPhrase(phrase, line, 3)).toBeUndefined()
    expect(matchPhrase(phrase, line, 0, 0)).toEqual({ first: 0, last: 1 })
    expect(matchPhrase(phrase, line, 1, 1)).toBeUndefined()
  })

  test('every match, not overlapping', () => {
    const line = lineOf('a a a b a a')
    expect(matchEvery(compilePhrase('a a'), line)).toEqual([
      { first: 0, last: 2 },
      { first: 4, last: 6 },
    ])
  })

  test('far into a long sentence', () => {
    const line = lineOf(`${'ord '.repeat(300)}du kan ikke klage ${'ord '.repeat(300)}`)
    expect(matchPhrase(compilePhrase('kan ... klage'), line)).toEqual({ first: 301, last: 304 })
    expect(matchEvery(compilePhrase('ord'), line)).toHaveLength(600)
  })

  test('a match has at most 31 words', () => {
    const phrase = compilePhrase('a ...20 b ...20 c')
    expect(matched('a ...20 b ...20 c', `a b ${'x '.repeat(20)}c`)).toBeDefined()
    expect(matchPhrase(phrase, lineOf(`a ${'x '.repeat(10)}b ${'x '.repeat(18)}c`))).toEqual({ first: 0, last: 31 })
    expect(matchPhrase(phrase, lineOf(`a ${'x '.repeat(11)}b ${'x '.repeat(18)}c`))).toBeUndefined()
  })
})

test.each([
  ['', 'an alternative is empty'],
  ['a | | b', 'an alternative is empty'],
  ['(a|b', 'a bracket is not closed'],
  ['a) b', 'unexpected «)»'],
  ['? a', 'unexpected «?»'],
  ['{måned}', 'there is no class {måned}'],
  ['{date', 'there is no class {date'],
  ['a, b', '«a,» is badly written'],
  ['a*b', '«a*b» is badly written'],
  ['**', '«**» is badly written'],
  ['...x', '«...x» is badly written'],
])('«%s» is no phrase: %s', (source, message) => {
  expect(() => compilePhrase(source)).toThrow(message)
})

/** A phrase as a tree, from which both its text and the plain meaning of its signs follow. */
type Tree =
  | { readonly sign: 'word' | 'gap' | 'class' | 'edge'; readonly text: string }
  | { readonly sign: 'optional' | 'sequence' | 'choice'; readonly items: readonly Tree[] }

function write(tree: Tree): string {
  if ('text' in tree) return tree.text
  const items = tree.items.map(write)
  if (tree.sign === 'optional') return 'text' in tree.items[0]! ? `${items[0]}?` : `(${items[0]})?`
  return tree.sign === 'sequence'
    ? items.map((item, at) => (bracketed(tree.items[at]!) ? `(${item})` : item)).join(' ')
    : `(${items.join('|')})`
}

function bracketed(tree: Tree): boolean {
  return tree.sign === 'sequence'
}

/** Every word number at which a match of `tree` that begins at `at` can end: the slow and plain way. */
function endsOf(tree: Tree, { words, classEnd: endOf }: WordLine, at: number): number[] {
  const line = { words, classEnd: endOf }
  if ('text' in tree) {
    const { text } = tree
    if (tree.sign === 'gap')
      return Array.from({ length: Number(text.slice(3) || 8) + 1 }, (_, step) => at + step).filter(
        (end) => end <= words.length,
      )
    if (tree.sign === 'edge') return (text === '^' ? at === 0 : at === words.length) ? [at] : []
    if (tree.sign === 'class') return [endOf(text.slice(1, -1) as ClassName, at) ?? []].flat()
    const fits = new RegExp(`^${text.replaceAll('*', '.*')}$`, 'u')
    return at < words.length && fits.test(words[at]!) ? [at + 1] : []
  }
  if (tree.sign === 'choice') return tree.items.flatMap((item) => endsOf(item, line, at))
  if (tree.sign === 'optional') return [at, ...endsOf(tree.items[0]!, line, at)]
  return tree.items.reduce((from, item) => [...new Set(from.flatMap((start) => endsOf(item, line, start)))], [at])
}

function slowMatch(tree: Tree, line: WordLine, from = 0, to = line.words.length) {
  for (let first = from; first <= Math.min(to, line.words.length - 1); first += 1) {
    const last = Math.min(...endsOf(tree, line, first).filter((end) => end > first && end <= first + longestMatch))
    if (last < Infinity) return { first, last }
  }
  return undefined
}

const vocabulary = ['a', 'ab', 'ba', 'å', 'aå', 'I', 'i', '7', 'date-1', 'date-3', 'period-2']
const leaf = fc.oneof(
  {
    weight: 6,
    arbitrary: fc
      .constantFrom('a', 'ab', 'ba', 'å', 'I', 'i', 'a*', '*a', '*å', '*b*', '*')
      .map((text): Tree => ({ sign: 'word', text })),
  },
  { weight: 2, arbitrary: fc.constantFrom('...', '...0', '...1', '...3').map((text): Tree => ({ sign: 'gap', text })) },
  {
    weight: 1,
    arbitrary: fc.constantFrom('{date}', '{period}', '{number}').map((text): Tree => ({ sign: 'class', text })),
  },
  { weight: 1, arbitrary: fc.constantFrom('^', '$').map((text): Tree => ({ sign: 'edge', text })) },
)
const { tree } = fc.letrec<{ tree: Tree }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    leaf,
    fc.array(tie('tree'), { minLength: 2, maxLength: 4 }).map((items): Tree => ({ sign: 'sequence', items })),
    fc.array(tie('tree'), { minLength: 2, maxLength: 3 }).map((items): Tree => ({ sign: 'choice', items })),
    tie('tree').map((item): Tree => ({ sign: 'optional', items: [item] })),
  ),
}))
const sentence = fc.oneof(
  fc.array(fc.constantFrom(...vocabulary), { maxLength: 9 }),
  fc.array(fc.constantFrom(...vocabulary), { minLength: 30, maxLength: 70 }),
)

describe('every phrase and every sentence', () => {
  test('matches as the plain meaning of its signs says', () => {
    fc.assert(
      fc.property(tree, sentence, fc.nat(40), fc.nat(40), (phrase, words, from, more) => {
        const line = lineOf(words.join(' '))
        const compiled = compilePhrase(write(phrase))
        expect(matchPhrase(compiled, line)).toEqual(slowMatch(phrase, line))
        expect(matchPhrase(compiled, line, from, from + more)).toEqual(slowMatch(phrase, line, from, from + more))
      }),
      { numRuns: 2000 },
    )
  })

  test('has one of its anchors, where it says', () => {
    fc.assert(
      fc.property(tree, sentence, (phrase, words) => {
        const line = lineOf(words.join(' '))
        const compiled = compilePhrase(write(phrase))
        const match = matchPhrase(compiled, line)
        const anchors = anchorsOf(compiled)
        if (!match || !anchors) return
        const held = anchors.some(({ atom, least, most }) => {
          const at = line.words.slice(match.first, match.last).flatMap((word, index) => {
            const { literal, fit } = atom
            const fits = {
              whole: word === literal,
              start: word.startsWith(literal),
              end: word.endsWith(literal),
              part: word.includes(literal),
            }
            return fits[fit] ? [index] : []
          })
          return at.some((index) => index >= least && index <= most)
        })
        expect(held).toBe(true)
      }),
      { numRuns: 1000 },
    )
  })
})

test.each([
  ['klage* til (nævnet|styrelsen)', [['til'], ['klage*']]],
  ['du ... (ikke)? klage*', [['du']]],
  ['klage*|anke*', []],
  ['klage*', []],
])('every match of «%s» holds words of %j besides what it is found by', (phrase, companions) => {
  const found = companionsOf(compilePhrase(phrase)).map((atoms) => atoms.map(writeAtom))
  expect(found.toSorted()).toEqual(companions.toSorted())
})
