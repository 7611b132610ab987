/**
 * Which line breaks inside a paragraph are meant, and which are mere wrapping.
 *
 * Letterheads, addresses and signatures are written with plain line breaks, and so is prose that an editor wrapped.
 * The file itself tells them apart: a line that goes on with a lower-case letter was surely wrapped, and the longest
 * of those lines shows how wide the file is. A line that stops although the next word would have fitted was broken
 * on purpose. A cut in the middle of a sentence does more harm than a missing one, so doubt means wrapping.
 */

/** How a file wraps its prose. */
export interface Wrapping {
  /** The column up to which prose is written; undefined where nothing in the file is wrapped. */
  readonly width: number | undefined
  /** How many columns short of `width` the prose may stop, in a file that is wrapped by hand. */
  readonly slack: number
}

/** Shorter lines say nothing about the width: "Mette Lindholm" before "socialrådgiver" was not wrapped. */
const shortestWrapped = 30
/** Lines of a letterhead, an address or a signature are hardly longer than this. */
const longestShortLine = 45
/** In prose, a line that ends without a stop must leave this much room, or the break may cut a sentence in two. */
const doubtAmongProse = 15
/** Where nothing in the file is wrapped, only a line of this length can be the first half of a sentence. */
const shortestHalfSentence = 36

const wrappedLine = /^([^\n]*)\n(?=[ \t>]*(\p{Ll}\S*))/gmu

/** Looks through a whole file for lines that were surely wrapped. */
export function wrappingOf(source: string): Wrapping {
  const lines: { readonly length: number; readonly nextWord: number }[] = []
  for (const [, line = '', word = ''] of source.matchAll(wrappedLine)) {
    const text = line.trimEnd()
    if (text.length >= shortestWrapped && !/ {2}\r?$/.test(line) && !enumerator.test(word)) {
      lines.push({ length: text.length, nextWord: word.length })
    }
  }
  if (lines.length === 0) return { width: undefined, slack: 0 }
  const width = lines.reduce((widest, line) => Math.max(widest, line.length), 0)
  const rooms = lines.map((line) => Math.max(0, width - line.length - 1 - line.nextWord)).sort((a, b) => a - b)
  return { width, slack: rooms[Math.floor((rooms.length - 1) * 0.9)] ?? 0 }
}

/**
 * For the lines of one paragraph, as they stand in the file: whether the break before each line is meant. The first
 * answer, which is about no break, is true.
 */
export function meantBreaks(lines: readonly string[], wrapping: Wrapping): boolean[] {
  const contents = lines.map((line) => line.trim().replace(/^(?:>\s?)+/, ''))
  const anyWrapped = contents.some((content, index) => index > 0 && goesOn(content))
  const short = !anyWrapped && isShortGroup(contents, wrapping)
  return contents.map((content, index) => {
    if (index === 0 || enumerator.test(content)) return true
    if (goesOn(content) || endsMidSentence(lines[index - 1] ?? '')) return false
    if (short || label.test(content)) return true
    if (isLaidOut(content) || isLaidOut(contents[index - 1] ?? '')) return true
    return endsOnPurpose(lines[index - 1] ?? '', content, wrapping, anyWrapped)
  })
}

/** A line that begins with a lower-case letter goes on with the sentence of the line before. */
function goesOn(content: string): boolean {
  return /^["'»“‘(–-]*\p{Ll}/u.test(content) && !/^\S+@\S+$|^www\.\S+$|^https?:\S+$/u.test(content)
}

const leadsOn =
  /(?:^|\s)(?:og|eller|men|at|til|fra|på|i|af|for|med|om|hos|ved|efter|inden|mod|uden|den|det|de|en|et|der|som|når|hvis|vi|du|and|or|but|to|from|on|in|of|with|by|the|an|that|which|if|when|we|you|d\.|nr\.|stk\.|kl\.|tlf\.|jf\.|§§?)\s*$/iu

/** Whether a line ends with a word or abbreviation that wants another after it: nobody breaks a line there on purpose. */
export function endsMidSentence(line: string): boolean {
  return leadsOn.test(line)
}

/** "a) …" begins with a lower-case letter but is the next point of an enumeration. */
const enumerator = /^\p{Ll}\)/u

/** "Sagsnr.: 2026-01432", "Telefon: 87 12 40 55". */
const label = /^\p{Lu}[\p{L}\p{N} ./-]{0,30}:(?:\s|$)/u

/** A line in columns: the sender to the left, the date to the right. */
function isLaidOut(content: string): boolean {
  return / {4}|\t/.test(content)
}

function isShortGroup(contents: readonly string[], wrapping: Wrapping): boolean {
  const longest = Math.min(longestShortLine, (wrapping.width ?? Number.POSITIVE_INFINITY) * 0.7)
  return contents.every((content) => content.length <= longest)
}

/** Whether a line stops before the width of the file, so that the next line's first word would have fitted. */
function endsOnPurpose(line: string, next: string, wrapping: Wrapping, amongProse: boolean): boolean {
  const text = line.trim()
  if (wrapping.width === undefined) return !isHalfSentence(text)
  // "1. januar" is not parted at the end of a line.
  const firstWord = /^(?:\d{1,2}\. )?\S*/.exec(next)?.[0].length ?? 0
  const room = wrapping.width - (line.trimEnd().length + 1 + firstWord)
  const doubt = amongProse && !/[.:!?;,]["»”)]?$/u.test(text) ? doubtAmongProse : 0
  return room >= 0 && room > Math.max(wrapping.slack, doubt)
}

/** Long, mostly in lower case and without an end: the first half of a sentence, not a line of a letterhead. */
function isHalfSentence(text: string): boolean {
  if (text.length < shortestHalfSentence || /[.:!?;]["»”)]?$/u.test(text)) return false
  const words = text.split(/\s+/u)
  return words.filter((word) => /^\p{Ll}/u.test(word)).length > words.length / 2
}
