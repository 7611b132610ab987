import { isLetter, isWordCharacter } from './characters.ts'

/** A post code with its town: `3500 Værløse`, `5000 Odense C`; of a British one only the code. */
export interface PostcodeMention {
  readonly start: number
  readonly end: number
  readonly code: string
  readonly town?: string
}

/** A street with a number, and the floor: `Skovvej 4, 2. tv.`; or a post office box. */
export interface StreetMention {
  readonly start: number
  readonly end: number
}

const SP = '[ \\u00a0\\u202f]'
const POSTCODE = new RegExp(
  `\\d{4}${SP}+((?:(?:Kgs|Nr|Nørre|Sdr|Ndr|Skt|St|Gl|Ny)\\.?${SP})?\\p{Lu}\\p{Ll}+(?:${SP}(?:[A-ZÆØÅ]{1,2}(?![\\p{L}\\d])|\\p{Lu}\\p{Ll}+(?=\\s*(?:$|[\\n,.;)])))){0,2})`,
  'gmu',
)
const BRITISH = /(?<![A-Z\d])[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}(?![A-Z\d])/gu

/** Every post code. Numbers that can be years are one only before Frederiksberg or Copenhagen, where such codes are. */
export function findPostcodes(text: string): PostcodeMention[] {
  const mentions: PostcodeMention[] = []
  for (const match of text.matchAll(POSTCODE)) {
    const code = match[0].slice(0, 4)
    const town = match[1] as string
    const before = text.slice(Math.max(0, match.index - 4), match.index)
    if (isWordCharacter(before.charCodeAt(before.length - 1)) || /[\d./§] ?$/u.test(before)) continue
    if (/^(?:19|20)/u.test(code) && !/^(?:Frederiksberg|København|Kbh)/u.test(town)) continue
    if (/^(?:Kroner|Kr|Borgere|Danmark|Mennesker|Euro)/u.test(town)) continue
    if (/-$/u.test(before) && !/DK-$/u.test(before)) continue
    mentions.push({ start: match.index, end: match.index + match[0].length, code, town })
  }
  for (const { index, 0: code } of text.matchAll(BRITISH))
    mentions.push({ start: index, end: index + code.length, code })
  return mentions.sort((a, b) => a.start - b.start)
}

const STREET_END =
  'vej|gade|allé|alle|plads|pladsen|torv|torvet|stræde|strædet|vænge|vænget|park|parken|have|haven|bakke|bakken|toft|toften|' +
  'boulevard|stien|sti|gård|gården|kaj|kajen|brygge|vang|vangen|lund|lunden|dal|dalen|krogen|ager|eng|engen|mark|marken|' +
  'bro|ledet|kær|kæret|led|høj|højen|ås|åsen|banken|gyde|kvarteret|huset|centret|centeret|skov|skoven'
const STREET = new RegExp(`(?:${STREET_END})$`, 'iu')
const UNIT = `(?:,?${SP}*(?:st|kl|\\d{1,2})\\.?,?${SP}*(?:sal(?:,?${SP}*(?:th|tv|mf)(?!\\p{L}))?|th|tv|mf|dør${SP}?\\d+)(?!\\p{L})\\.?|,${SP}*(?:st|kld)\\.?(?![\\p{L}]))`
const NUMBER = new RegExp(`\\d{1,3}(?:${SP}?[A-Za-z](?![\\p{L}\\d]))?(?:-\\d{1,3})?(${UNIT})?`, 'uy')
const CODE_AFTER = /^[,\s\u00a0]+(?:DK-)?\d{4}[ \u00a0]+\p{Lu}/u
const BOX = /(?:Postboks|Post ?box|P\.?O\.? ?Box|Boks)[ \u00a0]+\d{1,6}/giu
const ENGLISH =
  /(?:\d{1,4}[A-Za-z]?[ \u00a0]+)?(?:\p{Lu}[\p{L}'’]+[ \u00a0]+){1,3}(?:Street|Road|Lane|Avenue|Square|Close|Drive|Way|Place|Court|Terrace|Crescent|Gardens|Hill|House|St|Rd|Ave)(?![\p{L}])\.?/gu
/** As the institutions of the European Union write theirs: `1 avenue du Président Robert Schuman`, `Rue de la Loi 175`. */
const FRENCH =
  /(?:\d{1,4}(?:bis)?,?[ \u00a0]+)?(?:[Rr]ue|[Aa]venue|[Bb]oulevard|Place|[Qq]uai|[Cc]hauss[ée]e)[ \u00a0]+(?:(?:de|du|des|la|le|les|d'|l'|d’|l’)[ \u00a0]*){0,2}\p{Lu}[\p{L}'’-]+(?:[ \u00a0]+\p{Lu}[\p{L}'’-]+){0,2}(?:,?[ \u00a0]+\d{1,4}(?!\d))?/gu
/** Words with a number that are no streets. */
const NO_STREET =
  /^(?:bilag|team|sag|side|nr|kapitel|kap|afsnit|lov|stk|frederik|christian|artikel|section|article|trin|punkt|uge|lokalplan|matr|kl|den|de|du|der|på|fra|til|i|om|og|bygningsreglement)$/iu

/** Every street address and post box. A name that tells no street (`Stiager 2`) needs a floor or a post code after it. */
export function findStreetAddresses(text: string): StreetMention[] {
  const mentions: StreetMention[] = []
  for (const { index } of text.matchAll(/(?<=\p{L}[.]?[ \u00a0])\d/gu)) {
    const mention = readStreet(text, index)
    if (mention && mention.start >= (mentions.at(-1)?.end ?? 0)) mentions.push(mention)
  }
  for (const pattern of [BOX, ENGLISH, FRENCH, BRITISH]) {
    for (const { index, 0: match } of text.matchAll(pattern)) {
      if (!isWordCharacter(text.charCodeAt(index - 1))) mentions.push({ start: index, end: index + match.length })
    }
  }
  // Of mentions that overlap the one that begins first and is longest holds the others.
  const found: StreetMention[] = []
  for (const mention of mentions.sort((a, b) => a.start - b.start || b.end - a.end))
    if (mention.end > (found.at(-1)?.end ?? 0)) found.push(mention)
  return found
}

function readStreet(text: string, at: number): StreetMention | undefined {
  NUMBER.lastIndex = at
  const number = NUMBER.exec(text)
  if (!number || isLetter(text.charCodeAt(at + number[0].length))) return undefined
  const name = readName(text, at)
  if (!name) return undefined
  const end = at + number[0].length
  const sure = name.isStreet || number[1] !== undefined || CODE_AFTER.test(text.slice(end, end + 12))
  return sure ? { start: at - 1 - name.text.length, end } : undefined
}

interface StreetName {
  readonly text: string
  readonly isStreet: boolean
}

/** Capital words that stand right before a number, at most four. */
function readName(text: string, at: number): StreetName | undefined {
  const before = text.slice(Math.max(0, at - 50), at - 1)
  const match =
    /(?:^|[^\p{L}\p{N}.'’-])((?:\p{Lu}[\p{L}.'’-]*[ \u00a0]){0,3}\p{Lu}[\p{L}.'’-]*|(?:\p{Lu}[\p{L}.'’-]*[ \u00a0]){1,3}(?:vej|gade|allé|alle|plads|torv))$/u.exec(
      before,
    )
  const name = match?.[1]
  if (name === undefined) return undefined
  const last = name.split(/[ \u00a0]/u).at(-1) as string
  if (NO_STREET.test(last)) return undefined
  return { text: name, isStreet: STREET.test(last) }
}
