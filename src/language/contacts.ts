import { isLetter, isWordCharacter } from './characters.ts'

/** Something that reaches a person, as written; `value` is the same without spaces and labels. */
export interface ContactMention {
  readonly start: number
  readonly end: number
  readonly value: string
}

const SP = '[ \\u00a0\\u202f]'
const PHONE = new RegExp(
  `0\\d${SP}\\d{3}${SP}\\d{4}|(?:(?:\\+|00)45${SP}?)?(?:\\d\\d(?:${SP}\\d\\d){3}|\\d\\d(?:\\.\\d\\d){3}|\\d{4}${SP}\\d{4}|\\d\\d${SP}\\d{3}${SP}\\d{3}|\\d{8})|` +
    `\\(0\\d{1,4}\\)${SP}?\\d{3,4}(?:${SP}|-)?\\d{3,4}|(?:\\+44${SP}?(?:\\(0\\))?|\\+353${SP}?|0|(?=1[38][059]0))\\d{2,4}(?:${SP}|-)?\\d{3,4}(?:${SP}|-)?\\d{3,4}|` +
    `\\+(?!45)[1-9]\\d{0,2}(?:[ \\u00a0-]?(?:\\(0\\))?\\d{1,4}){3,6}`,
  'gu',
)
const PHONE_LABEL =
  /(?:tlf|telefon|tel|mobil|phone|ring(?:e)?(?: til os)?(?: på)?|call(?: us)?(?: on)?|\+45)[.:]*(?:nr[.:]*|nummer:?)?[ \u00a0]*$/iu
const OTHER_LABEL =
  /(?:cvr|ean|konto|reg|p-?|sags?|j\.?|journal|gln|iban|matr|cpr|se)[-.: ]*(?:nr|nummer|no)[.: \u00a0]*$|(?:cvr|ean|konto|gln|iban|cpr)[-.: \u00a0]*$/iu

/** Every telephone number. Eight digits in a row are one only after a word such as `tlf.`: else it may be a CVR number. */
export function findPhones(text: string): ContactMention[] {
  const mentions: ContactMention[] = []
  for (const match of text.matchAll(PHONE)) {
    const [written] = match
    const end = match.index + written.length
    if (touchesNumber(text, match.index, end)) continue
    const before = text.slice(Math.max(0, match.index - 24), match.index)
    if (OTHER_LABEL.test(before)) continue
    if (/^\d{6}-\d{4}$/u.test(written)) continue
    if (/^\d{8}$/u.test(written) && !PHONE_LABEL.test(before)) continue
    mentions.push({ start: match.index, end, value: written.replace(/[^\d+]/gu, '') })
  }
  return mentions
}

/** Whether the digits at `start`–`end` are part of something longer. */
function touchesNumber(text: string, start: number, end: number): boolean {
  return isWordCharacter(text.charCodeAt(start - 1)) || /[\d./-]$/u.test(text.slice(Math.max(0, start - 1), start))
    ? true
    : isWordCharacter(text.charCodeAt(end)) || /^(?:[-/]|[.,: \u00a0]\d)/u.test(text.slice(end, end + 2))
}

const BEFORE_AT = /[\p{L}\d][\p{L}\d._%+-]*$/u
const AFTER_AT = /^[\p{L}\d-]+(?:\.[\p{L}\d-]+)+/u
/** Characters on either side of the `@` that are looked at. */
const ADDRESS_REACH = 64

/** Every e-mail address. */
export function findEmails(text: string): ContactMention[] {
  const mentions: ContactMention[] = []
  for (let at = text.indexOf('@'); at !== -1; at = text.indexOf('@', at + 1)) {
    const name = BEFORE_AT.exec(text.slice(Math.max(mentions.at(-1)?.end ?? 0, at - ADDRESS_REACH), at))
    const host = AFTER_AT.exec(text.slice(at + 1, at + 1 + ADDRESS_REACH))
    if (!name || !host) continue
    const [start, end] = [at - name[0].length, at + 1 + host[0].length]
    mentions.push({ start, end, value: text.slice(start, end) })
  }
  return mentions
}

