import { characterClass, isDigit, isLetter, UPPER } from './characters.ts'

/** Reads the name of an act, executive order or regulation. */
export interface ActMention {
  readonly start: number
  readonly end: number
  /** As written; empty for a bare `loven`, which names no act. */
  readonly name: string
  /** Small letters, nominative, one space between words; `serviceloven` for `Servicelovens`. */
  readonly key: string
  /** Executive order, circular or building code rather than an act. */
  readonly order: boolean
  /** Only a reference together with a section: `lokalplanens § 4`, `servicelov § 4`, `loven`. */
  readonly needsSection: boolean
}

const SP = '(?:[ \\t\\u00a0\\u202f]|\\n(?!\\n))'
const DATE = `\\d{1,2}(?:\\.?${SP}*\\p{L}{3,9}\\.?${SP}+|[-/.]\\d{1,2}[-/. ])\\d{4}`
/** What an act's title may go on with; it stops before these words and before punctuation. */
const STOP =
  'er|var|har|havde|kan|kunne|skal|skulle|vil|ville|må|bør|bliver|blev|får|fik|giver|gælder|siger|fremgår|bestemmer|' +
  'fastsætter|indeholder|omfatter|betyder|kræver|stiller|du|vi|jeg|de|han|hun|kommunen|ankestyrelsen|at|som|der|hvor|' +
  'når|hvis|idet|fordi|da|men|så|jf|jfr|jævnfør|nr|efter|ifølge|samt|kapitel|kap|artikel|art|stk|senest|ikke|din|dit|dine|dig|vores|' +
  'skriver|finder|findes|træffer|afgør|meddeler|truffet|afslår|bevilger|bevilget|meddelt|givet|hjemler|udløber'
const TITLE = new RegExp(
  `${SP}+om(?:${SP}+(?!(?:${STOP})(?!\\p{L}))(?:m\\.?v\\.|m\\.m\\.|[\\p{L}][\\p{L}'’\\u2011-]*),?(?!\\p{L})){1,16}`,
  'iuy',
)
const NUMBERED = new RegExp(
  `\\.?,?${SP}*(?:nr\\.?${SP}*\\d[\\d/]*|\\((?:EU|EF|EØF|EC|EEC)\\)${SP}*(?:nr\\.?|No\\.?)?${SP}*\\d+/\\d+|\\d{2,4}/\\d+(?:/(?:EU|EF|EØF|EC|EEC))?)(?:${SP}+af${SP}+(?:den${SP}+|d\\.${SP}*)?${DATE})?`,
  'iuy',
)
/** The consolidation that is named beside an act is the same act. */
const SAME_ACT = new RegExp(
  `${SP}*[,(]${SP}*(?:(?:jf\\.?|jævnfør)${SP}*)?(?:lovbekendtgørelse|lovbek\\.|lbk\\.?|lov)${SP}*nr\\.?${SP}*\\d[\\d/]*(?:${SP}+af${SP}+(?:den${SP}+|d\\.${SP}*)?${DATE})?(?:${SP}+med${SP}+(?:senere${SP}+)?ændringer)?\\)?`,
  'iuy',
)
const LAW = /lo-?v(en-?s|ens|en|s)?(?![\p{L}\d])/iuy
const ORDER = /(?:bekendtgørelse|cirkulære|bygningsreglement|reglement)(ns|n|ts|t|ets|et|s)?(?![\p{L}\d])/iuy
const UNION = /(?:forordning|direktiv|konvention)(ens|en|ets|et|s)?(?![\p{L}\d])/iuy
const SHORT = new RegExp(`(lbk|bek|lov|cir)(?=\\.?${SP}*nr\\.?${SP}*\\d)`, 'iuy')
const CODE = /(?:BR[ -]?(?:19|20)?\d\d|GDPR|EMRK)(?![\p{L}\d])/uy
const PLAN = new RegExp(
  `(?:lokalplan|byplanvedtægt|regulativ)(?:en|et)?s?(?:${SP}+(?:nr\\.?${SP}*)?\\d[\\d.]*)?(?![\\p{L}\\d])`,
  'iuy',
)

