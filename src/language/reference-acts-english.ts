import { isLetter } from './characters.ts'
import type { ActMention } from './reference-acts.ts'

const SP = '[\\s\\u00a0]+'
/** The word that tells an act, and its year: `Housing Act 1996`, `Local Plan 2019-2036`. */
const NAMED = new RegExp(
  `(Act|Regulations|Order|Rules|Code|Plan|Charter|Treaty)(?:${SP}(\\d{4})(?:[-–]\\d{2,4})?)?(?![\\p{L}\\d])`,
  'uy',
)
/** Acts that are named forwards: `Act on Social Services`, `Charter of Fundamental Rights of the European Union`. */
const FORWARD = new RegExp(
  `(?:Consolidation${SP})?(?:Act|Charter|Treaty|Order|Convention)${SP}(?:on|of|concerning)(?:${SP}(?:the|an|a))?${SP}\\p{Lu}[\\p{L}'’-]*` +
    `(?:,?${SP}(?:\\p{Lu}[\\p{L}'’-]*|of|the|and|in|on|for|to|with)(?![\\p{L}]))*`,
  'uy',
)
const NUMBERED = new RegExp(
  `(?:Regulation|Directive|Decision)${SP}(?:\\((?:EU|EC|EEC|Euratom)(?:,${SP}Euratom)?\\)${SP}(?:No\\.?${SP})?\\d+/\\d+|(?:No\\.?${SP})?\\d+/\\d+(?:/(?:EU|EC|EEC))?)`,
  'uy',
)
const SHORT =
  /(?:FOIA|TFEU|TEU|EUDPR|BR18)(?![\p{L}\d])|(?:General Data Protection Regulation|Staff Regulations)(?![\p{L}])/uy
/** Words of the name, walked backwards: capitals, joined by small connecting words or in brackets. */
const NAME_WORD =
  /(?:^|[\s\u00a0(])((?:\([A-Z][\p{L}'’-]*\)?|[A-Z][\p{L}'’-]*[,)]?|and|of|the|for|to|in|etc\.?\)?))[\s\u00a0]+$/u
const FIRST_WORD = /^(?:The|Under|In|Of|By|See|Section|This|Your|Our|An?|And|For|With|That)$/u

/** The act, set of regulations, plan or EU act whose telling word stands at `at`; a bare `the Act` names none. */
export function readEnglishAct(text: string, at: number, from: number): ActMention | undefined {
  if (isLetter(text.charCodeAt(at - 1))) return undefined
  const short = matchAt(SHORT, text, at) ?? matchAt(NUMBERED, text, at)
  if (short) return mention(text, at, at + short[0].length)
  const forward = matchAt(FORWARD, text, at)
  if (forward) return mention(text, nameStart(text, at, from), at + trimName(forward[0]))
  const named = matchAt(NAMED, text, at)
  if (!named) return undefined
  const start = nameStart(text, at, from)
  const [whole, word, year] = named as unknown as [string, string, string | undefined]
  if (start === at) {
    const bare = word === 'Act' && /\bthe[\s\u00a0]$/u.test(text.slice(Math.max(0, at - 4), at))
    return bare ? { start, end: at + 3, name: '', key: '', order: false, needsSection: true } : undefined
  }
  // `Enforcement Order`, `Payment Plan`: only acts and regulations are acts without a year or a section.
  return {
    ...mention(text, start, at + whole.length),
    order: word !== 'Act' && word !== 'Regulations',
    needsSection: word !== 'Act' && year === undefined,
  }
}

function mention(text: string, start: number, end: number): ActMention {
  const name = text.slice(start, end)
  const key = name
    .toLowerCase()
    .replace(/[\s\u00a0]+/gu, ' ')
    .replaceAll('’', "'")
    .replace(/^(?:the|danish|consolidated) (?=.* (?:act|code|regulations)|act )/u, '')
  return { start, end, name, key, order: false, needsSection: false }
}

/** The length of a name without the words at its end that only join. */
function trimName(name: string): number {
  return name.replace(/(?:,?[\s\u00a0]+(?:of|the|and|in|on|for|to|with))+$/u, '').length
}

/** First capital word of the name that ends before `at`, at most twelve words back. */
function nameStart(text: string, at: number, from: number): number {
  let start = at
  let scan = at
  for (let count = 0; count < 12; count++) {
    const slice = text.slice(Math.max(from, scan - 30), scan)
    const word = NAME_WORD.exec(slice)?.[1]
    if (!word) break
    const whole = /[\s\u00a0]+$/u.exec(slice) as RegExpExecArray
    scan -= word.length + whole[0].length
    if (/^\(?[A-Z]/u.test(word) && !FIRST_WORD.test(word)) start = scan
    else if (/^[A-Z]/u.test(word)) break
  }
  return start
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at
  return pattern.exec(text)
}
