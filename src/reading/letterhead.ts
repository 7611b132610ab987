import type { DateMention } from '../language/dates.ts'
import type { Evidence, Span } from '../types.ts'
import { holdsAddress, recipientLines } from './recipient.ts'
import type { Layout } from './sections.ts'
import { evidence, type LetterView } from './view.ts'

/** The fixed parts of a letter around its text. */
export interface LetterheadReading {
  readonly date: DateMention | undefined
  /** A line kept for the date where none has been written yet: «Dato: [dato]». */
  readonly emptyDate: readonly Evidence[]
  readonly sender: readonly Evidence[]
  readonly recipient: readonly Evidence[]
  readonly subject: readonly Evidence[]
  readonly caseNumber: readonly Evidence[]
  readonly greeting: readonly Evidence[]
  readonly closing: readonly Evidence[]
  readonly contact: readonly Evidence[]
  /** Ways to reach the authority that need no computer: telephone, address, opening hours. */
  readonly nondigital: readonly Evidence[]
  readonly signatory: readonly Evidence[]
}

/** Reads letterhead, greeting, contact and signature. */
export function readLetterhead(view: LetterView, layout: Layout): LetterheadReading {
  const line = (index: number | undefined): Evidence[] =>
    index === undefined ? [] : [evidence(view.letter, view.sentences[index]!)]
  const addressed = recipientLines(view, layout)
  const sender = sendersIn(view, layout, addressed)
  return {
    date: letterDate(view, layout),
    emptyDate: emptyDateIn(view, layout),
    sender,
    recipient: recipientIn(view, addressed, sender),
    subject: subjectIn(view, layout, addressed),
    caseNumber: caseNumberIn(view, layout, addressed),
    greeting: line(layout.greeting),
    closing: line(layout.closing),
    contact: contactsIn(view, layout, addressed),
    nondigital: nondigitalIn(view, layout, addressed),
    signatory: signatoryIn(view, layout),
  }
}

const headOrFoot = new Set(['letterhead', 'signature'])

/**
 * The letter's own date: the first date above the letter's text that stands on a line for dates («Dato: …», «3. marts
 * 2026», «Værløse, den …»); else such a line near the end.
 */
function letterDate(view: LetterView, layout: Layout): DateMention | undefined {
  const candidates = view.sentences.flatMap((_, index) => {
    if (!headOrFoot.has(layout.zones[index]!)) return []
    const date = view.within(view.dates, index).find((mention) => mention.exists && !mention.ofAct)
    return date && isDateLine(view, index, date)
      ? [
          {
            date,
            labelled: view.find(view.pack.reading.letterhead['date-label'], index) !== undefined,
            inTable: view.letter.blocks[view.sentences[index]!.block]!.kind === 'cell',
          },
        ]
      : []
  })
  // A table can tell when the request came and who handles it
  return (candidates.find(({ labelled }) => labelled) ?? candidates.find(({ inTable }) => !inTable) ?? candidates[0])
    ?.date
}