const URL_PATTERN =
  /(?:https?:\/\/|www\.)[^\s<>"»«”]+|(?<![\p{L}\d@./-])[\p{L}\d][\p{L}\d-]*(?:\.[\p{L}\d-]+)*\.(?:dk|eu|com|org|net|info|gov\.uk|co\.uk|uk|ie|int|gl|fo)(?![\p{L}\d@-]|\.\p{L})(?:\/[^\s<>"»«”]*)?/giu

/** Every web address, with or without `https://`. */
export function findUrls(text: string): ContactMention[] {
  if (!/:\/\/|www\.|\.(?:dk|eu|com|org|net|info|uk|ie|int|gl|fo)/iu.test(text)) return []
  return [...text.matchAll(URL_PATTERN)].map(({ index, 0: match }) => {
    const value = match.replace(/[.,;:!?)\]'’]+$/u, '')
    return { start: index, end: index + value.length, value }
  })
}

const CASE_LABEL =
  '(?:sags?(?:nummer|nr|id|-id|-nr|ref)|(?:bygge|klage|tilsyns|natur|miljø)?sag(?=[ :.])|j\\.? ?nr|jnr|journal(?:nummer|nr)|dok(?:ument)?\\.?(?:nummer|nr|-?id)|(?:vores|deres|din|our|your) (?:ref(?:erence)?|sag|j\\.nr)|ref(?:erence)?(?: ?no)?|case (?:no|number|ref(?:erence)?)|application (?:no|number|ref)|løbenr|acadre|kle)'
const CASE_NUMBER = new RegExp(
  `(?<![\\p{L}\\d])${CASE_LABEL}[.:]*${SP}*(?:nr\\.?|no\\.?|number)?[.:]*${SP}*((?=[\\p{L}./-]{0,12}\\d)[\\p{L}\\d](?:[\\p{L}\\d]|[./_-](?=[\\p{L}\\d]))+)|` +
    '(?<![\\p{L}\\d./-])(\\d\\d\\.\\d\\d\\.\\d\\d-[A-ZÆØÅ]\\d\\d-\\d+-\\d\\d|\\d\\d/\\d{4,6})(?![\\p{L}\\d/])',
  'giu',
)

/** Every case or journal number; the span is the number without its label. */
export function findCaseNumbers(text: string): ContactMention[] {
  const mentions: ContactMention[] = []
  for (const match of text.matchAll(CASE_NUMBER)) {
    const value = match[1] ?? (match[2] as string)
    const end = match.index + match[0].length
    mentions.push({ start: end - value.length, end, value })
  }
  return mentions
}

const CPR = new RegExp(`(\\d\\d)(\\d\\d)\\d\\d(?:${SP}?[-\\u2010-\\u2015\\u2212]${SP}?|${SP}|)\\d{4}`, 'gu')
const NO_CPR_LABEL =
  /(?:cvr|ean|konto|reg|p-?|sags?|byggesags?|j\.?|journal|dok(?:ument)?|gln|iban|matr|se|ordre|faktura|kunde|aftale|serie|rate|lev(?:erandør)?|vare|id|ref)[-.: ]*(?:nr|nummer|no|id)?[-.: \u00a0]*$/iu

/**
 * Every full CPR number: six digits that can be a birthday (the day may be raised by 60 in a replacement number) and
 * four more, without a label that makes it another number. The modulus is not tried: numbers without it have been given
 * out since 2007.
 */
export function findCprNumbers(text: string): ContactMention[] {
  const mentions: ContactMention[] = []
  for (const match of text.matchAll(CPR)) {
    const [written, day, month] = match
    const end = match.index + written.length
    if (!isBirthday(Number(day) % 60, Number(month)) || isPartOfLonger(text, match.index, end)) continue
    if (NO_CPR_LABEL.test(text.slice(Math.max(0, match.index - 24), match.index))) continue
    mentions.push({ start: match.index, end, value: written.replace(/\D/gu, '') })
  }
  return mentions
}

/** Whether some year has such a day. */
function isBirthday(day: number, month: number): boolean {
  return day >= 1 && month >= 1 && month <= 12 && day <= [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]!
}

function isPartOfLonger(text: string, start: number, end: number): boolean {
  if (isLetter(text.charCodeAt(start - 1)) || isWordCharacter(text.charCodeAt(end))) return true
  return (
    /\d[-./ \u00a0]?$/u.test(text.slice(Math.max(0, start - 2), start)) || /^[-./]?\d/u.test(text.slice(end, end + 2))
  )
}
