/** Ends that a heading does not have, but a sentence, an enumeration or a salutation does. */
const sentenceEnd = /[.!,;…]$/u

/**
 * Whether a line that stands out (bold, underlined, in capitals, or alone between blank lines) reads as a heading:
 * short, begins with a capital or a digit, does not end as a sentence does, and is no other part of a letter such as a
 * greeting, a date or an address. A colon or a question mark at the end is allowed.
 */
export function looksLikeHeading(line: string): boolean {
  const text = line.trim()
  if (text.length < 2 || text.length > 90 || sentenceEnd.test(text)) return false
  if (!/^[\p{Lu}\p{N}§»"“(]/u.test(text) || !/\p{L}{2}/u.test(text) || /^X+$/.test(text)) return false
  return text.split(/\s+/u).length <= 12 && !looksLikeLetterPart(text)
}

/** As `looksLikeHeading`, for a paragraph that is bold from end to end: such a heading may be long. */
export function looksLikeBoldHeading(line: string): boolean {
  const text = line.trim()
  if (looksLikeHeading(text)) return true
  return (
    text.length <= 160 && /^[\p{Lu}\p{N}§»"“(]/u.test(text) && !/[.!,;:…]$/u.test(text) && !looksLikeLetterPart(text)
  )
}

/** Whether a line is a heading because it ends with a colon: short, and no sentence that leads up to something. */
export function looksLikeColonHeading(line: string): boolean {
  const text = line.trim()
  return (
    text.endsWith(':') && text.split(/\s+/u).length <= 5 && looksLikeHeading(text) && !leadsUpToSomething.test(text)
  )
}

/** Whether a line is a heading because it is wholly in capitals. */
export function looksLikeCapitalHeading(line: string): boolean {
  const text = line.trim()
  if (/\p{Ll}|\d{4}/u.test(text) || !/\p{Lu}{3}/u.test(text)) return false
  return looksLikeHeading(text)
}

/** "Du skal sende:", "Vi har lagt vægt på følgende:", "You must send:": the start of a list, not a heading. */
const leadsUpToSomething =
  /^(?:du|vi|jeg|i|de|den|det|der|han|hun|you|we|they|it|he|she|there|please)\s|\s(?:følgende|the following|er|are|is|om|på|at|of|to):$/iu

const month =
  'jan(?:uar|uary)?|feb(?:ruar|ruary)?|mar(?:ts|ch)?|apr(?:il)?|maj|may|jun[ie]?|jul[iy]?|aug(?:ust)?|sept?(?:ember)?|o[kc]t(?:ober)?|nov(?:ember)?|dec(?:ember)?'

/**
 * The greeting, closing, date, address and reference lines by which a letter is known whatever it says, in small
 * letters: expressions that ask for \p{L} without regard to case take long to make.
 */
const smallLetterParts: readonly RegExp[] = [
  /^(?:kære|hej|goddag|dear|hello|hi|mvh|vh|hilsen|yours (?:sincerely|faithfully|truly)|(?:kind|best|warm) regards|regards|sincerely)(?![\p{L}\p{N}])/u,
  /^(?:(?:med|de) )?(?:venlig|venligst|bedste|mange|kærlig)\p{L}* hilsen(?:er)?(?!\p{L})/u,
  // 3. marts 2026; Solbjerg, den 9. februar 2026; 03-03-2026
  new RegExp(
    `^(?:\\p{L}[\\p{L} .]{1,30}, )?(?:den |d\\. ?)?\\d{1,2}(?:\\.? ?(?:${month})\\.?,? |[./-] ?\\d{1,2}[./ -] ?)\\d{2,4}$`,
    'u',
  ),
  new RegExp(`^(?:${month}) \\d{1,2}, \\d{4}$`),
  /^(?:sagsnr|sagsnummer|sags-?id|journalnr|j\.? ?nr|jr\.? ?nr|cpr|cvr|ean|tlf|telefon|mobil|fax|e?-?mail|dato|our ref|your ref|ref|case (?:no|number)|tel|phone|date)(?!\p{L})(?!.*\?$)(?=.*\d|\.? ?:|\.?$)/u,
  /\S@\S|^(?:www\.|https?:)/,
]

/** Those in which capitals tell. */
const letterParts: readonly RegExp[] = [
  /^til (?:\p{Lu}\p{Ll}+\s?){2,}$/u,
  // 8350 Fjordby; Havnegade 12; Åbrinken 22, 2. th.; Torvet 3, 5690 Solbjerg
  /^(?:DK-?)?\d{4,5} \p{Lu}/u,
  /(?:^|[ ,])[A-Z]{1,2}\d[\dA-Z]? \d[A-Z]{2}$/,
  /^(?!(?:Afsnit|Bilag|Trin|Kapitel|Del|Fase|Punkt|Pkt|Spørgsmål|Artikel|Side|Uge|Nr|Section|Part|Step|Appendix|Annex|Chapter|Article|Stage|Question|Week|Page|Phase)\P{L})(?:\p{Lu}[\p{L}.-]* ){1,4}\d{1,3} ?[A-Za-z]?(?:,.*)?$/u,
  /^\d{1,4}[A-Za-z]? (?:\p{Lu}\p{L}+ ){1,3}(?:Street|Road|Lane|Avenue|Way|Drive|Close|Place|Square|Court|Terrace|Gardens)(?!\p{L})/u,
  // Inger Marie Hald, Sognevej 71, 4791 Klintby
  /^(?:(?:\p{Lu}[\p{L}.'’-]*|\d+[A-Za-z]?\.?|og|af|de|von|van|v\/|c\/o|sal|st\.?|tv\.?|th\.?|mf\.?),? )+(?:DK-?)?\d{4} \p{Lu}\p{L}+(?: [A-ZÆØÅ]{1,2})?$/u,
  // what is labelled and has a number, a mail or a web address
  /^\p{L}[\p{L}. -]{1,24}:\s*\S*\d/u,
]

/** Whether a line is a greeting, a closing, a date, an address, a reference or a way to reach somebody. */
export function looksLikeLetterPart(line: string): boolean {
  const text = line.trim()
  const small = text.toLowerCase()
  return smallLetterParts.some((part) => part.test(small)) || letterParts.some((part) => part.test(text))
}
