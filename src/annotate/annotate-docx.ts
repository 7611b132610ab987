import { readDocx } from '../formats/docx/read-docx.ts'
import { limits } from '../limits.ts'
import { say } from '../messages.ts'
import type { Language, LetterDocument, Segment, Span } from '../types.ts'
import { type BodyMap, mapBody, type Place } from './body-map.ts'
import { commentText, type Remark } from './comment-text.ts'
import { addComments, type NewComment, usedIds } from './comments-part.ts'
import { editPackage } from './edit-package.ts'
import { applyEdits, type Edit } from './edits.ts'
import { type Markup, markupOf } from './markup.ts'

export interface AnnotateOptions {
  /** Language of the words around the remarks («Kilde»). Default: Danish. */
  readonly locale?: Language
}

/** A comment and where it goes: round the words between two places, or at the start of the letter. */
interface Anchored extends NewComment {
  readonly words: { readonly start: Place; readonly end: Place } | undefined
}

/**
 * A copy of a Word file with a comment at the words of each violation, by the author `klarbrev`. `violations` are those
 * that linting these same bytes gave. Runs are cut where the words begin and end, with their formatting kept; everything
 * else in the file stays as it is, other people's comments too. What stands where Word takes no comments (headers,
 * footers, text boxes, notes) is told in a comment at the first words of the letter.
 *
 * A digital signature of the file no longer holds for the copy.
 * Throws a KlarbrevError with a docx code for a file that can't be read.
 */
export async function annotateDocx(
  bytes: Uint8Array,
  violations: readonly Remark[],
  { locale = 'da' }: AnnotateOptions = {},
): Promise<Uint8Array> {
  const letter = await readDocx(bytes)
  if (violations.length === 0) return bytes
  const file = await editPackage(bytes)
  const source = file.text(file.main) ?? ''
  const body = mapBody(source, file.main)
  const used = usedIds(file)
  let id = 0
  const nextId = () => {
    while (used.has(id)) id += 1
    used.add(id)
    return id
  }
  const comments = shown(violations, locale).map(({ remark, paragraphs }): Anchored => {
    const own = remark && anchor(letter, body, file.main, remark.span)
    const text = paragraphs ?? (remark ? commentText(remark, own === undefined, locale) : [])
    return { id: nextId(), paragraphs: text, words: own ?? firstWords(letter, body, file.main) }
  })
  const markup = markupOf(source)
  const edits = markEdits(body, comments, markup)
  if (edits.length === 0) return bytes
  file.put(file.main, applyEdits(source, edits))
  addComments(file, comments, markup)
  return file.bytes()
}

/** Word takes many comments, a reader does not: the last one counts those that are left out. */
function shown(violations: readonly Remark[], locale: Language): { remark?: Remark; paragraphs?: string[] }[] {
  const most = limits.comments
  if (violations.length <= most) return violations.map((remark) => ({ remark }))
  const rest = say(locale, 'annotate.more', { count: violations.length - most + 1 })
  return [...violations.slice(0, most - 1).map((remark) => ({ remark })), { paragraphs: [rest] }]
}

/** The places round the words of a span that stand in the body. Of a span without words, the nearest character. */
function anchor(letter: LetterDocument, body: BodyMap, main: string, span: Span): Anchored['words'] {
  const tries =
    span.end > span.start
      ? [span]
      : [
          { start: span.start, end: span.start + 1 },
          { start: span.start - 1, end: span.start },
        ]
  for (const words of tries) {
    const pieces = bodySegments(letter, main, words)
    const first = pieces[0]
    const last = pieces.at(-1)
    if (!first || !last) continue
    const start = body.place(first.source, 'start')
    const next = letter.segments.find((segment) => segment.part === main && segment.end > last.end)
    const nextSource = next && next.source + Math.max(0, last.end - next.start)
    // Both units of a pair may stand in the file as one entity, so the pair is looked at from its first.
    const units = /^[\uDC00-\uDFFF]/u.test(letter.text.slice(last.end - 1, last.end)) ? 2 : 1
    const after = body.characterEnd(last.source + (last.end - last.start) - units)
    // An accent that could not be joined with its letter is a character of its own.
    const end = body.place(
      nextSource !== undefined && nextSource > last.source ? Math.min(after, nextSource) : after,
      'end',
    )
    if (start && end && start.at < end.at) return { start, end }
  }
  return undefined
}

/** The parts of a span that stand in the body of the main part, cut to the span and without white space around. */
function bodySegments({ text, blocks, segments }: LetterDocument, main: string, span: Span): Segment[] {
  let { start, end } = span
  while (start < end && /\s/u.test(text[start] ?? '')) start += 1
  while (end > start && /\s/u.test(text[end - 1] ?? '')) end -= 1
  // Two units of one character are never parted.
  if (/[\uDC00-\uDFFF]/u.test(text[start] ?? '')) start -= 1
  if (/[\uD800-\uDBFF]/u.test(text[end - 1] ?? '')) end += 1
  return segments
    .filter((segment) => segment.part === main && segment.start < end && segment.end > start)
    .filter((segment) => blocks.some((block) => block.story === 'body' && isIn(segment, block)))
    .map((segment) => ({
      ...segment,
      start: Math.max(segment.start, start),
      end: Math.min(segment.end, end),
      source: segment.source + Math.max(0, start - segment.start),
    }))
}

function isIn(segment: Span, block: Span): boolean {
  return block.start <= segment.start && segment.start < block.end
}

/** The first paragraph of the body that has words. */
function firstWords(letter: LetterDocument, body: BodyMap, main: string): Anchored['words'] {
  for (const block of letter.blocks) {
    const words = block.story === 'body' ? anchor(letter, body, main, block) : undefined
    if (words) return words
  }
  return undefined
}

/** What the comments put into the letter. Marks at the same place share one cut. */
function markEdits(body: BodyMap, comments: readonly Anchored[], { prefix: w, declaration }: Markup): Edit[] {
  const cuts = new Map<number, { place: Place; ends: string; starts: string }>()
  const cutAt = (place: Place) => {
    const known = cuts.get(place.at) ?? { place, ends: '', starts: '' }
    cuts.set(place.at, known)
    return known
  }
  let whole = ''
  for (const { id, words } of comments) {
    const start = `<${w}:commentRangeStart${declaration} ${w}:id="${id}"/>`
    const reference = `<${w}:r${declaration}><${w}:commentReference ${w}:id="${id}"/></${w}:r>`
    const end = `<${w}:commentRangeEnd${declaration} ${w}:id="${id}"/>${reference}`
    if (words) {
      cutAt(words.start).starts += start
      cutAt(words.end).ends += end
    } else whole += start + end
  }
  const edits = new Map<string, Edit>()
  for (const { place, ends, starts } of cuts.values()) {
    const { at, close, reopen } = place
    for (const edit of place.edits) edits.set(`${edit.start}-${edit.end}`, edit)
    edits.set(`${at}`, { start: at, end: at, text: close + ends + starts + reopen })
  }
  const first = body.firstParagraph
  if (whole !== '' && first?.emptyTag) {
    const { slash, end } = first.emptyTag
    edits.set('whole', { start: slash, end: slash + 2, text: `>${whole}${end}` })
  } else if (whole !== '' && first) edits.set('whole', { start: first.at, end: first.at, text: whole })
  return [...edits.values()].filter(({ start, end, text }) => start < end || text !== '')
}
