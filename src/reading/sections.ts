import type { Block, Section, SectionKind, Sentence, Span } from '../types.ts'
import type { LetterView } from './view.ts'

/** A letter cut into its parts: what every sentence belongs to. */
export interface Layout {
  /** The part each sentence belongs to. */
  readonly zones: readonly SectionKind[]
  /** Whether the sentence is a heading. */
  readonly headings: readonly boolean[]
  readonly sections: readonly Section[]
  /** Whether the sentence stands under a heading that announces facts. */
  readonly factual: readonly boolean[]
  /** Whether the sentence stands under a heading that announces an assessment. */
  readonly assessing: readonly boolean[]
  /** Sentence numbers of the fixed lines. */
  readonly greeting: number | undefined
  readonly closing: number | undefined
  /** The first sentence of the letter proper, after letterhead and greeting. */
  readonly bodyStart: number
}

/** Finds the parts of a letter: letterhead, body sections by their headings, complaint guidance, contact, signature. */
export function layOut(view: LetterView): Layout {
  const { sentences, letter, pack } = view
  const { letterhead } = pack.reading
  const blockOf = (index: number): Block => letter.blocks[sentences[index]!.block]!
  const inBody = (index: number): boolean => blockOf(index).story === 'body' || blockOf(index).story === 'textbox'
  const headings = sentences.map((sentence, index) => isHeading(view, sentence, index))

  const isGreeting = (index: number, list: readonly string[]): boolean =>
    inBody(index) &&
    sentences[index]!.words.length <= 9 &&
    isWholeLine(blockOf(index), sentences[index]!) &&
    view.find(list, index) !== undefined &&
    view.find(letterhead['not-a-greeting'], index) === undefined &&
    !/[.?]$/u.test(sentences[index]!.text)
  const numbers = [...sentences.keys()]
  const warm = numbers.findIndex((index) => isGreeting(index, letterhead.greeting))
  const greeting =
    warm >= 0
      ? warm
      : numbers.findIndex(
          (index) =>
            isGreeting(index, letterhead['formal-greeting']) &&
            blockOf(index).lines.length === 1 &&
            !/\d/u.test(sentences[index]!.text),
        )
  const closing = sentences.findLastIndex(
    (sentence, index) =>
      index > greeting &&
      inBody(index) &&
      sentence.words.length <= 8 &&
      view.find(letterhead.closing, index) !== undefined,
  )
  const prose = firstProse(view, headings, greeting >= 0)
  const bodyStart = greeting >= 0 ? Math.min(greeting + 1, prose) : prose
  const zones: SectionKind[] = []
  const sections: Section[] = []
  const factual: boolean[] = []
  const assessing: boolean[] = []
  let facts = false
  let assessment = false
  let current: SectionKind = 'body'
  let complaintDepth = 0
  for (const index of sentences.keys()) {
    let zone: SectionKind
    if (!inBody(index) && blockOf(index).story !== 'footnote' && blockOf(index).story !== 'endnote') zone = 'letterhead'
    else if (index < bodyStart) zone = 'letterhead'
    else if (closing >= 0 && index >= closing) zone = 'signature'
    else {
      if (headings[index]) {
        const depth = blockOf(index).kind === 'heading' ? blockOf(index).depth : 7
        const kind = headingKind(view, index)
        facts = view.find(pack.reading.sections.facts, index) !== undefined
        assessment = view.find(pack.reading.sections.assessment, index) !== undefined
        const inherits = kind === undefined && current === 'complaint' && depth > complaintDepth
        if (!inherits) current = kind ?? 'body'
        if (current === 'complaint' && kind === 'complaint')
          complaintDepth = complaintDepth && depth > complaintDepth ? complaintDepth : depth
        if (current !== 'complaint') complaintDepth = 0
      }
      zone = current
    }
    zones.push(zone)
    factual.push(facts)
    assessing.push(assessment)
  }
  refineComplaint(view, zones, headings, blockOf)
  for (const index of sentences.keys()) {
    const last = sections.at(-1)
    if (last && last.kind === zones[index] && !headings[index]) {
      sections[sections.length - 1] = { ...last, lastSentence: index + 1 }
    } else {
      sections.push({
        kind: zones[index]!,
        firstSentence: index,
        lastSentence: index + 1,
        heading: headings[index] ? spanOf(sentences[index]!) : undefined,
      })
    }
  }
  return {
    zones,
    headings,
    sections,
    factual,
    assessing,
    greeting: greeting >= 0 ? greeting : undefined,
    closing: closing >= 0 ? closing : undefined,
    bodyStart,
  }
}

