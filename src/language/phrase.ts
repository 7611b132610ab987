/**
 * Phrases: the small pattern language in which the vocabulary under `rules/` is written, so that a jurist can read and
 * edit it. A phrase is words with a few signs:
 *
 *     klage*            a word that begins so (klage, klagen, klagefrist)
 *     *nævnet           a word that ends so;  *  alone is any word
 *     (senest|inden)    one of these; alternatives may hold several words
 *     (mit|vores)?      may be there or not; also after a single word
 *     ...               up to eight words in between;  ...3 up to three
 *     {period} {date} {number}   a length of time, a date, a number
 *     ^                 only at the beginning of the sentence;  $ only at its end
 *
 * Phrases are matched word by word, without regard to case and punctuation, and never cross a sentence.
 */
export interface Phrase {
  readonly source: string
  readonly root: Node
  /** Every match has a word that fits one of these; undefined when nothing is certain. */
  readonly anchors: readonly Atom[] | undefined
}

/** A word of a phrase. */
export interface Atom {
  readonly type: 'word'
  readonly literal: string
  readonly fit: 'whole' | 'start' | 'end' | 'part'
}

type Node =
  | Atom
  | { readonly type: 'any' | 'first' | 'last' }
  | { readonly type: 'class'; readonly name: ClassName }
  | { readonly type: 'gap'; readonly max: number }
  | { readonly type: 'sequence' | 'choice'; readonly items: readonly Node[] }
  | { readonly type: 'optional'; readonly item: Node }

const classNames = ['period', 'date', 'number'] as const
export type ClassName = (typeof classNames)[number]

/** A sentence as phrases see it. */
export interface WordLine {
  /** Folded words: see `foldWord`. */
  readonly words: readonly string[]
  /** The index after a mention of this class that begins at word `index`; undefined when none does. */
  readonly classEnd: (name: ClassName, index: number) => number | undefined
}

/** A match, in words; `last` is exclusive. */
export interface WordSpan {
  readonly first: number
  readonly last: number
}

const gapLength = 8

/** A word as it is compared: lower case, without the full stop, hyphen or dash at its end. */
export function foldWord(word: string): string {
  const lower = word.toLowerCase()
  const end = lower.charCodeAt(lower.length - 1)
  return end === 46 || end === 45 || end === 8211 ? lower.replace(/[.–-]+$/u, '') : lower
}

/** Compiles a phrase. Throws an ordinary error for one that is badly written: vocabulary is checked when it is built. */
export function compilePhrase(source: string): Phrase {
  const parser = { text: source.normalize('NFC').toLowerCase(), at: 0 }
  const root = parseChoice(parser)
  if (parser.at < parser.text.length) throw new Error(`phrase «${source}»: unexpected «${parser.text[parser.at]}»`)
  return { source, root, anchors: anchorsOf(root) }
}

interface Parser {
  readonly text: string
  at: number
}

function parseChoice(parser: Parser): Node {
  const items: Node[] = [parseSequence(parser)]
  while (parser.text[parser.at] === '|') {
    parser.at += 1
    items.push(parseSequence(parser))
  }
  return items.length === 1 ? items[0]! : { type: 'choice', items }
}

function parseSequence(parser: Parser): Node {
  const items: Node[] = []
  for (let next = parser.text[parser.at]; next !== undefined && next !== '|' && next !== ')'; next = parser.text[parser.at]) {
    if (next === ' ') parser.at += 1
    else items.push(parsePiece(parser))
  }
  if (items.length === 0) throw new Error(`phrase «${parser.text}»: an alternative is empty`)
  return items.length === 1 ? items[0]! : { type: 'sequence', items }
}

function parsePiece(parser: Parser): Node {
  const piece = parser.text[parser.at] === '(' ? parseGroup(parser) : parseWord(parser)
  if (parser.text[parser.at] !== '?') return piece
  parser.at += 1
  return { type: 'optional', item: piece }
}

function parseGroup(parser: Parser): Node {
  parser.at += 1
  const inside = parseChoice(parser)
  if (parser.text[parser.at] !== ')') throw new Error(`phrase «${parser.text}»: a bracket is not closed`)
  parser.at += 1
  return inside
}

function parseWord(parser: Parser): Node {
  const start = parser.at
  while (parser.at < parser.text.length && !' ()|?'.includes(parser.text[parser.at]!)) parser.at += 1
  if (parser.at === start) throw new Error(`phrase «${parser.text}»: unexpected «${parser.text[start]}»`)
  return wordNode(parser.text.slice(start, parser.at))
}

