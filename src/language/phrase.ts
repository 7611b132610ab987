/**
 * Phrases: the small pattern language in which the vocabulary under `rules/` is written, so that a jurist can read and
 * edit it. A phrase is words with a few signs:
 *
 *     klage*            a word that begins so (klage, klagen, klagefrist)
 *     *nævnet           a word that ends so;  *  alone is any word
 *     (senest|inden)    one of these; alternatives may hold several words
 *     (mit|vores)?      may be there or not; also after a single word
 *     ...               up to eight words in between;  ...3 up to three
 *     I                 the pronoun, not the preposition i
 *     {period} {date} {number}   a length of time, a date, a number
 *     ^                 only at the beginning of the sentence;  $ only at its end
 *
 * Phrases are matched word by word, without regard to case and punctuation, and never cross a sentence. A match is never
 * empty and has at most 31 words.
 */
export interface Phrase {
  readonly source: string
  /** Made when the phrase is first tried: most phrases of a list never are. */
  root: Node | undefined
  step: Step | undefined
}

/** A word of a phrase. */
export interface Atom {
  readonly literal: string
  readonly fit: 'whole' | 'start' | 'end' | 'part'
}

/** A word that a match may be found by, with the fewest and the most words of the match that stand before it. */
export interface Anchor {
  readonly atom: Atom
  readonly least: number
  readonly most: number
}

type Node =
  /** One word, which fits one of the atoms. */
  | { readonly type: 'word'; readonly atoms: readonly Atom[] }
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

/** The words of the longest match: as many as there are bits in a number, less one. */
export const longestMatch = 31

/**
 * A word as it is compared: lower case, without the full stop, hyphen or dash at its end. The pronoun `I` (you, plural)
 * keeps its capital, which alone tells it from the preposition (Retskrivningsordbogen § 13).
 */
export function foldWord(word: string): string {
  if (word === 'I') return word
  const lower = word.includes('’') ? word.toLowerCase().replaceAll('’', "'") : word.toLowerCase()
  const end = lower.charCodeAt(lower.length - 1)
  return end === 46 || end === 45 || end === 8211 ? lower.replace(/[.–-]+$/u, '') : lower
}

/** Compiles a phrase. Throws an ordinary error for one that is badly written: vocabulary is checked when it is built. */
export function compilePhrase(source: string): Phrase {
  return { source, root: parsePhrase(source), step: undefined }
}

function parsePhrase(source: string): Node {
  const parser = { text: source.normalize('NFC'), at: 0 }
  const root = parseChoice(parser)
  if (parser.at < parser.text.length) throw new Error(`phrase «${source}»: unexpected «${parser.text[parser.at]}»`)
  return root
}

interface Parser {
  readonly text: string
  at: number
}

/** Alternatives. Those of one word are put together, so that a word is looked up among them and not tried with each. */
function parseChoice(parser: Parser): Node {
  const items: Node[] = []
  const atoms: Atom[] = []
  do {
    const item = parseSequence(parser)
    if (item.type === 'word') atoms.push(...item.atoms)
    else items.push(item)
  } while (parser.text[parser.at] === '|' && ++parser.at)
  if (atoms.length > 0) items.push({ type: 'word', atoms })
  return items.length === 1 ? items[0]! : { type: 'choice', items }
}

function parseSequence(parser: Parser): Node {
  const items: Node[] = []
  for (
    let next = parser.text[parser.at];
    next !== undefined && next !== '|' && next !== ')';
    next = parser.text[parser.at]
  ) {
    if (next === ' ') parser.at += 1
    else items.push(parsePiece(parser))
  }
  if (items.length === 0) throw new Error(`phrase «${parser.text}»: an alternative is empty`)
  return items.length === 1 ? items[0]! : { type: 'sequence', items }
}