/**
 * Complaint guidance without a heading, in running text: from the sentence that tells of it, through the paragraphs
 * that go on about it. And the other way: a paragraph under the complaint heading that only says whom to ask is contact.
 */
function refineComplaint(
  view: LetterView,
  zones: SectionKind[],
  headings: readonly boolean[],
  blockOf: (index: number) => Block,
): void {
  const { complaint } = view.pack.reading
  const { sentences } = view
  const byBlock = (index: number): number => sentences[index]!.block
  const begins = (index: number): boolean =>
    [complaint.guidance, complaint.none, complaint.enclosed].some((list) => view.find(list, index) !== undefined)
  for (const index of sentences.keys()) {
    if (zones[index] === 'letterhead' || zones[index] === 'signature' || headings[index]) continue
    if (zones[index] === 'complaint' || blockOf(index).quoted || !begins(index)) continue
    for (let next = index; next < sentences.length; next += 1) {
      if (zones[next] === 'letterhead' || zones[next] === 'signature' || headings[next]) break
      const sameBlock = byBlock(next) === byBlock(index)
      if (!sameBlock && (asksForQuestions(view, next) || !blockGoesOn(view, next))) break
      zones[next] = 'complaint'
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
  return someOfBlock(view, index, (other) => view.find(list, other) !== undefined)
}

/** Whether the block holds a phone number or an e-mail address. */
function hasContact(view: LetterView, index: number): boolean {
  return someOfBlock(
    view,
    index,
    (other) => view.within(view.phones, other).length > 0 || view.within(view.emails, other).length > 0,
  )
}

/** Whether the block begins by inviting questions: then it is about whom to ask, even where it names the complaint. */
function asksForQuestions(view: LetterView, index: number): boolean {
  return view.find(view.pack.reading.sections.questions, firstOfBlock(view, index)) !== undefined
}

/** Whether one of the sentences that share a block with this one passes a test. */
function someOfBlock(view: LetterView, index: number, test: (index: number) => boolean): boolean {
  const { block } = view.sentences[index]!
  for (let next = firstOfBlock(view, index); view.sentences[next]?.block === block; next += 1)
    if (test(next)) return true
  return false
}

/** The number of the first sentence of the block that this one stands in. */
export function firstOfBlock(view: LetterView, index: number): number {
  const { block } = view.sentences[index]!
  let first = index
  while (first > 0 && view.sentences[first - 1]!.block === block) first -= 1
  return first
}

/** A heading block, or a line of its own that carries the name of a section («Klagevejledning», «Vurdering:»). */
function isHeading(view: LetterView, sentence: Sentence, index: number): boolean {
  const block = view.letter.blocks[sentence.block]!
  const isLabel = /\p{L}:\s+\S/u.test(sentence.text)
  if (block.kind === 'heading')
    return !isLabel || (headingKind(view, index) !== 'complaint' && !/:.*\d/u.test(sentence.text))
  if (block.kind === 'cell' || block.quoted || isLabel) return false
  if (block.kind === 'item' && sentence.words.length > 3 && isAmongItems(view, sentence.block)) return false
  if (sentence.words.length > 6 || sentence.words.length === 0 || !isWholeLine(block, sentence)) return false
  if (!/[\p{L}\p{N}:?)]$/u.test(sentence.text) || !/^[\p{Lu}\p{N}]/u.test(sentence.text)) return false
  if (block.lines.length === 1 && !sentence.text.endsWith(':') && block.end - block.start > 60) return false
  return headingKind(view, index) !== undefined && view.find(view.pack.reading.letterhead.closing, index) === undefined
}

/** What a heading announces, by the vocabulary; the earlier kind in the list wins. */
function headingKind(view: LetterView, index: number): SectionKind | undefined {
  const { sections } = view.pack.reading
  for (const kind of ['complaint', 'contact', 'law', 'reasons', 'decision'] as const) {
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
      ((subject >= 0 && index > subject) || view.find(view.pack.reading.sections['prose-word'], index) !== undefined) &&
      !/\d{4} \p{Lu}|\d{2} \d{2} \d{2} \d{2}/u.test(sentence.text),
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
