const month =
  'jan(?:uar)?|feb(?:ruar)?|mar(?:ts)?|apr(?:il)?|maj|jun[ie]?|jul[iy]?|aug(?:ust)?|sept?(?:ember)?|okt(?:ober)?|nov(?:ember)?|dec(?:ember)?'

/**
 * A Danish ordinal at the start of a line: "3. marts 2026", "2. th.", "1. pkt.". To Markdown (and to the eye of a
 * program) it looks like a numbered list item, but it is a date, an address or a reference.
 */
const ordinal = new RegExp(
  `\\d{1,2}\\.(?=[ \\t\\u00A0]+(?:(?:${month})(?![\\p{L}\\p{N}])|(?:${capitalised(month)})(?![\\p{L}\\p{N}])|(?:th|tv|mf|sal|etage|pkt|punktum|led|instans|halvår|kvartal|række|klasse)(?![\\p{L}\\p{N}])))`,
  'uy',
)

/** The length of the ordinal ("3.") that stands at an offset, or 0. */
export function ordinalLength(source: string, at: number): number {
  ordinal.lastIndex = at
  return ordinal.exec(source)?.[0].length ?? 0
}

export interface ListMarker {
  /** Length of the marker and the white space after it. */
  readonly length: number
  /** The number of a numbered item. */
  readonly number: number | undefined
}

const bullets = '•·▪◦‣●■○'
const textMarker = new RegExp(
  `(?:([-*+–—${bullets}])|(\\d{1,3})[.)]|\\p{Ll}\\))[ \\t\\u00A0]+(?=\\S)|[${bullets}](?=\\p{L})`,
  'uy',
)

/** The list marker of a text file that stands at an offset: `- `, `• `, `1. `, `1) `, `a) ` and their like. */
export function textListMarker(source: string, at: number): ListMarker | undefined {
  if (ordinalLength(source, at) > 0) return undefined
  textMarker.lastIndex = at
  const match = textMarker.exec(source)
  if (!match) return undefined
  return { length: match[0].length, number: match[2] === undefined ? undefined : Number(match[2]) }
}

const foreignMarker = new RegExp(`(?:[–${bullets}]|\\p{Ll}\\))[ \\t\\u00A0]+(?=\\S)|[${bullets}](?=\\p{L})`, 'uy')

/**
 * The length of a list marker that Markdown does not know but people paste from Word: `• `, `– `, `a) `. 0 for none.
 */
export function foreignMarkerLength(text: string): number {
  foreignMarker.lastIndex = 0
  return foreignMarker.exec(text)?.[0].length ?? 0
}

function capitalised(words: string): string {
  return words.replace(/(^|\|)(\w)/g, (_, bar: string, letter: string) => bar + letter.toUpperCase())
}
