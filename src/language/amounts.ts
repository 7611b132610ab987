/** An amount of money. `value` in whole units of the currency: `3,5 mio. kr.` is 3,500,000. */
export interface MoneyMention {
  readonly start: number
  readonly end: number
  readonly value: number
  readonly currency: 'DKK' | 'EUR' | 'GBP'
}

/** A number with a unit: `12,5 %`, `37 timer`, `120 m²`. */
export interface QuantityMention {
  readonly start: number
  readonly end: number
  readonly value: number
  /** Normalised: `percent`, `hour`, `m2`, `km`, …: see `quantityUnits`. */
  readonly unit: string
}

const SP = '[ \\u00a0\\u202f\\n]'
const NUMBER = `\\d{1,3}(?:[.,\\u00a0\\u202f ]\\d{3}(?!\\d)){1,4}(?:[.,]\\d{1,2}(?!\\d))?|\\d{1,12}(?!\\d)(?:[.,]\\d{1,2}(?!\\d))?`
const SCALE = `(?:mio\\.?|mia\\.?|millioner|million|milliarder|mill\\.|billion)`
const LEADING = '(kr\\.?|DKK|kroner|£|€|EUR|GBP)'
const TRAILING = '(kr(?:\\.|(?![\\p{L}]))|kroner|DKK|€|EUR|euro|£|GBP|pounds)'
const MONEY = new RegExp(
  `(?<![\\p{L}\\d])${LEADING}${SP}*(${NUMBER})(?:${SP}*(${SCALE}))?(?:,-|;-)?|` +
    `(?<![\\p{L}\\d.,])(${NUMBER})(?:(,-|;-)(?:${SP}*(?:kr\\.?|DKK))?|(?:,-)?${SP}*(${SCALE})?${SP}*(?:danske${SP}+)?${TRAILING}(?!\\p{L}))`,
  'giu',
)

/** Every amount of money in a Danish or English text, in order. */
export function findMoney(text: string): MoneyMention[] {
  if (!/kr|DKK|[,;]-|£|€|EUR|GBP|pounds/iu.test(text)) return []
  const mentions: MoneyMention[] = []
  for (const match of text.matchAll(MONEY)) {
    const sign = (match[1] ?? match[7] ?? 'kr').toLowerCase()
    const currency = currencyOf(sign)
    const value = parseNumber((match[2] ?? match[4]) as string, currency === 'GBP') * scaleOf(match[3] ?? match[6])
    mentions.push({ start: match.index, end: match.index + match[0].length, value, currency })
  }
  return mentions
}

function currencyOf(sign: string): MoneyMention['currency'] {
  if (/^(?:€|eur)/u.test(sign)) return 'EUR'
  return /^(?:£|gbp|pounds)/u.test(sign) ? 'GBP' : 'DKK'
}

function scaleOf(scale: string | undefined): number {
  if (!scale) return 1
  return /^(?:mia|milliard|billion)/iu.test(scale) ? 1_000_000_000 : 1_000_000
}

/** Reads `1.234,50` (Danish) or `1,234.50` (English). Where only one mark stands, three digits after it mean thousands. */
export function parseNumber(written: string, english = false): number {
  const plain = written.replace(/[\s\u00a0\u202f]/gu, '')
  const last = /([.,])(\d+)$/u.exec(plain)
  if (!last) return Number(plain)
  const both = plain.includes('.') && plain.includes(',')
  const isDecimal = both ? last[2]?.length !== 3 || last[1] === (english ? '.' : ',') : last[2]?.length !== 3
  const digits = plain.replace(/[.,]/gu, '')
  return isDecimal ? Number(`${digits.slice(0, -(last[2] as string).length)}.${last[2]}`) : Number(digits)
}

/** Units by their spellings. */
const quantityUnits: ReadonlyMap<string, string> = new Map(
  Object.entries({
    percent: '% pct. pct procent percent',
    hour: 'timer time timers hours hour',
    minute: 'minutter minut min. minutes minute',
    m2: 'm² m2 kvm kvm. kvadratmeter',
    m3: 'm³ m3 kubikmeter',
    m: 'm meter metre metres',
    cm: 'cm centimeter',
    mm: 'mm millimeter',
    km: 'km kilometer kilometre kilometres',
    ha: 'ha hektar',
    kg: 'kg kilo kilogram',
    g: 'g gram',
    l: 'l liter litre litres',
    person: 'personer person borgere people persons',
    child: 'børn barn children child',
    piece: 'stk. stk stykker',
    time: 'gange gang times',
    year: 'år years year',
    place: 'pladser plads places',
    unit: 'boliger bolig lejligheder dwellings',
    kwh: 'kwh',
    decibel: 'db db(a)',
  }).flatMap(([unit, spellings]) => spellings.split(' ').map((spelling): [string, string] => [spelling, unit])),
)
const QUANTITY = new RegExp(`(?<![\\p{L}\\d])(${NUMBER})${SP}*-?(%|[\\p{L}]+(?:[²³2](?!\\d)|\\.)?)`, 'giu')

/** Every number with a known unit, in order. */
export function findQuantities(text: string): QuantityMention[] {
  const mentions: QuantityMention[] = []
  for (const match of text.matchAll(QUANTITY)) {
    const spelled = (match[2] as string).toLowerCase()
    const known = quantityUnits.get(spelled)
    const unit = known ?? quantityUnits.get(spelled.replace(/\.$/u, ''))
    if (!unit) continue
    const end = match.index + match[0].length - (known ? 0 : 1)
    mentions.push({ start: match.index, end, value: parseNumber(match[1] as string), unit })
  }
  return mentions
}
