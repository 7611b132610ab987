import { firstOfBlock, type Layout } from './sections.ts'
import type { LetterView } from './view.ts'

/**
 * The lines that say whom the letter is to: a name with an address below it or on the same line. An address belongs to
 * the name above it, so the sender's own address is not the recipient's. Returns sentence numbers.
 */
export function recipientLines(view: LetterView, layout: Layout): ReadonlySet<number> {
  const end = layout.greeting ?? layout.bodyStart
  const head = [...view.sentences.keys()].slice(0, end).filter((index) => isOnPage(view, index))
  const found = new Set<number>()
  let last = -1
  for (const index of head) {
    if (index <= last || !holdsAddress(view, index) || isHeadingWithWords(view, index)) continue
    const owner = ownerOf(view, layout, head, index)
    if (owner === undefined) continue
    last = head.findLast((line) => line <= owner + 5 && isAddressRun(view, owner, line)) ?? index
    for (let line = owner; line <= Math.max(last, index); line += 1) found.add(line)
  }
  return found
}

/** Not what stands in the margin of every page. */
function isOnPage(view: LetterView, index: number): boolean {
  const { story } = view.letter.blocks[view.sentences[index]!.block]!
  return story === 'body' || story === 'textbox'
}

/**
 * A post code before its town: four digits, or five in two groups (`811 02 Bratislava`); at the start of a line or after
 * a comma any of the forms that European countries use (`L-1430`, `60386`, `00-950`, `1012 AB`, `D02 X285`).
 */
const postcode =
  /(?<![\d./§-])(?:\d{4}|\d{3} \d{2}) \p{Lu}\p{Ll}|(?:^|[,\n]) ?(?:[A-Z]{1,3}-)?(?:\d{4,6}|\d{3} \d{2}|\d{2}-\d{3}|\d{4}-\d{3}|\d{4} ?[A-Z]{2}) \p{Lu}\p{L}|(?<![\p{L}\d])[A-Z]\d[\dW] ?[A-Z\d]{4}(?![\p{L}\d])/u