/** Characters of one word before its telling part; bounds the way back in hostile text. */
const LONGEST_NAME = 60

/** What ends in `lov` without being an act. */
const NO_ACT =
  /(?:^|s|e)(?:or|for|ud|p|jante|tyngde|natur|rets|be|h)$|^(?:ramme|sær|special|hoved|ændrings|grundlags|lov|gældende|den|eu)-?$/iu

/** The act whose telling part (`lov`, `bekendtgørelse`, …) stands at `at`; undefined when there is none. */
export function readAct(text: string, at: number): ActMention | undefined {
  return readShort(text, at) ?? readLaw(text, at) ?? readOrder(text, at) ?? readCode(text, at)
}

function readShort(text: string, at: number): ActMention | undefined {
  if (isLetter(text.charCodeAt(at - 1))) return undefined
  const match = matchAt(SHORT, text, at)
  const end = match ? matchEnd(NUMBERED, text, at + match[0].length) : at
  if (!match || end === at + match[0].length) return undefined
  return act(text, at, titled(text, end), { order: /bek|cir/iu.test(match[0]) })
}

function readLaw(text: string, at: number): ActMention | undefined {
  const match = matchAt(LAW, text, at)
  if (!match) return undefined
  const start = wordStart(text, at)
  const end = at + match[0].length
  if (start === at) {
    const owner = /(?:^|[^\p{L}])(barnets[\s\u00a0]+)$/iu.exec(text.slice(Math.max(0, at - 12), at))?.[1]
    if (owner) return act(text, start - owner.length, end, { nameEnd: genitive(match[1]) ? end - 1 : end })
    const title = matchEnd(TITLE, text, end)
    if (title > end) {
      const nameEnd = trimTitle(text, title)
      return act(text, start, withTail(text, nameEnd), { nameEnd })
    }
    return match[1]?.startsWith('en') ? { start, end, name: '', key: '', order: false, needsSection: true } : undefined
  }
  if (NO_ACT.test(text.slice(start, at))) return undefined
  const needsSection = match[1] === undefined || match[1] === 's'
  return act(text, withPrefix(text, start), genitive(match[1]) ? end : withTail(text, end), {
    needsSection,
    nameEnd: end,
  })
}

function readOrder(text: string, at: number): ActMention | undefined {
  const match = matchAt(ORDER, text, at) ?? matchAt(UNION, text, at)
  if (!match) return undefined
  const start = wordStart(text, at)
  const end = at + match[0].length
  const prefix = text.slice(start, at).toLowerCase()
  const order = /^(?:b|c|r)/iu.test(match[0]) && prefix !== 'lov'
  const numbered = matchEnd(NUMBERED, text, end)
  if (numbered > end) return act(text, start, titled(text, numbered), { order })
  if (start === at && !/^bygnings/iu.test(match[0])) return readTitled(text, start, end, order)
  if (prefix === 'lov') return readTitled(text, start, end, order)
  if (/^reglement/iu.test(match[0]) && prefix !== 'bygnings') return undefined
  return act(text, start, end, { order, needsSection: match[1] === undefined || match[1] === 's', nameEnd: end })
}

/** `bekendtgørelse om lån, nr. 170 af 24. januar 2022`; without a title it names nothing. */
function readTitled(text: string, start: number, end: number, order: boolean): ActMention | undefined {
  const title = matchEnd(TITLE, text, end)
  if (title === end) return undefined
  return act(text, start, matchEnd(NUMBERED, text, trimTitle(text, title)), { order })
}

function readCode(text: string, at: number): ActMention | undefined {
  if (isLetter(text.charCodeAt(at - 1))) return undefined
  const code = matchEnd(CODE, text, at)
  if (code > at) return act(text, at, code, { order: text[at] === 'B' })
  const plan = matchEnd(PLAN, text, at)
  return plan > at ? act(text, at, plan, { order: true, needsSection: true }) : undefined
}

