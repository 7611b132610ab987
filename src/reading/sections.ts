import type { PhraseList } from '../rules/vocabulary.ts'
import type { Block, Section, SectionKind, Sentence, Span } from '../types.ts'
import { standsIn } from './clause.ts'
import type { LetterView } from './view.ts'

/** A letter cut into its parts: what every sentence belongs to. */
export interface Layout {
  /** The part each sentence belongs to. */
  readonly zones: readonly SectionKind[]
  /** Whether the sentence is a heading. */
  readonly headings: readonly boolean[]
  /** Whether the sentence is a title: a heading, or the line of the subject above the letter's text. */
  readonly titles: readonly boolean[]
  readonly sections: readonly Section[]
  /** Whether the sentence stands under a heading that announces facts. */
  readonly factual: readonly boolean[]
  /** Whether the sentence stands under a heading that announces an assessment. */
  readonly assessing: readonly boolean[]
  /** Whether the sentence stands under a heading that announces what can be done, paid or had from now on. */
  readonly ahead: readonly boolean[]
  /** The label that a sentence begins with («Vurdering: …»), or is in bold, where it begins a block. */
  readonly labels: readonly (Span | undefined)[]
  /** Sentence numbers of the fixed lines. */
  readonly greeting: number | undefined
  readonly closing: number | undefined
  /** The first sentence of the letter proper, after letterhead and greeting. */
  readonly bodyStart: number
}

/** Finds the parts of a letter: letterhead, body sections by their headings, complaint guidance, contact, signature. */
export function layOut(view: LetterView): Layout {
  const { sentences } = view
  const greeting = findGreeting(view)
  const closing = findClosing(view, greeting)
  const subject = sentences.findIndex((_, index) => blockOf(view, index).kind === 'heading')
  const top = greeting >= 0 ? greeting : subject >= 0 ? subject : sentences.length
  const headings = sentences.map((sentence, index) => isHeading(view, sentence, index, top))
  const prose = firstProse(view, headings, greeting >= 0)
  const bodyStart = greeting >= 0 ? Math.min(greeting + 1, prose) : prose
  const last = greeting >= 0 ? greeting : bodyStart
  const foot = closing >= 0 ? closing : findFoot(view, headings, bodyStart)
  const { zones, ...announced } = findZones(view, headings, bodyStart, foot)
  refineComplaint(view, zones, headings, announced.factual)
  return {
    zones,
    headings,
    titles: sentences.map((_, index) => headings[index]! || (index < bodyStart && isSubject(view, index, last))),
    sections: sectionsOf(view, zones, headings),
    ...announced,
    greeting: greeting >= 0 ? greeting : undefined,
    closing: closing >= 0 ? closing : undefined,
    bodyStart,
  }
}

function blockOf(view: LetterView, index: number): Block {
  return view.letter.blocks[view.sentences[index]!.block]!
}

function inBody(view: LetterView, index: number): boolean {
  return ['body', 'textbox'].includes(blockOf(view, index).story)
}