/** «14 Harbour View»: a line, or a part of one, that is a number and capital words. */
const numbered = /(?:^|[,\n] ?)\d{1,4}[A-Za-z]?(?:[-/]\d+)?,? (?:\p{Lu}[\p{L}'’.-]+ ?){1,4}(?=[,\n]|$)/u

/** A street with a number, a post code with a town, an e-mail address, or the letter box that the post comes to. */
export function holdsAddress(view: LetterView, index: number): boolean {
  const { text } = view.sentences[index]!
  return (
    view.within(view.addresses, index).length > 0 ||
    view.within(view.emails, index).length > 0 ||
    postcode.test(text) ||
    (numbered.test(text) && view.within(view.dates, index).length === 0) ||
    view.find(view.pack.reading.letterhead['post-box'], index) !== undefined ||
    (/[[«<{$]/u.test(text) && view.find(view.pack.reading.letterhead['address-field'], index) !== undefined)
  )
}

/** The line with the name that an address belongs to: the same line, or the nearest one above that is no address. */
function ownerOf(view: LetterView, layout: Layout, head: readonly number[], address: number): number | undefined {
  const own = nameBefore(view, address)
  if (own) return isRecipient(view, layout, address, own) ? address : undefined
  if (isLabelledName(view, address)) return address
  for (let index = address - 1; index >= Math.max(0, address - 4) && head.includes(index); index -= 1) {
    const { text } = view.sentences[index]!
    if (view.within(view.dates, index).length > 0) return undefined
    // «14, rue des Écoles»
    if (/^\d/u.test(text) || isBelowName(view, index) || (holdsAddress(view, index) && !nameBefore(view, index)))
      continue
    if (isRecipient(view, layout, index, text)) return isUnitOfSender(view, layout, index) ? undefined : index
    const first = firstOfBlock(view, index)
    const organisation = view.find(view.pack.reading.letterhead.organisation, first)
    return organisation && isRecipient(view, layout, first, view.sentences[first]!.text) ? first : undefined
  }
  return undefined
}

/** «Priya Nair», «Willem de Vries», «Margaret O'Brien»: two words with capitals, and small ones between them. */
const fullName = /\p{Lu}[\p{L}.'’-]*(?: \p{Ll}{1,3})* \p{Lu}[\p{L}'’]/u

/** «Sent to your Digital Post: Priya Nair»: a name after the label that says how the letter goes out. */
function isLabelledName(view: LetterView, index: number): boolean {
  const { start, text } = view.sentences[index]!
  const label = view.find(view.pack.reading.letterhead['recipient-label'], index)
  return label !== undefined && fullName.test(text.slice(label.end - start))
}

/** What stands before the address on its own line: «Til Oda Bruhn, Motorvænget 12». */
function nameBefore(view: LetterView, index: number): string | undefined {
  const { start, text } = view.sentences[index]!
  if (isBelowName(view, index) || /^\d/u.test(text)) return undefined
  const organisation = view.find(view.pack.reading.letterhead.organisation, index)
  if (organisation?.start === start) return text.slice(0, organisation.end - start)
  const box = view.find(view.pack.reading.letterhead['post-box'], index)
  const first = [...view.within(view.addresses, index), ...view.within(view.emails, index), ...(box ? [box] : [])][0]
  const before = text
    .slice(0, Math.max(0, first ? first.start - start : text.search(postcode)))
    .split('\n')[0]!
    .trim()
  // «Harrowdale HD1 1AA», «Riverside House, Calder Bridge CB2 9EH»: the town stands before a British post code
  const isBritish = first && /^[A-Z]{1,2}\d/u.test(view.letter.text.slice(first.start, first.end))
  if (isBritish && before.split(',').length < 3) return undefined
  const named = first === box && first ? fullName : /\p{L}{2}/u
  return named.test(before) ? before : undefined
}

/** «c/o Friis», «Att. Lise Holm», «Adresse: …», a personal number: lines that belong to the name above them. */
function isBelowName(view: LetterView, index: number): boolean {
  const { text } = view.sentences[index]!
  return /^\d{6}-?\d{4}/u.test(text) || view.find(view.pack.reading.letterhead['below-name'], index) !== undefined
}

/** A name of a person, a company or a group: not the authority, one of its units, or a line with a label. */
function isRecipient(view: LetterView, layout: Layout, index: number, name: string): boolean {
  const { letterhead } = view.pack.reading
  const finds = (list: readonly string[]): boolean => view.find(list, index) !== undefined
  if (finds(letterhead['recipient-label'])) return true
  if (layout.headings[index] || !/^["»“([«<{$]*\p{Lu}/u.test(name) || /[.!?:]$/u.test(name.replace(/\.$/u, '')))
    return false
  if (/^\p{L}[\p{L} .-]{1,24}:/u.test(name) || view.within(view.dates, index).length > 0) return false
  if (view.within(view.phones, index).length > 0 || name.split(/\s+/u).length > 9) return false
  const joining = view
    .findAll(letterhead['beside-a-name'], index)
    .map(({ start, end }) => view.letter.text.slice(start, end))
  const plainWords = (name.match(/(?<!\p{L})\p{Ll}{5,}/gu) ?? []).filter((word) => !joining.includes(word))
  if (finds(letterhead.organisation) && plainWords.length < 2) {
    const authority = view.find(letterhead.authority, index)
    return !authority || authority.start >= view.sentences[index]!.start + name.length
  }
  const titled = view
    .findAll(letterhead.title, index)
    .some(({ start }) => start < view.sentences[index]!.start + name.length)
  if (plainWords.length > 0 || / \p{Ll}{2,}$/u.test(name)) return false
  if (finds(letterhead.authority) || finds(letterhead['own-unit']) || titled || finds(letterhead['case-number']))
    return false
  // «Folkeregisteret» under «Fjordby Kommune»: a person has more than one name.
  if (!/\s/u.test(name) && isBelowAuthority(view, index)) return false
  const unit = view.find(letterhead.unit, index)
  return !unit || unit.start >= view.sentences[index]!.start + name.length || !isUnderAuthority(view, index)
}

/**
 * «Nature and Water» below «Birkelund Municipality», with nothing between: the sender goes on until its own address has
 * ended. The one who is greeted is the recipient even there.
 */
function isUnitOfSender(view: LetterView, layout: Layout, index: number): boolean {
  const { letterhead } = view.pack.reading
  const line = view.sentences[index]!.text
  if (layout.greeting === undefined || view.find(letterhead['recipient-label'], index)) return false
  const greeted = view.sentences[layout.greeting]!.words.slice(1).map(({ text }) => text)
  if (greeted.some((name) => /^\p{Lu}\p{L}{2,}/u.test(name) && line.includes(name))) return false
  const above = [...view.sentences.keys()].slice(firstOfBlock(view, index), index)
  const authority = above.findLastIndex((other) => view.find(letterhead.authority, other) && !isBelowName(view, other))
  return authority >= 0 && !above.slice(authority + 1).some((other) => holdsAddress(view, other))
}

/** A unit stands with the authority that it is part of; a name with the word in it stands alone. */
function isUnderAuthority(view: LetterView, index: number): boolean {
  const { authority } = view.pack.reading.letterhead
  const near = [index - 3, index - 2, index - 1].filter((line) => line >= 0)
  return near.some((line) => view.find(authority, line) !== undefined)
}

/** Whether the line above in the same block names an authority. */
function isBelowAuthority(view: LetterView, index: number): boolean {
  const { block } = view.sentences[index]!
  return (
    view.sentences[index - 1]?.block === block &&
    view.find(view.pack.reading.letterhead.authority, index - 1) !== undefined
  )
}

/** «41 Larch Avenue, Eastmere: dormer window and new roof tiles»: a heading that says more than where. */
function isHeadingWithWords(view: LetterView, index: number): boolean {
  const { block, text } = view.sentences[index]!
  return view.letter.blocks[block]!.kind === 'heading' && (text.match(/(?<!\p{L})\p{Ll}{2,}/gu) ?? []).length >= 2
}

/** Whether all lines between the owner and this one belong to the same address. */
function isAddressRun(view: LetterView, owner: number, line: number): boolean {
  for (let index = owner + 1; index <= line; index += 1) {
    const isPart =
      (holdsAddress(view, index) && !nameBefore(view, index)) ||
      view.sentences[index]!.block === view.sentences[owner]!.block ||
      isBelowName(view, index)
    const { block } = view.sentences[index]!
    const isSubject =
      view.find(view.pack.reading.letterhead['subject-label'], index) !== undefined ||
      (view.letter.blocks[block]!.kind === 'heading' && block !== view.sentences[owner]!.block)
    if (!isPart || isSubject || view.within(view.dates, index).length > 0) return false
  }
  return line >= owner
}