/** A short name in capitals right before a section sign: `FVL § 24`. Undefined when there is none. */
export function readInitialsBefore(text: string, at: number): ActMention | undefined {
  const match = /(?:^|[^\p{L}\d])([A-ZÆØÅ]{2,6}(?:-?L)?)[ \u00a0]$/u.exec(text.slice(Math.max(0, at - 9), at))
  if (!match || /^(?:JF|OG|STK|NR|EU|EF|EFTER|CPR|CVR)$/u.test(match[1] as string)) return undefined
  const start = at - 1 - (match[1] as string).length
  return act(text, start, at - 1, {})
}

interface ActOptions {
  readonly order?: boolean
  readonly needsSection?: boolean
  readonly nameEnd?: number
}

function act(
  text: string,
  start: number,
  end: number,
  { order = false, needsSection = false, nameEnd = end }: ActOptions,
): ActMention {
  const name = text.slice(start, end)
  return { start, end, name, key: normalise(text.slice(start, nameEnd)), order, needsSection }
}

/** Small letters and nominative: `Service-\nlovens` → `serviceloven`, `servicelov` → `serviceloven`. */
function normalise(name: string): string {
  const plain = name
    .toLowerCase()
    .replace(/[\s\u00a0\u202f]+/gu, ' ')
    .replace(/\u2011/gu, '-')
    .trim()
  if (/ /u.test(plain) && !/(?:og \S+|danmark-)lo-?vens?$/u.test(plain)) return plain.replace(/,$/u, '')
  return plain
    .replace(/lo-?v(?:en-?s|en|s)?$/u, 'loven')
    .replace(/^(\p{L}{5,})-loven$/u, '$1loven')
    .replace(/(bekendtgørelse)(?:ns|n|s)?$/u, '$1n')
    .replace(/(forordning|konvention)(?:ens|en|s)?$/u, '$1en')
    .replace(/(direktiv|reglement)(?:ets|et|s)?$/u, '$1et')
    .replace(/(cirkulære)(?:ts|t|s)?$/u, '$1t')
    .replace(/^(lokalplan|byplanvedtægt)(?:en)?s$/u, '$1en')
}

function genitive(ending: string | undefined): boolean {
  return ending?.endsWith('s') === true
}

function titled(text: string, end: number): number {
  const title = matchEnd(TITLE, text, end)
  return title > end ? trimTitle(text, title) : end
}

/** A title does not end in a comma or a word that joins. */
function trimTitle(text: string, end: number): number {
  let at = end
  for (;;) {
    const tail = /(?:,|[\s\u00a0]+(?:og|eller|i|på|for|af|til|om|med))$/u.exec(text.slice(Math.max(0, at - 8), at))
    if (!tail) return at
    at -= tail[0].length
  }
}

function withTail(text: string, end: number): number {
  return matchEnd(SAME_ACT, text, end)
}

/** Where the word around `at` starts; a hyphen inside belongs to it, a line break after a hyphen too. */
function wordStart(text: string, at: number): number {
  let start = at
  while (at - start < LONGEST_NAME) {
    const code = text.charCodeAt(start - 1)
    const hyphen =
      (code === 45 || code === 0x2011) && (isLetter(text.charCodeAt(start - 2)) || isDigit(text.charCodeAt(start - 2)))
    if (!isLetter(code) && !hyphen) return start
    start--
  }
  return start
}

/** `Udbetaling Danmark-loven`, `børne- og ungeydelsesloven`: the name has a word before. */
function withPrefix(text: string, start: number): number {
  const before = text.slice(Math.max(0, start - 40), start)
  const joined = /\p{L}+-[\s\u00a0]+og[\s\u00a0]+$/u.exec(before)
  if (joined) return start - joined[0].length
  const spaced = /-/u.test(text.slice(start, start + 30).split(/\s/u, 1)[0] as string)
    ? /\p{Lu}\p{L}+[\s\u00a0]+$/u.exec(before)
    : null
  return spaced && characterClass(text.charCodeAt(start)) === UPPER ? start - spaced[0].length : start
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at
  return pattern.exec(text)
}

function matchEnd(pattern: RegExp, text: string, at: number): number {
  return at + (matchAt(pattern, text, at)?.[0].length ?? 0)
}
