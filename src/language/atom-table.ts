import { type Atom, fits } from './phrase.ts'

/**
 * Tells for a word which atoms of the vocabulary it fits, by one look-up and one walk over its letters, however large
 * the vocabulary is. Atoms are numbered as they come. The table holds words of the vocabulary only, never of letters.
 */
const atoms: Atom[] = []
const whole = new Map<string, number>()

/**
 * All other literals as three trees, one a fit, those of word ends from the last character to the first. A node is a row
 * of `next` that has the following node, or 0, in the column of each character. Characters get columns as they come,
 * from 1. Rows that are never reached take no memory.
 */
const rowLength = 64
const mostNodes = 0xffff
const columns = new Uint8Array(0x250)
let columnCount = 1
const roots = { start: 0, end: 1, part: 2 } as const
let nodeCount = 3
const next = new Uint16Array(mostNodes * rowLength)
/** The number of the atom whose literal ends at a node, and 1; 0 where none does. */
const atNode = new Uint32Array(mostNodes)

/** The numbers of atoms that the tree has no room for: they are tried one by one. */
const rare: number[] = []

/** How many atoms have a number: 0 up to, but not including, this. */
export function countAtoms(): number {
  return atoms.length
}

/** The atom that has a number. */
export function atomNumbered(number: number): Atom {
  return atoms[number]!
}

/** The number of an atom. Equal atoms have the same. */
export function numberAtom(atom: Atom): number {
  const { literal, fit } = atom
  if (fit === 'whole') {
    let number = whole.get(literal)
    if (number === undefined) {
      number = atoms.push(atom) - 1
      whole.set(literal, number)
    }
    return number
  }
  const node = growTo(literal, fit)
  if (node === undefined) return numberRare(atom)
  if (atNode[node] === 0) atNode[node] = atoms.push(atom)
  return atNode[node]! - 1
}

function numberRare(atom: Atom): number {
  const known = rare.find((number) => atoms[number]!.literal === atom.literal && atoms[number]!.fit === atom.fit)
  if (known !== undefined) return known
  const number = atoms.push(atom) - 1
  rare.push(number)
  return number
}

/** The node at the end of a literal, made if need be; undefined when there is no room for it. */
function growTo(literal: string, fit: keyof typeof roots): number | undefined {
  let node: number = roots[fit]
  for (let at = 0; at < literal.length; at += 1) {
    const column = columnOf(literal.charCodeAt(fit === 'end' ? literal.length - 1 - at : at))
    if (column === undefined || nodeCount === mostNodes) return undefined
    const step = node * rowLength + column
    if (next[step] === 0) next[step] = nodeCount++
    node = next[step]!
  }
  return node
}

function columnOf(code: number): number | undefined {
  if (code >= columns.length || (columns[code] === 0 && columnCount === rowLength)) return undefined
  if (columns[code] === 0) columns[code] = columnCount++
  return columns[code]
}

/** Calls `found` with the number of every atom that a folded word fits; with some of them more than once. */
export function findAtoms(word: string, found: (number: number) => void): void {
  const same = whole.get(word)
  if (same !== undefined) found(same)
  const last = word.length - 1
  let node: number = roots.start
  for (let at = 0; at <= last; at += 1) {
    node = next[node * rowLength + (columns[word.charCodeAt(at)] ?? 0)]!
    if (node === 0) break
    if (atNode[node] !== 0) found(atNode[node]! - 1)
  }
  node = roots.end
  for (let at = last; at >= 0; at -= 1) {
    node = next[node * rowLength + (columns[word.charCodeAt(at)] ?? 0)]!
    if (node === 0) break
    if (atNode[node] !== 0) found(atNode[node]! - 1)
  }
  for (let from = 0; from <= last; from += 1) {
    node = roots.part
    for (let at = from; at <= last; at += 1) {
      node = next[node * rowLength + (columns[word.charCodeAt(at)] ?? 0)]!
      if (node === 0) break
      if (atNode[node] !== 0) found(atNode[node]! - 1)
    }
  }
  for (const number of rare) if (fits(atoms[number]!, word)) found(number)
}
