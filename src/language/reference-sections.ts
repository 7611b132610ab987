/** Reads the part of a legal reference that names sections, articles or chapters. */

export interface SectionGroup {
  readonly start: number
  readonly end: number
  /** Normalised: `§ 24 a`, `artikel 15`, `kapitel 5`, `section 81`, `article 4`. Ranges are written out. */
  readonly sections: readonly string[]
  readonly article: boolean
}

const SP = '[\\s\\u00a0\\u202f]*'
/** `24`, `24 a`, `24a`, `83 A`; in `§ 28 i serviceloven` the `i` is a preposition. */
const NUMBER =
  /(\d{1,3})(?!\d)(?:[ \u00a0]?([a-hj-zæøåA-Z]|i(?=[,;)]|[ \u00a0]stk)|[A-Z]{2})(?![\p{L}\d]))?(?:\([\dA-Za-z]{1,4}\))*/uy
const SIGN = new RegExp(`§{1,2}${SP}(?:nr\\.?${SP})?`, 'y')
const UNIT =
  '(?!\\d|[.,]\\d|[\\s\\u00a0]*(?:dage?|uger?|måned|år|børn|gange|timer|kr|pct|procent|%|days|weeks|months)(?!\\p{L}))'
/** `stk. 1`, `nr. 3`, `litra a`, `2. pkt.`, `stk. 1 og 2`, `stk. 2-4`. */
const DETAIL = new RegExp(
  `,?${SP}(?:(?:stk\\.?|stykke|nr\\.?|litra|pkt\\.?|punktum|led)${SP}(?:\\d{1,2}|[a-z])(?![\\p{L}\\d])(?:${SP}(?:og|eller|samt|til|-|–|,)${SP}\\d{1,2}${UNIT}(?!\\.${SP}(?:pkt|punktum|led)))*|\\d{1,2}\\.(?:${SP}og${SP}\\d{1,2}\\.)?${SP}(?:pkt(?:\\.|(?!\\p{L}))|punktum|led))`,
  'iuy',
)
const NEXT_SIGN = new RegExp(`,?${SP}(?:,|og|eller|samt|and|or|-|–|til)?${SP}(?=§)`, 'iuy')
const NEXT_NUMBER = new RegExp(
  `${SP}(,${SP}(?:og${SP}|and${SP}|or${SP})?|og[\\s\\u00a0]+|eller[\\s\\u00a0]+|samt[\\s\\u00a0]+|and[\\s\\u00a0]+|or[\\s\\u00a0]+|-|–|\\u2011|til[\\s\\u00a0]+|to[\\s\\u00a0]+)${SP}(?=\\d{1,3}(?:[ \\u00a0]?[a-zA-Z](?!\\p{L}))?${UNIT})`,
  'iuy',
)

interface WordedLead {
  readonly pattern: RegExp
  readonly name: string
  readonly article: boolean
}

/** `, subsection 1`, `, third indent`, `, first subparagraph`, `, paragraph 2`. */
const ENGLISH_DETAIL = new RegExp(
  `,?${SP}(?:(?:sub-?sections?|paragraphs?|sub-?paragraphs?|paras?\\.?|points?)${SP}(?:\\d{1,2}|\\([\\da-z]{1,3}\\))(?:\\([\\da-z]{1,4}\\))*(?![\\p{L}\\d])|(?:first|second|third|fourth|fifth)${SP}(?:indent|sub-?paragraph|paragraph|sentence))`,
  'iuy',
)

