import { isLetter } from './characters.ts'
import type { ActMention } from './reference-acts.ts'

const SP = '[\\s\\u00a0]+'
const NAMED = new RegExp(`(Act|Regulations)(?:${SP}(\\d{4}))?(?![\\p{L}\\d])`, 'uy')
const NUMBERED = new RegExp(
  `(?:Regulation|Directive)${SP}(?:\\((?:EU|EC|EEC)\\)${SP}(?:No\\.?${SP})?\\d+/\\d+|\\d+/\\d+/(?:EU|EC|EEC))`,
  'uy',
)
/** Words of the name, walked backwards: capitals, joined by small connecting words or in brackets. */
const NAME_WORD =
  /(?:^|[\s\u00a0(])((?:\([A-Z][\p{L}'’-]*|[A-Z][\p{L}'’-]*[,)]?|and|of|the|for|to|in|etc\.?\)?))[\s\u00a0]+$/u

/** The act, set of regulations or EU act whose telling word stands at `at`; a bare `the Act` names none. */
export function readEnglishAct(text: string, at: number, from: number): ActMention | undefined {
  if (isLetter(text.charCodeAt(at - 1))) return undefined
  NUMBERED.lastIndex = at
  const numbered = NUMBERED.exec(text)
  if (numbered) return mention(text, at, at + numbered[0].length)
  NAMED.lastIndex = at
  const named = NAMED.exec(text)
  if (!named) return undefined
  const start = nameStart(text, at, from)
  const bare = start === at
  if (bare && named[1] === 'Act' && /\bthe[\s\u00a0]$/u.test(text.slice(Math.max(0, at - 4), at))) {
    return { start, end: at + 3, name: '', key: '', order: false, needsSection: true }
  }
  if (bare || (named[1] === 'Regulations' && named[2] === undefined)) return undefined
  return { ...mention(text, start, at + named[0].length), order: named[1] === 'Regulations' }
}

function mention(text: string, start: number, end: number): ActMention {
  const name = text.slice(start, end)
  return { start, end, name, key: name.toLowerCase().replace(/[\s\u00a0]+/gu, ' '), order: false, needsSection: false }
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
    if (/^\(?[A-Z]/u.test(word) && !/^(?:The|Under|In|Of|By|See|Section|This|Your|Our)$/u.test(word)) start = scan
    else if (/^[A-Z]/u.test(word)) break
  }
  return start
}