function emptyDateIn(view: LetterView, layout: Layout): Evidence[] {
  const { letterhead } = view.pack.reading
  const lists = [letterhead['date-label'], letterhead['date-lead'], letterhead['date-field']]
  const found = view.sentences.findIndex(
    ({ text }, index) =>
      headOrFoot.has(layout.zones[index]!) &&
      (dateMask.test(text) ||
        (/[[«<{$]|(?<!\p{L})XX|_{3}|\.{4}/u.test(text) && lists.some((list) => view.find(list, index) !== undefined))),
  )
  return found < 0 ? [] : [evidence(view.letter, view.sentences[found]!)]
}

/** A date that is still to be written: «dd.mm.åååå», «XX. december 2025». */
const dateMask =
  /(?<!\p{L})(?:dd[. /-]?mm[. /-]*[åy]{2,4}|[x?_]{2,}[. /-]+(?:\p{L}+|\d{1,2}|[x?_]{2,})[. /-]*(?:20[x\d]{2}|x{4}))/iu

/** Little stands on the line beside the date: a label, a town, «den», or a case number after a separator. */
function isDateLine(view: LetterView, index: number, date: DateMention): boolean {
  const { letterhead } = view.pack.reading
  const folded = view.foldedSentence(index)
  const start = view.sentences[index]!.start
  const before = folded
    .slice(0, date.start - start)
    .split(/[|·•\t]| {3}/u)
    .at(-1)!
    .trim()
  if (/[.!?]$/u.test(folded) && !/\d\.?$/u.test(folded)) return false
  if (view.find(letterhead['date-label'], index)) return true
  if (view.find(letterhead['not-letter-date'], index) && !/[|·•]/u.test(folded)) return false
  return before.split(/\s+/u).filter(Boolean).length <= 3
}

/** The authority that sends the letter: in the head, the foot or the signature, or as the one who writes. */
function sendersIn(view: LetterView, layout: Layout, addressed: ReadonlySet<number>): Evidence[] {
  const { authority: list, 'not-a-writer': notWriter } = view.pack.reading.letterhead
  const found: Evidence[] = []
  for (const index of view.sentences.keys()) {
    const zone = layout.zones[index]!
    const titled = layout.headings[index] && zone !== 'letterhead'
    if (addressed.has(index) || (titled && !(zone === 'signature' && isAuthorityName(view, index)))) continue
    const span = view.find(list, index)
    if (!span || isNamed(view, index, span, notWriter)) continue
    if (headOrFoot.has(zone) ? !isWithinEmail(view, span) : isWriter(view, index, span))
      found.push(evidence(view.letter, span))
  }
  return found
}

/** «Furesø Kommune har …», «vi i Furesø Kommune»: the authority names itself as the one who acts. */
function isWriter(view: LetterView, index: number, span: Span): boolean {
  const { letterhead } = view.pack.reading
  return /^\p{Lu}/u.test(view.letter.text.slice(span.start, span.end)) && isNamed(view, index, span, letterhead.writer)
}

/** Whether a phrase of the list begins with the span. */
function isNamed(view: LetterView, index: number, span: Span, list: readonly string[]): boolean {
  return view.findAll(list, index).some(({ start, end }) => start === span.start && end >= span.end)
}

function isWithinEmail(view: LetterView, span: Span): boolean {
  return [...view.emails, ...view.urls].some((mention) => mention.start <= span.start && mention.end >= span.end)
}

function recipientIn(view: LetterView, addressed: ReadonlySet<number>, sender: readonly Evidence[]): Evidence[] {
  return [...addressed]
    .map((index) => evidence(view.letter, view.sentences[index]!))
    .filter((line) => !sender.some((other) => other.start < line.end && line.start < other.end))
}

/** What the letter is about: a heading above the greeting, a line with a label, or a line that stands alone there. */
function subjectIn(view: LetterView, layout: Layout, addressed: ReadonlySet<number>): Evidence[] {
  const { letterhead } = view.pack.reading
  const end = layout.greeting ?? layout.bodyStart
  const isTitle = (index: number): boolean =>
    isSubject(view, index) &&
    index !== layout.greeting &&
    !addressed.has(index) &&
    !isAuthorityName(view, index) &&
    !isSectionName(view, layout, index)
  const above = [...view.sentences.keys()].filter((index) => index < Math.max(end, layout.bodyStart) && isTitle(index))
  const heading = above.findLast((index) => layout.headings[index])
  const labelled = above.find((index) => view.find(letterhead['subject-label'], index))
  const alone = above.findLast((index) => index < end && standsAlone(view, index))
  const later = [...view.sentences.keys()].find(
    (index) =>
      layout.headings[index] &&
      index <= layout.bodyStart + 1 &&
      // «Dispensationen gives på to vilkår:»
      !view.sentences[index]!.text.endsWith(':') &&
      isTitle(index),
  )
  // «Brevet handler om …»: the first sentence says it.
  const told = view.find(letterhead['subject-sentence'], layout.bodyStart) ? layout.bodyStart : undefined
  const found = heading ?? labelled ?? alone ?? later ?? told
  return found === undefined ? [] : [evidence(view.letter, view.sentences[found]!)]
}

/** «EGHOLM KOMMUNE · Pædagogisk Rådgivning», «From: Building Permits, Askholt Municipality»: the name of the authority. */
function isAuthorityName(view: LetterView, index: number): boolean {
  const { start, text } = view.sentences[index]!
  return view.findAll(view.pack.reading.letterhead.authority, index).some((span) => {
    const [before, after] = [text.slice(0, span.start - start), text.slice(span.end - start)]
    return (
      /^(?:\p{L}+: )?(?:(?:\p{Lu}[\p{L}.]*|\p{Ll}{1,3})[,/]? (?:\/ )?)*$/u.test(before) &&
      /^(?: (?:\p{Ll}{1,3}|\p{Lu}[\p{L}.]*))*\s*(?:$|[,·|–(-])/u.test(after)
    )
  })
}

/**
 * «Afgørelse», «1. Resultat», «Hvornår hører du fra os?» below the greeting, with more headings like it further on: the
 * name of one part of the letter, which does not say what the whole is about.
 */
function isSectionName(view: LetterView, layout: Layout, index: number): boolean {
  const isFirst = layout.greeting === undefined && layout.headings.indexOf(true) === index
  if (!layout.headings[index] || isFirst || index < (layout.greeting ?? 0)) return false
  const { text } = view.sentences[index]!
  const depth = (other: number): number => {
    const block = view.letter.blocks[view.sentences[other]!.block]!
    return block.kind === 'heading' ? block.depth : Infinity
  }
  const hasLike = layout.headings.some((heading, other) => heading && other > index && depth(other) <= depth(index))
  const isFew = (text.match(/\p{L}{2,}/gu) ?? []).length <= 2
  return hasLike && (text.endsWith('?') || isFew || isBelowText(layout, index))
}

/** A heading below the greeting with the letter's own words in between: «Du må ikke sætte hegnet op.», «Det har vi set på». */
function isBelowText(layout: Layout, index: number): boolean {
  return layout.greeting !== undefined && layout.headings.slice(layout.greeting + 1, index).includes(false)
}

/** No line of an address or of the sender: nothing else in its block, or only lines with a case number. */
function standsAlone(view: LetterView, index: number): boolean {
  const { letterhead } = view.pack.reading
  const { block, text } = view.sentences[index]!
  const near = [index - 1, index + 1].filter((other) => view.sentences[other]?.block === block)
  const isLabel = (other: number): boolean =>
    view.find(letterhead['case-number'], other) !== undefined ||
    codeLine.test(view.sentences[other]!.text) ||
    view.within(view.dates, other).length > 0
  const { story, kind } = view.letter.blocks[block]!
  if (story !== 'body' || !near.every(isLabel)) return false
  // «Du søgte | 3. september 2026»: the name of a row says nothing of the letter
  if (kind === 'cell' && (text.match(/\p{L}{2,}/gu) ?? []).length < 4) return false
  if (holdsAddress(view, index) && !isAboutPlace(view, index)) return false
  if (view.find(letterhead['recipient-label'], index) && !view.find(letterhead['not-a-greeting'], index)) return false
  // «Din klage ligger nu hos Ankestyrelsen» names an authority, but says more.
  const authority = view.find(letterhead.authority, index)
  const isAuthority =
    authority !== undefined &&
    !/(?<!\p{L})\p{Ll}{3,}/u.test(text.slice(0, authority.start - view.sentences[index]!.start))
  return !(isAuthority && /^[\p{L}\s.,·|–-]+$/u.test(text) && view.sentences[index]!.words.length <= 9)
}

/** «Udestuen på Ringvej 9», «Ringvej 9, sag 26/417»: the address is what the line is about. */
function isAboutPlace(view: LetterView, index: number): boolean {
  const { start, text } = view.sentences[index]!
  const [address] = view.within(view.addresses, index)
  const before = address ? text.slice(0, address.start - start) : ''
  const number = view.find(view.pack.reading.letterhead['case-number'], index)
  if (number && /^\S* ?[\p{L}-]*\d[\p{L}\d]*[-/.]\d/u.test(text.slice(number.end - start))) return true
  return /\p{Ll} $|(?<!\p{L})\p{Ll}{5,}, $/u.test(before) || (text.match(/(?<!\p{L})\p{Ll}{2,}/gu) ?? []).length >= 2
}

function isHeadingBlock(view: LetterView, index: number): boolean {
  return view.letter.blocks[view.sentences[index]!.block]!.kind === 'heading'
}

function isSubject(view: LetterView, index: number): boolean {
  const { letterhead } = view.pack.reading
  const { start, text } = view.sentences[index]!
  if (view.within(view.phones, index).length > 0 || view.within(view.emails, index).length > 0) return false
  if (view.find(letterhead.greeting, index) || isBareNumber(view, index)) return false
  if (codeLine.test(text) && !isHeadingBlock(view, index)) return false
  const beside = view.find(letterhead['beside-subject'], index)
  if (beside && /^[:.]? ?(?:[:\d]|$)/u.test(text.slice(beside.end - start))) return false
  // «Emne: Forslag 101984 SALTPATH»: after such a label nothing looks like a post code or a date line
  const label = view.find(letterhead['subject-label'], index)
  if (label && text[label.end - start] === ':') return /\p{L}{3}/u.test(text.slice(label.end - start))
  // «Date of this notice: 14 April 2026»
  if (
    view.find(letterhead['date-label'], index) &&
    !isHeadingBlock(view, index) &&
    view.within(view.dates, index).length > 0
  )
    return false
  const words = (text.match(/\p{L}{2,}/gu) ?? []).length
  return (
    words >= (isHeadingBlock(view, index) || isTopicWord(view, index) ? 1 : 2) &&
    (!/(?<!\d)\d{4} \p{Lu}/u.test(text) || isAboutPlace(view, index)) &&
    (view.within(view.dates, index).length === 0 || saysMoreThanDates(view, index))
  )
}

/** «Plejebolig»: one word right above the greeting that names no authority and no part of one. */
function isTopicWord(view: LetterView, index: number): boolean {
  const { authority, unit, office, greeting } = view.pack.reading.letterhead
  return (
    /^\p{Lu}\p{Ll}{4,}$/u.test(view.sentences[index]!.text) &&
    view.sentences[index + 1] !== undefined &&
    view.find(greeting, index + 1) !== undefined &&
    [authority, unit, office].every((list) => view.find(list, index) === undefined)
  )
}

/** «Our reference: 25/417 733»: a line with the number of the case and no word of what it is about. */
function isBareNumber(view: LetterView, index: number): boolean {
  const { text } = view.sentences[index]!
  const label = view.find(view.pack.reading.letterhead['case-number'], index)
  const isFirst = label !== undefined && /^(?:\S+ )?$/u.test(text.slice(0, label.start - view.sentences[index]!.start))
  if (isHeadingBlock(view, index) && label?.start !== view.sentences[index]!.start) return false
  // «Deres sag har nummer 32.03.04-P25»
  const rests = view
    .findAll(view.pack.reading.letterhead['number-told'], index)
    .map(({ end }) => text.slice(end - view.sentences[index]!.start))
  if (rests.some((rest) => /^[:.]? ?[\p{Lu}\d./()-]*\d[\p{Lu}\d ./()-]*$/u.test(rest))) return true
  // «Medical card number: R 774 1905»
  if (label && /^[^:]{1,40}: ?(?=.*\d)(?:[\p{Lu}\d][\p{Lu}\d./()-]*(?: |$))+$/u.test(text)) return true
  return isFirst && /^(?:[\p{L}.]+ ?){1,3}[:.]? ?[\p{Lu}\d./()-]*\d[\p{Lu}\d ./()-]*$/u.test(text)
}

/**
 * «Samtale om dit arbejde den 20. maj 2026», not «Fjordby, den 3. marts 2026»; a line that is no heading says more. The
 * date of the letter has a year: «Taxa den 4. maj» is about something.
 */
function saysMoreThanDates(view: LetterView, index: number): boolean {
  const dates = view.within(view.dates, index)
  const more = view.sentences[index]!.words.filter(
    ({ text, start }) => /^\p{L}{4,}$/u.test(text) && !dates.some((date) => date.start <= start && start < date.end),
  )
  const hasYear = /\d{4}|\d[./-]\d{1,2}[./-]\d{2}/u.test(view.sentences[index]!.text)
  // «Sygedagpenge fra 2. juni til 13. juli 2025»: a letter has one date.
  if (!hasYear || dates.length > 1) return more.length >= 1
  if (isHeadingBlock(view, index)) return more.length >= 2
  return more.length >= (/[|·•]/u.test(view.sentences[index]!.text) ? 4 : 3)
}

function caseNumberIn(view: LetterView, layout: Layout, addressed: ReadonlySet<number>): Evidence[] {
  const list = view.pack.reading.letterhead['case-number']
  return view.sentences.flatMap((sentence, index) => {
    // «Our ref: ADM/26/1550» can stand below the subject
    const isBesideText = !headOrFoot.has(layout.zones[index]!) && index >= (layout.greeting ?? 0)
    if (isBesideText && !(index <= layout.bodyStart + 2 && isBareNumber(view, index))) return []
    const labelled = view.find(list, index) !== undefined
    if (labelled && /\d/u.test(withoutDates(view, index))) return [evidence(view.letter, sentence)]
    if (layout.zones[index] !== 'letterhead' || addressed.has(index)) return []
    if (codeLine.test(sentence.text)) return [evidence(view.letter, sentence)]
    const next = view.sentences[index + 1]
    return labelled && sentence.words.length <= 3 && next && isNumberAlone(view, index + 1)
      ? [evidence(view.letter, next)]
      : []
  })
}

/** «EPSO/AD/400/26», «Complaint 412/2026/ABC»: a line with nothing but a code, and at most the name of its kind before it. */
const codeLine =
  /^(?:\p{Lu}\p{L}+ (?:\p{Ll}+ )?)?(?:(?=\S*\d)\p{Lu}[\p{L}\d]*(?:[/.-][\p{L}\d()]+){2,}|\d+[/-](?:20\d\d|\d+)[/-]\p{Lu}+)$/u

/** «2026-0112233» below «Case no.»: a line that is the number. */
function isNumberAlone(view: LetterView, index: number): boolean {
  return (
    /^[\p{Lu}\d][\p{L}\d./-]*\d[\p{L}\d./-]*$/u.test(view.sentences[index]!.text) &&
    view.within(view.phones, index).length === 0 &&
    view.within(view.dates, index).length === 0
  )
}

function withoutDates(view: LetterView, index: number): string {
  const { start, text } = view.sentences[index]!
  return view
    .within(view.dates, index)
    .reduceRight((rest, date) => rest.slice(0, date.start - start) + rest.slice(date.end - start), text)
}

/** E-mail addresses and phone numbers by which the reader can reach somebody; not those of the complaint guidance. */
function contactsIn(view: LetterView, layout: Layout, addressed: ReadonlySet<number>): Evidence[] {
  return view.sentences.flatMap((_, index) =>
    layout.zones[index] === 'complaint' || addressed.has(index)
      ? []
      : [...view.within(view.emails, index), ...view.within(view.phones, index), ...unfilledPhones(view, index)].map(
          (span) => evidence(view.letter, span),
        ),
  )
}

/** Telephone numbers, addresses of the authority, and words such as «åbningstider». */
function nondigitalIn(view: LetterView, layout: Layout, addressed: ReadonlySet<number>): Evidence[] {
  return view.sentences.flatMap((_, index) => {
    if (addressed.has(index)) return []
    const places = ['letterhead', 'signature', 'contact'].includes(layout.zones[index]!)
      ? view.within(view.addresses, index)
      : []
    const words = view.find(view.pack.reading.letterhead['in-person'], index)
    return [
      ...view.within(view.phones, index),
      ...unfilledPhones(view, index),
      ...places,
      ...(words && layout.zones[index] !== 'complaint' ? [words] : []),
    ].map((span) => evidence(view.letter, span))
  })
}

/** A telephone number that is still to be written. */
function unfilledPhones(view: LetterView, index: number): Span[] {
  const { text, start } = view.sentences[index]!
  const found = /(?<!\p{L})(?:XX ?){4}(?!\p{L})/iu.exec(text)
  return found ? [{ start: start + found.index, end: start + found.index + found[0].trimEnd().length }] : []
}

const personName =
  /^\p{Lu}[\p{L}'’]*\.?(?:[ -](?:\p{Lu}[\p{L}.'’]*|af|de|von|van|der|el|al|Mc\p{Lu}\p{L}+))*[ -]\p{Lu}[\p{L}'’-]+/u

/** The person who signs: a name on a line after the closing words; without them, before a title or last in the letter. */
function signatoryIn(view: LetterView, layout: Layout): Evidence[] {
  const after = layout.closing
  const found: Evidence[] = []
  for (const index of view.sentences.keys()) {
    const earliest = Math.max(layout.bodyStart, view.sentences.length - 6)
    const isFoot = layout.zones[index] === 'signature'
    if (after === undefined ? index < earliest && !isFoot : index < after || !isFoot) continue
    const sentence = view.sentences[index]!
    const text = withoutSignal(view, index, index === after ? withoutClosing(view, index) : sentence.text)
    const name = personName.exec(text)?.[0]
    if (!name) continue
    const start = sentence.start + sentence.text.length - text.length
    const office = view.findAll(view.pack.reading.letterhead.office, index)
    if (office.some((word) => word.start < start + name.length && word.end > start)) continue
    if (after === undefined && !isFollowedByTitle(view, index) && !isNameLine(text, name)) continue
    found.push(evidence(view.letter, { start, end: start + name.length }))
  }
  return found
}

/** What follows the closing words on their line: «Venlig hilsen fra Mette Holm». */
function withoutClosing(view: LetterView, index: number): string {
  const { start, text } = view.sentences[index]!
  const words = view.findAll(view.pack.reading.letterhead['closing-words'], index)
  const first = Math.min(...words.map((word) => word.start))
  const ends = words.filter((word) => word.start === first).map((word) => word.end)
  return ends.length > 0 ? text.slice(Math.max(...ends) - start).replace(/^[,.]?\s*/u, '') : text
}

/** What follows «signed by», «p.p.» and the like at the beginning of a line. */
function withoutSignal(view: LetterView, index: number, text: string): string {
  const { start, text: line } = view.sentences[index]!
  const signal = view.find(view.pack.reading.letterhead.signed, index)
  return text === line && signal?.start === start
    ? text.slice(signal.end - start).replace(/^[\])]?[:.,]?\s*/u, '')
    : text
}

/** «Lis Boye», «Lis Boye, Folkeregisteret»: nothing on the line but a name and where its owner works. */
function isNameLine(text: string, name: string): boolean {
  return /^(?:$|, ?\p{L}[\p{L} -]*$)/u.test(text.slice(name.length)) && name.split(' ').length <= 4
}

function isFollowedByTitle(view: LetterView, index: number): boolean {
  const list = view.pack.reading.letterhead.title
  return [index, index + 1].some((other) => other < view.sentences.length && view.find(list, other) !== undefined)
}