function parsePiece(parser: Parser): Node {
  const piece = parser.text[parser.at] === '(' ? parseGroup(parser) : parseSign(parser)
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

const sign = /[^ ()|?]+/y

function parseSign(parser: Parser): Node {
  sign.lastIndex = parser.at
  const written = sign.exec(parser.text)?.[0]
  if (written === undefined) throw new Error(`phrase «${parser.text}»: unexpected «${parser.text[parser.at]}»`)
  parser.at += written.length
  return nodeOf(written)
}

function nodeOf(written: string): Node {
  if (written === '^') return { type: 'first' }
  if (written === '$') return { type: 'last' }
  if (written === '*') return { type: 'any' }
  if (/^\.{3}\d*$/u.test(written))
    return { type: 'gap', max: written.length > 3 ? Number(written.slice(3)) : gapLength }
  if (written.startsWith('{')) {
    const name = classNames.find((known) => `{${known}}` === written.toLowerCase())
    if (!name) throw new Error(`phrase: there is no class ${written}`)
    return { type: 'class', name }
  }
  return { type: 'word', atoms: [atomOf(written)] }
}

/** Reads an atom such as `klage*`. */
export function atomOf(written: string): Atom {
  const before = written.startsWith('*')
  const after = written.length > 1 && written.endsWith('*')
  const bare = written.slice(before ? 1 : 0, after ? -1 : undefined)
  const literal = after && bare !== 'I' ? bare.toLowerCase() : foldWord(bare)
  if (!literal || /[*{},;!"»«]|^\.{3}/u.test(literal)) throw new Error(`phrase: «${written}» is badly written`)
  return { literal, fit: before ? (after ? 'part' : 'end') : after ? 'start' : 'whole' }
}

/** Writes an atom as `atomOf` reads it. */
export function writeAtom({ literal, fit }: Atom): string {
  return `${fit === 'end' || fit === 'part' ? '*' : ''}${literal}${fit === 'start' || fit === 'part' ? '*' : ''}`
}

/**
 * The words by one of which every match can be found, of a sequence those of its rarest piece; undefined when nothing
 * is certain.
 */
export function anchorsOf(phrase: Phrase): readonly Anchor[] | undefined {
  const anchors: Anchor[] = []
  return addAnchors(anchors, rootOf(phrase), { least: 0, most: 0 }) ? anchors : undefined
}

/**
 * What a match must hold besides an anchor: sets of words of each of which it holds one. Empty when nothing is certain.
 */
export function companionsOf(phrase: Phrase): readonly (readonly Atom[])[] {
  const root = rootOf(phrase)
  if (root.type !== 'sequence') return []
  const rarest = rarestOf(root.items)
  return root.items
    .filter((_, place) => place !== rarest)
    .sort((a, b) => frequencyOf(a) - frequencyOf(b))
    .flatMap((item) => {
      const anchors: Anchor[] = []
      return addAnchors(anchors, item, { least: 0, most: 0 }) ? [anchors.map(({ atom }) => atom)] : []
    })
}

function rootOf(phrase: Phrase): Node {
  phrase.root ??= parsePhrase(phrase.source)
  return phrase.root
}

/** Adds the anchors of a node that stands after `before` words; false when it has none. */
function addAnchors(anchors: Anchor[], node: Node, before: Length): boolean {
  switch (node.type) {
    case 'word':
      for (const atom of node.atoms) anchors.push({ atom, least: before.least, most: before.most })
      return true
    case 'choice':
      return node.items.every((item) => addAnchors(anchors, item, before))
    case 'sequence': {
      const rarest = rarestOf(node.items)
      const between = node.items.slice(0, rarest).map(lengthOf).reduce(add, before)
      return addAnchors(anchors, node.items[rarest]!, between)
    }
    default:
      return false
  }
}

/** The place of the item that can be expected least often. */
function rarestOf(items: readonly Node[]): number {
  const frequencies = items.map(frequencyOf)
  return frequencies.indexOf(Math.min(...frequencies))
}

/** Words that every other letter is full of, whatever their length. */
const commonWords = new Set(
  'af at de den der det dig din du efter eller en er et for fra har have i I ikke kan kommunen med om og på sagen skal som til vi'.split(
    ' ',
  ),
)
const commonFrequency = 0.1

/**
 * How often a node can be expected to have one of its words in a text, as a share of all words. A rule of thumb: every
 * letter makes a word three times as rare.
 */
function frequencyOf(node: Node): number {
  switch (node.type) {
    case 'word':
      return node.atoms.reduce(
        (sum, { literal, fit }) =>
          sum + (fit === 'whole' && commonWords.has(literal) ? commonFrequency : 3 ** -literal.length),
        0,
      )
    case 'choice':
      return node.items.reduce((sum, item) => sum + frequencyOf(item), 0)
    case 'sequence':
      return Math.min(...node.items.map(frequencyOf))
    default:
      return 1
  }
}

interface Length {
  readonly least: number
  readonly most: number
}

/** The fewest and the most words that a node can take. */
function lengthOf(node: Node): Length {
  switch (node.type) {
    case 'word':
    case 'any':
      return { least: 1, most: 1 }
    case 'first':
    case 'last':
      return { least: 0, most: 0 }
    case 'class':
      return { least: 1, most: longestMatch }
    case 'gap':
      return { least: 0, most: node.max }
    case 'optional':
      return { least: 0, most: lengthOf(node.item).most }
    case 'choice':
      return node.items
        .map(lengthOf)
        .reduce((a, b) => ({ least: Math.min(a.least, b.least), most: Math.max(a.most, b.most) }))
    case 'sequence':
      return node.items.map(lengthOf).reduce(add)
  }
}

function add(a: Length, b: Length): Length {
  return { least: a.least + b.least, most: a.most + b.most }
}

/** Whether a folded word fits an atom. */
export function fits({ literal, fit }: Atom, word: string): boolean {
  if (fit === 'whole') return word === literal
  if (fit === 'start') return word.startsWith(literal)
  return fit === 'end' ? word.endsWith(literal) : word.includes(literal)
}

/** The first match that begins with one of the words `from`–`to` (inclusive); of several from one word, the shortest. */
export function matchPhrase(
  phrase: Phrase,
  line: WordLine,
  from = 0,
  to = line.words.length - 1,
): WordSpan | undefined {
  phrase.step ??= stepOf(rootOf(phrase))
  const last = Math.min(to, line.words.length - 1)
  for (let first = from; first <= last; first += 1) {
    const ends = phrase.step(line, first, 1) & ~1
    if (ends !== 0) return { first, last: first + lowestBit(ends) }
  }
  return undefined
}

/** Every match that begins with one of the words `from`–`to`, from left to right, not overlapping. */
export function matchEvery(phrase: Phrase, line: WordLine, from = 0, to = line.words.length - 1): WordSpan[] {
  const spans: WordSpan[] = []
  for (let next = matchPhrase(phrase, line, from, to); next; next = matchPhrase(phrase, line, next.last, to))
    spans.push(next)
  return spans
}

/**
 * The places in a line that a node can reach from any of the places `at`. Places are a set in the bits of a number:
 * bit 0 stands before word `first`, bit 1 after it, and so on.
 */
type Step = (line: WordLine, first: number, at: number) => number

/** Makes the step of a node: a tree of small functions, which runs faster than a walk over the tree of nodes. */
function stepOf(node: Node): Step {
  switch (node.type) {
    case 'word':
      return wordStep(node.atoms)
    case 'any':
      return (line, first, at) => (at << 1) & placesFrom(first, line)
    case 'first':
      return (_, first, at) => (first === 0 ? at & 1 : 0)
    case 'last':
      return (line, first, at) => at & placeOfEnd(first, line)
    case 'class':
      return classStep(node.name)
    case 'gap':
      return gapStep(node.max)
    case 'optional': {
      const step = stepOf(node.item)
      return (line, first, at) => at | step(line, first, at)
    }
    case 'choice': {
      const steps = node.items.map(stepOf)
      return (line, first, at) => {
        let reached = 0
        for (const step of steps) reached |= step(line, first, at)
        return reached
      }
    }
    case 'sequence': {
      const steps = node.items.map(stepOf)
      return (line, first, at) => {
        let reached = at
        for (const step of steps) {
          if (reached === 0) break
          reached = step(line, first, reached)
        }
        return reached
      }
    }
  }
}

/** Whole words are looked up; of the other atoms those are tried that begin or end with the letter of the word. */
function wordStep(atoms: readonly Atom[]): Step {
  const whole = new Set(atoms.flatMap(({ fit, literal }) => (fit === 'whole' ? [literal] : [])))
  const starts = atomsByLetter(atoms, 'start', (literal) => literal.charCodeAt(0))
  const ends = atomsByLetter(atoms, 'end', lastLetter)
  const parts = atoms.filter(({ fit }) => fit === 'part')
  return ({ words }, first, at) => {
    let reached = 0
    for (let rest = at; rest !== 0; rest &= rest - 1) {
      const place = lowestBit(rest)
      if (first + place >= words.length) break
      const word = words[first + place]!
      if (
        whole.has(word) ||
        fitsOne(starts?.get(word.charCodeAt(0)), word) ||
        fitsOne(ends?.get(lastLetter(word)), word) ||
        fitsOne(parts, word)
      )
        reached |= 2 << place
    }
    return reached
  }
}

/** The atoms of one fit by a letter of theirs; undefined when there are none. */
function atomsByLetter(
  atoms: readonly Atom[],
  fit: Atom['fit'],
  letterOf: (literal: string) => number,
): ReadonlyMap<number, readonly Atom[]> | undefined {
  const byLetter = new Map<number, Atom[]>()
  for (const atom of atoms) {
    if (atom.fit !== fit) continue
    const letter = letterOf(atom.literal)
    const same = byLetter.get(letter)
    if (same) same.push(atom)
    else byLetter.set(letter, [atom])
  }
  return byLetter.size > 0 ? byLetter : undefined
}

function lastLetter(word: string): number {
  return word.charCodeAt(word.length - 1)
}

function fitsOne(atoms: readonly Atom[] | undefined, word: string): boolean {
  if (atoms !== undefined) for (const atom of atoms) if (fits(atom, word)) return true
  return false
}

function classStep(name: ClassName): Step {
  return (line, first, at) => {
    let reached = 0
    for (let rest = at; rest !== 0; rest &= rest - 1) {
      const end = line.classEnd(name, first + lowestBit(rest))
      if (end !== undefined && end - first <= longestMatch) reached |= 1 << (end - first)
    }
    return reached
  }
}

function gapStep(max: number): Step {
  return (line, first, at) => {
    let reached = at
    for (let word = 0; word < max; word += 1) reached |= reached << 1
    return reached & placesFrom(first, line)
  }
}

/** The places in the line, from that before word `first` to that after the last word, as far as they can be told. */
function placesFrom(first: number, { words }: WordLine): number {
  const count = words.length - first
  return count >= longestMatch ? -1 : (2 << count) - 1
}

function placeOfEnd(first: number, { words }: WordLine): number {
  const count = words.length - first
  return count > longestMatch ? 0 : 1 << count
}

/** The number of the lowest bit that is set. */
function lowestBit(bits: number): number {
  return 31 - Math.clz32(bits & -bits)
}