function wordNode(word: string): Node {
  if (word === '^') return { type: 'first' }
  if (word === '$') return { type: 'last' }
  if (word === '*') return { type: 'any' }
  if (word.startsWith('...')) return { type: 'gap', max: word.length > 3 ? Number(word.slice(3)) : gapLength }
  if (word.startsWith('{')) {
    const name = classNames.find((known) => `{${known}}` === word)
    if (!name) throw new Error(`phrase: there is no class ${word}`)
    return { type: 'class', name }
  }
  const before = word.startsWith('*')
  const after = word.length > 1 && word.endsWith('*')
  const bare = word.slice(before ? 1 : 0, after ? -1 : undefined)
  const literal = after ? bare : foldWord(bare)
  if (!literal || /[*{},;!"»«]/u.test(literal)) throw new Error(`phrase: «${word}» is badly written`)
  return { type: 'word', literal, fit: before ? (after ? 'part' : 'end') : after ? 'start' : 'whole' }
}

/** The words of which a match must have one: of a sequence, those of its surest piece. */
function anchorsOf(node: Node): readonly Atom[] | undefined {
  switch (node.type) {
    case 'word':
      return node.fit === 'part' ? undefined : [node]
    case 'choice': {
      const parts = node.items.map(anchorsOf)
      return parts.every((part) => part !== undefined) ? parts.flat() : undefined
    }
    case 'sequence':
      return node.items.map(anchorsOf).reduce((best, next) => (weightOf(next) > weightOf(best) ? next : best), undefined)
    default:
      return undefined
  }
}

/** Long words and few of them are rare; short words are everywhere. */
function weightOf(anchors: readonly Atom[] | undefined): number {
  if (!anchors) return 0
  return Math.min(...anchors.map((atom) => atom.literal.length)) / Math.sqrt(anchors.length) + 0.01
}

/** Whether a folded word fits an atom. */
export function fits(atom: Atom, word: string): boolean {
  if (atom.fit === 'whole') return word === atom.literal
  if (atom.fit === 'start') return word.startsWith(atom.literal)
  return atom.fit === 'end' ? word.endsWith(atom.literal) : word.includes(atom.literal)
}

/** The first match at or after word `from`; of several from one word, the shortest. */
export function matchPhrase(phrase: Phrase, line: WordLine, from = 0): WordSpan | undefined {
  const count = line.words.length
  const lastStart = startsAtFirst(phrase.root) ? 0 : count - 1
  for (let first = from; first <= lastStart; first += 1) {
    if (!mayStart(phrase.root, line, first)) continue
    const last = advance(phrase.root, line, [first]).find((end) => end > first)
    if (last !== undefined) return { first, last }
  }
  return undefined
}

/** Every match, from left to right, not overlapping. */
export function matchEvery(phrase: Phrase, line: WordLine): WordSpan[] {
  const spans: WordSpan[] = []
  for (let next = matchPhrase(phrase, line); next; next = matchPhrase(phrase, line, next.last)) spans.push(next)
  return spans
}

function startsAtFirst(node: Node): boolean {
  return node.type === 'first' || (node.type === 'sequence' && startsAtFirst(node.items[0]!))
}

/** A quick look at the first word, before the whole phrase is tried. */
function mayStart(node: Node, line: WordLine, at: number): boolean {
  switch (node.type) {
    case 'word':
      return fits(node, line.words[at]!)
    case 'choice':
      return node.items.some((item) => mayStart(item, line, at))
    case 'sequence':
      return mayStart(node.items[0]!, line, at)
    case 'class':
      return line.classEnd(node.name, at) !== undefined
    default:
      return true
  }
}

/** The positions, ascending, that a node can reach from any of `from`. */
function advance(node: Node, line: WordLine, from: readonly number[]): readonly number[] {
  const count = line.words.length
  switch (node.type) {
    case 'word':
      return from.flatMap((at) => (at < count && fits(node, line.words[at]!) ? [at + 1] : []))
    case 'any':
      return from.flatMap((at) => (at < count ? [at + 1] : []))
    case 'first':
      return from.filter((at) => at === 0)
    case 'last':
      return from.filter((at) => at === count)
    case 'class':
      return unique(from.flatMap((at) => line.classEnd(node.name, at) ?? []))
    case 'gap':
      return unique(from.flatMap((at) => Array.from({ length: Math.min(node.max, count - at) + 1 }, (_, step) => at + step)))
    case 'optional':
      return unique([...from, ...advance(node.item, line, from)])
    case 'choice':
      return unique(node.items.flatMap((item) => advance(item, line, from)))
    case 'sequence': {
      let reached = from
      for (const item of node.items) {
        if (reached.length === 0) return reached
        reached = advance(item, line, reached)
      }
      return reached
    }
  }
}

function unique(positions: readonly number[]): readonly number[] {
  return positions.length < 2 ? positions : [...new Set(positions)].sort((a, b) => a - b)
}