/** The number of the sentence that greets the reader; -1 when none does. A warm greeting goes before a formal one. */
function findGreeting(view: LetterView): number {
  const { letterhead } = view.pack.reading
  const greets = (index: number, list: readonly string[]): boolean =>
    inBody(view, index) &&
    view.sentences[index]!.words.length <= 9 &&
    isWholeLine(blockOf(view, index), view.sentences[index]!) &&
    view.find(list, index) !== undefined &&
    view.find(letterhead['not-a-greeting'], index) === undefined &&
    view.find(letterhead.closing, index) === undefined &&
    !/[.?]$/u.test(view.sentences[index]!.text)
  const warm = view.sentences.findIndex((_, index) => greets(index, letterhead.greeting))
  if (warm >= 0) return warm
  return view.sentences.findIndex(
    ({ text }, index) =>
      greets(index, letterhead['formal-greeting']) &&
      blockOf(view, index).lines.length === 1 &&
      // «Ms Órla Fennell, The Old Forge», «To: Wei Zhang»: whom the letter goes to
      !/[\d@(]|,.|^\p{L}+: ?\p{L}/u.test(text),
  )
}

function findClosing(view: LetterView, greeting: number): number {
  return view.sentences.findLastIndex(
    ({ words, end }, index) =>
      index > greeting &&
      inBody(view, index) &&
      words.length <= 8 &&
      // «Thank you for your letter. We have …» goes on in the same line.
      blockOf(view, index).lines.some((line) => line.end === end) &&
      view.find(view.pack.reading.letterhead.closing, index) !== undefined,
  )
}

/** Where no words close the letter: the lines at its very end that are no running text, but names, addresses and the date. */
function findFoot(view: LetterView, headings: readonly boolean[], bodyStart: number): number {
  const isLine = ({ text, start }: Sentence, index: number): boolean => {
    const { kind } = blockOf(view, index)
    const dated = view.within(view.dates, index).some((date) => date.start - start <= dateLabel)
    return (
      index > bodyStart &&
      kind !== 'item' &&
      kind !== 'cell' &&
      (dated || !/[.?!:]$/u.test(text)) &&
      !(headings[index] && headingKind(view, index) !== undefined)
    )
  }
  return view.sentences.findLastIndex((sentence, index) => !isLine(sentence, index)) + 1
}

/** What can stand before the date on its line, in characters: «Dato: », «Den ». */
const dateLabel = 6

interface Zones {
  readonly zones: SectionKind[]
  readonly factual: boolean[]
  readonly assessing: boolean[]
  readonly ahead: boolean[]
  readonly labels: (Span | undefined)[]
}

/** What a sentence begins with: words with a colon, or a short sentence in bold. */
function labelOf(view: LetterView, index: number): Span | undefined {
  const { start, end, text, block } = view.sentences[index]!
  if (view.sentences[index - 1]?.block === block) return undefined
  const label = /^(?:\*\*|__)?\p{Lu}[^:.,!?*_]{2,40}(?::|[.?!]?(?:\*\*|__))(?=[\s*_])/u.exec(text)?.[0]
  if (label) return { start, end: start + label.length }
  const around = view.letter.text.slice(start - 2, start) + view.letter.text.slice(end, end + 2)
  return (around === '****' || around === '____' || /^(?:\*\*.*\*\*|__.*__)$/u.test(text)) && text.length <= 60
    ? { start, end }
    : undefined
}

/** What a line that is a heading by its looks alone counts as: deeper than any heading of the file. */
const lineDepth = 7

/** The part that each sentence belongs to, by the headings above it. */
function findZones(view: LetterView, headings: readonly boolean[], bodyStart: number, foot: number): Zones {
  const { sections } = view.pack.reading
  const found: Zones = { zones: [], factual: [], assessing: [], ahead: [], labels: [] }
  let facts = false
  let assessment = false
  let ahead = false
  let current: SectionKind = 'body'
  let complaintDepth = 0
  const announce = (index: number, heading: Span): void => {
    facts = standsIn(view, index, heading, sections.facts)
    assessment = standsIn(view, index, heading, sections.assessment)
    ahead = index >= bodyStart && !facts && !assessment && standsIn(view, index, heading, sections.ahead)
  }
  const enter = (index: number): void => {
    const depth = blockOf(view, index).kind === 'heading' ? blockOf(view, index).depth : lineDepth
    const kind = headingKind(view, index)
    announce(index, view.sentences[index]!)
    const inherits = kind === undefined && current === 'complaint' && (depth > complaintDepth || depth === lineDepth)
    if (!inherits) current = kind ?? 'body'
    if (current === 'complaint' && kind === 'complaint')
      complaintDepth = complaintDepth && depth > complaintDepth ? complaintDepth : depth
    if (current !== 'complaint') complaintDepth = 0
  }
  for (const index of view.sentences.keys()) {
    const beside = !inBody(view, index) && !['footnote', 'endnote'].includes(blockOf(view, index).story)
    let zone: SectionKind
    if (beside || index < bodyStart) zone = 'letterhead'
    else if (index >= foot) zone = 'signature'
    else {
      if (headings[index]) enter(index)
      zone = current
    }
    found.zones.push(zone)
    const label = beside || headings[index] ? undefined : labelOf(view, index)
    if (label) announce(index, label)
    found.labels.push(label)
    found.factual.push(facts)
    found.assessing.push(assessment)
    found.ahead.push(ahead)
  }
  return found
}

/** The runs of sentences in one zone; a heading begins a new one. */
function sectionsOf(view: LetterView, zones: readonly SectionKind[], headings: readonly boolean[]): Section[] {
  const sections: Section[] = []
  for (const index of view.sentences.keys()) {
    const last = sections.at(-1)
    if (last && last.kind === zones[index] && !headings[index]) {
      sections[sections.length - 1] = { ...last, lastSentence: index + 1 }
    } else {
      sections.push({
        kind: zones[index]!,
        firstSentence: index,
        lastSentence: index + 1,
        heading: headings[index] ? spanOf(view.sentences[index]!) : undefined,
      })
    }
  }
  return sections
}

/**
 * Complaint guidance without a heading, in running text: from the sentence that tells of it, through the paragraphs
 * that go on about it. And the other way: a paragraph under the complaint heading that only says whom to ask is contact.
 */
function refineComplaint(
  view: LetterView,
  zones: SectionKind[],
  headings: readonly boolean[],
  factual: readonly boolean[],
): void {
  const headed = zones.includes('complaint')
  const { complaint, kinds } = view.pack.reading
  const { sentences } = view
  const byBlock = (index: number): number => sentences[index]!.block
  const says = (list: PhraseList, index: number): boolean => view.find(list, index) !== undefined
  const sameBlock = (index: number, other: number): boolean =>
    sentences[other] !== undefined && byBlock(index) === byBlock(other)
  const begins = (index: number): boolean => {
    if (says(complaint['not-guidance'], index)) return false
    if ([complaint.guidance, complaint.none, complaint.enclosed].some((list) => says(list, index))) return true
    if (!headed && says(complaint['time-from-letter'], index))
      return !sentences.some((_, other) => says(kinds['hearing-text'], other))
    if (!sameBlock(index, index + 1)) return false
    // «Ankestyrelsen er klageinstans. Send klagen til os», «Fristen er den 31. marts. Så ser vi på sagen igen.»
    return (
      (!headed && says(complaint['bare-deadline'], index) && says(complaint.reassessment, index + 1)) ||
      (says(complaint.guidance, index + 1) && view.pack.law.bodies.some(({ names }) => says(names, index)))
    )
  }
  for (const index of sentences.keys()) {
    if (zones[index] === 'letterhead' || zones[index] === 'signature' || headings[index]) continue
    // «Vi har fået tre klager» among the facts
    if (headed && factual[index]) continue
    if (zones[index] === 'complaint' || blockOf(view, index).quoted || !begins(index)) continue
    for (let next = index; next < sentences.length; next += 1) {
      if (zones[next] === 'letterhead' || zones[next] === 'signature' || headings[next]) break
      if (!sameBlock(index, next) && (asksForQuestions(view, next) || !blockGoesOn(view, next))) break
      zones[next] = 'complaint'
    }
    // «Vi ser på sagen igen, når nogen klager. Fristen er …»
    for (let before = index - 1; before > 0 && sameBlock(index, before); before -= 1) {
      if (headings[before] || zones[before] === 'letterhead' || !says(complaint.reassessment, before)) break
      zones[before] = 'complaint'
    }
  }
  for (const index of sentences.keys()) {
    if (
      zones[index] === 'complaint' &&
      !headings[index] &&
      (asksForQuestions(view, index) || (!blockGoesOn(view, index) && hasContact(view, index)))
    ) {
      zones[index] = 'contact'
    }
  }
}

/** Whether any sentence of the block speaks of the complaint. */
function blockGoesOn(view: LetterView, index: number): boolean {
  const list = view.pack.reading.complaint['goes-on']
  const known = view.remember(goingOn, view)
  const run = view.remember(findRuns, view)[index]!
  known[run] ??= someOfBlock(view, index, (other) => view.find(list, other) !== undefined)
  return known[run]
}

/** Whether the block holds a phone number or an e-mail address. */
function hasContact(view: LetterView, index: number): boolean {
  const known = view.remember(withContact, view)
  const run = view.remember(findRuns, view)[index]!
  known[run] ??= someOfBlock(
    view,
    index,
    (other) => view.within(view.phones, other).length > 0 || view.within(view.emails, other).length > 0,
  )
  return known[run]
}

/** What has been asked about a run, by its first sentence: whether it goes on about the complaint. */
function goingOn(): (boolean | undefined)[] {
  return []
}

/** The same: whether it holds a way to make contact. */
function withContact(): (boolean | undefined)[] {
  return []
}

/**
 * Whether the block begins by inviting questions: then it is about whom to ask, even where it names the complaint. In a
 * list or table about the complaint «Skriv til os på …» is the way to complain.
 */
function asksForQuestions(view: LetterView, index: number): boolean {
  if (view.find(view.pack.reading.sections.questions, firstOfBlock(view, index)) === undefined) return false
  return blockOf(view, index).kind === 'paragraph' || !blockGoesOn(view, index)
}

/** Whether one of the sentences that share a block, a list or a table with this one passes a test. */
function someOfBlock(view: LetterView, index: number, test: (index: number) => boolean): boolean {
  const runs = view.remember(findRuns, view)
  for (let next = runs[index]!; runs[next] === runs[index]; next += 1) if (test(next)) return true
  return false
}

/** For each sentence the first of those that share a block, a list or a table with it. */
function findRuns(view: LetterView): readonly number[] {
  const runs: number[] = []
  for (const [index, { block }] of view.sentences.entries()) {
    const { kind, cell } = blockOf(view, index)
    const before = index === 0 ? undefined : blockOf(view, index - 1)
    const goesOn =
      view.sentences[index - 1]?.block === block ||
      (before?.kind === kind && (kind === 'item' || (kind === 'cell' && before.cell?.table === cell?.table)))
    runs.push(goesOn ? runs[index - 1]! : index)
  }
  return runs
}

/** The number of the first sentence of the block that this one stands in. */
export function firstOfBlock(view: LetterView, index: number): number {
  const { block } = view.sentences[index]!
  let first = index
  while (first > 0 && view.sentences[first - 1]!.block === block) first -= 1
  return first
}

/**
 * Above the letter's text a labelled line («Emne: …»), or the line right before the greeting; one that stands alone also
 * with the date and the number of the case between them.
 */
function isSubject(view: LetterView, index: number, last: number): boolean {
  const { words, text, block } = view.sentences[index]!
  if (words.length < 2) return false
  const { 'subject-label': label, 'case-number': caseNumber } = view.pack.reading.letterhead
  if (view.find(label, index)) return true
  const dated = (other: number): boolean => view.within(view.dates, other).length > 0
  if (index >= last || dated(index)) return false
  if (index === last - 1) return true
  const below = [...view.sentences.keys()].slice(index + 1, last)
  return (
    view.sentences[index - 1]?.block !== block &&
    below.every((other) => view.sentences[other]!.block !== block && (dated(other) || view.find(caseNumber, other))) &&
    words.length >= 3 &&
    view.within(view.addresses, index).length === 0 &&
    !/\d{4} \p{Lu}/u.test(text)
  )
}

/** «Emne: Bor du på Fasanvej 102?» */
function isLabelledSubject(view: LetterView, index: number): boolean {
  const label = view.find(view.pack.reading.letterhead['subject-label'], index)
  return label !== undefined && view.letter.text[label.end] === ':'
}

/** A heading block, or a line of its own that carries the name of a section («Klagevejledning», «Vurdering:»). */
function isHeading(view: LetterView, sentence: Sentence, index: number, top: number): boolean {
  const block = view.letter.blocks[sentence.block]!
  const isLabel = /\p{L}:\s+\S/u.test(sentence.text)
  const { authority, closing } = view.pack.reading.letterhead
  if (block.kind === 'heading')
    // Right below the greeting stands the subject, whatever is in it.
    return (
      !isLabel ||
      index === top + 1 ||
      (headingKind(view, index) !== 'complaint' && !/:\s*(?:\p{L}{1,7}\.? ){0,2}\P{L}*\d/u.test(sentence.text))
    )
  if (block.kind === 'cell' || block.quoted || (isLabel && index !== top + 1)) return false
  if (block.kind === 'item' && sentence.words.length > 3 && isAmongItems(view, sentence.block)) return false
  if (index > top && standsOverText(view, block, index, top)) return true
  // «European Ombudsman» at the top is who writes, and «Complaints Office» below it a part of it
  if (index < top && someOfBlock(view, index, (other) => other <= index && view.find(authority, other) !== undefined))
    return false
  if (sentence.words.length > 6 || sentence.words.length === 0 || !isWholeLine(block, sentence)) return false
  if (!/[\p{L}\p{N}:?)]$/u.test(sentence.text) || !/^[\p{Lu}\p{N}]/u.test(sentence.text)) return false
  if (block.lines.length === 1 && !sentence.text.endsWith(':') && block.end - block.start > 60) return false
  return headingKind(view, index) !== undefined && view.find(closing, index) === undefined
}