/** What may stand instead of the sign. */
const leads: readonly WordedLead[] = [
  { pattern: /paragraf(?:fen|ferne|fer)?[\s\u00a0]+(?:nr\.?[\s\u00a0]*)?(?=\d)/iuy, name: '§', article: false },
  { pattern: /(?:artikel|artiklerne|art\.)[\s\u00a0]*(?=\d)/iuy, name: 'artikel', article: true },
  { pattern: /articles?[\s\u00a0]+(?=\d)/iuy, name: 'article', article: true },
  { pattern: /(?:kapitel|kap\.?)[\s\u00a0]+(?=\d)/iuy, name: 'kapitel', article: false },
  {
    pattern: /regulations?[\s\u00a0]+(?=\d{1,3}[A-Z]?(?!\d|\/))|regs?\.?[\s\u00a0]?(?=\d)/iuy,
    name: 'regulation',
    article: false,
  },
  {
    pattern:
      /schedule[\s\u00a0]+(?=\d{1,2}[A-Z]?(?:,[\s\u00a0]*(?:part|paragraphs?)[\s\u00a0]+\d{1,3}[A-Z]?(?:\(\d+\))?)?[,\s\u00a0]+(?:of|to)[\s\u00a0]+the[\s\u00a0]+\p{Lu})/iuy,
    name: 'schedule',
    article: false,
  },
  {
    pattern: /part[\s\u00a0]+(?=\d{1,2}[,\s\u00a0]+of[\s\u00a0]+the[\s\u00a0]+\p{Lu})/iuy,
    name: 'part',
    article: false,
  },
  { pattern: /(?:sub)?sections?[\s\u00a0]+(?:no\.?[\s\u00a0]*)?(?=\d)/iuy, name: 'section', article: false },
  {
    pattern: /ss?\.[\s\u00a0]?(?=\d+[A-Z]*(?:\(|[\s\u00a0,]+(?:of|and|[A-Z])|[.;,)]))/uy,
    name: 'section',
    article: false,
  },
  { pattern: /S\.(?=\d)/uy, name: 'section', article: false },
]

/** The group of sections that starts exactly at `at`; undefined when none does. */
export function readSections(text: string, at: number): SectionGroup | undefined {
  if (text[at] === '§') return readGroup(text, at, matchEnd(SIGN, text, at), '§', text[at + 1] === '§', false)
  for (const { pattern, name, article } of leads) {
    const end = matchEnd(pattern, text, at)
    if (end > at)
      return readGroup(text, at, end, name, name !== '§' || /^paragraffe/iu.test(text.slice(at, end)), article)
  }
  return undefined
}

/** `planlovens 36, stk. 1`: the sign got lost. Only where a subsection follows. */
export function readSignless(text: string, at: number): SectionGroup | undefined {
  const number = matchAt(NUMBER, text, at)
  if (!number || matchEnd(DETAIL, text, at + number[0].length) === at + number[0].length) return undefined
  return readGroup(text, at, at, '§', false, false)
}

function readGroup(
  text: string,
  start: number,
  from: number,
  name: string,
  list: boolean,
  article: boolean,
): SectionGroup | undefined {
  const sections: string[] = []
  let end = start
  let at = from
  let many = list
  let range = false
  for (;;) {
    const number = matchAt(NUMBER, text, at)
    if (!number) break
    if (range) pushRange(sections, name, number)
    else sections.push(label(name, number))
    end = skipDetails(text, at + number[0].length)
    const sign = name === '§' ? matchAt(NEXT_SIGN, text, end) : null
    if (sign) {
      at = matchEnd(SIGN, text, end + sign[0].length)
      many ||= text[end + sign[0].length + 1] === '§'
      range = false
      continue
    }
    const next = matchAt(NEXT_NUMBER, text, end)
    if (!next || (!many && (next[1] as string).startsWith(','))) break
    range = /^(?:-|–|\u2011|til|to)/iu.test(next[1] as string)
    at = end + next[0].length
  }
  return sections.length > 0 ? { start, end, sections, article } : undefined
}

function skipDetails(text: string, from: number): number {
  let at = from
  for (let end = detailEnd(text, at); end > at; end = detailEnd(text, at)) at = end
  return at
}

function detailEnd(text: string, at: number): number {
  return Math.max(matchEnd(DETAIL, text, at), matchEnd(ENGLISH_DETAIL, text, at))
}

function label(name: string, number: RegExpExecArray): string {
  const letter = number[2] ? (name === '§' ? ` ${number[2].toLowerCase()}` : number[2]) : ''
  return `${name} ${number[1]}${letter}`
}

/** `§§ 98 – 100`: 98 is there already. Past fifty sections only the last is added. */
function pushRange(sections: string[], name: string, last: RegExpExecArray): void {
  const from = Number(/\d+/u.exec(sections.at(-1) ?? '')?.[0] ?? 0)
  const to = Number(last[1])
  if (to - from <= 50) for (let number = from + 1; number < to; number++) sections.push(`${name} ${number}`)
  sections.push(label(name, last))
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at
  return pattern.exec(text)
}

function matchEnd(pattern: RegExp, text: string, at: number): number {
  return at + (matchAt(pattern, text, at)?.[0].length ?? 0)
}