const headingWords = 9

/** A short line without a full stop, with running text below: a heading whatever it says. */
function standsOverText(view: LetterView, block: Block, index: number, top: number): boolean {
  const sentence = view.sentences[index]!
  const { greeting, 'formal-greeting': formal, closing, 'case-number': number } = view.pack.reading.letterhead
  // «A school place for Leyla», «Our ref: 26/1550» below it
  const next = view.sentences[index + (index === top + 1 && view.find(number, index + 1) ? 2 : 1)]
  if (
    block.kind !== 'paragraph' ||
    !isWholeLine(block, sentence) ||
    !next ||
    sentence.words.length < 2 ||
    sentence.words.length > headingWords
  )
    return false
  // The subject, right below the greeting, can hold a number
  const line = index === top + 1 ? /^[\p{Lu}\d][^@]*[\p{L}\d)?]$/u : /^\p{Lu}[^\d@]*[\p{L})?]$/u
  if (!line.test(sentence.text)) return false
  const below = view.letter.blocks[next.block]!
  const running = below.kind === 'item' || (next.words.length >= 4 && /[.:?!]$/u.test(next.text))
  return running && [greeting, formal, closing].every((list) => view.find(list, index) === undefined)
}

/** What a heading announces, by the vocabulary; the earlier kind in the list wins. */
function headingKind(view: LetterView, index: number): SectionKind | undefined {
  const { sections, complaint } = view.pack.reading
  for (const kind of ['complaint', 'contact', 'law', 'reasons', 'decision'] as const) {
    // «Your complaint about the fee» names a complaint that has been made.
    if (kind === 'complaint' && view.find(complaint['not-guidance'], index)) continue
    if (view.find(sections[kind], index)) return kind
  }
  return undefined
}

/** Numbered headings are read as list items; they stand alone, or are the very name of a section. */
function isAmongItems(view: LetterView, block: number): boolean {
  return [block - 1, block + 1].some((other) => view.letter.blocks[other]?.kind === 'item')
}

function isWholeLine(block: Block, sentence: Span): boolean {
  return block.lines.some((line) => line.start === sentence.start && line.end === sentence.end)
}

/** The first sentence that is prose, or the heading right before it: «Kort fortalt» can stand above the greeting. */
function firstProse(view: LetterView, headings: readonly boolean[], greeted: boolean): number {
  const subject = headings.indexOf(true)
  const first = view.sentences.findIndex(
    (sentence, index) =>
      !headings[index] &&
      (!greeted || (subject >= 0 && index > subject)) &&
      view.letter.blocks[sentence.block]!.kind !== 'cell' &&
      ['body', 'textbox'].includes(view.letter.blocks[sentence.block]!.story) &&
      sentence.words.length >= (subject >= 0 && index > subject ? 3 : 5) &&
      /[.?!:]$/u.test(sentence.text) &&
      !isLabelledSubject(view, index) &&
      ((subject >= 0 && index > subject) || view.find(view.pack.reading.sections['prose-word'], index) !== undefined) &&
      !/\d{4} \p{Lu}|\d{2} \d{2} \d{2} \d{2}/u.test(sentence.text) &&
      !view.within(view.addresses, index).some(({ start }) => start === sentence.start),
  )
  if (first < 0) return view.sentences.length
  const above = first - 1
  const announced =
    above > 0 && headings[above] && headingKind(view, above) !== undefined && headings.slice(0, above).includes(true)
  return announced ? above : first
}

function spanOf({ start, end }: Span): Span {
  return { start, end }
}
