import type { Letter, Span, SuppressedViolation, Violation } from './types.ts'

/** What a letter says about a violation that is to be accepted: `klarbrev-ignore complaint/fee -- agreed with Legal`. */
export interface Suppression {
  readonly ruleIds: readonly string[]
  /** Without a reason it has no effect. */
  readonly reason: string | undefined
  readonly by: Exclude<SuppressedViolation['suppressedBy'], 'baseline'>
  /** The part of `Letter.text` in which violations are accepted. */
  readonly covers: Span
  /** Where in `Letter.text` to say that something is wrong with it. */
  readonly place: Span
  /** Whether it accepted anything; known when all rules have run. */
  readonly used?: boolean
}

const comments = /<!--\s*klarbrev-ignore(-start|-end)?(?=\s)([^>]*?)-->/gu
/** Rule ids, and after `--`, `–`, `—` or `: ` the reason. */
const content = /^\s*([\w*/, -]*?[\w*])?\s*(?:(?:--+|[–—]|:(?=\s))\s*(\S[\s\S]*?)?)?\s*$/u

/**
 * What a letter says may be accepted: in HTML comments of a Markdown or text file (the next block, or the section where
 * a heading comes next; or from `-start` to `-end`), in the front matter (the whole letter), or in Word comments (the
 * words they are on).
 */
export function findSuppressions(letter: Letter): Suppression[] {
  return [...inComments(letter), ...inFrontMatter(letter), ...inWordComments(letter)]
}

/** The suppression that accepts a violation, if one does: the first with a reason, else the first. */
export function suppressionOf(violation: Violation, suppressions: readonly Suppression[]): Suppression | undefined {
  const fitting = suppressions.filter(
    ({ ruleIds, covers }) =>
      ruleIds.includes(violation.ruleId) && violation.span.start < covers.end && violation.span.end >= covers.start,
  )
  return fitting.find(({ reason }) => reason !== undefined) ?? fitting[0]
}

function readContent(text: string): Pick<Suppression, 'ruleIds' | 'reason'> {
  const [, ids = '', reason] = content.exec(text) ?? []
  return { ruleIds: ids.split(/[\s,]+/u).filter(Boolean), reason }
}

function* inComments(letter: Letter): Generator<Suppression> {
  const { source } = letter
  if (!source?.includes('klarbrev-ignore')) return
  const open: { at: number; found: Pick<Suppression, 'ruleIds' | 'reason'> }[] = []
  const made = (found: Pick<Suppression, 'ruleIds' | 'reason'>, covers: Span): Suppression => {
    return { ...found, by: 'comment', covers, place: firstLine(letter, covers.start) }
  }
  for (const match of source.matchAll(comments)) {
    const found = readContent(match[2] ?? '')
    const at = textOffset(letter, match.index)
    if (match[1] === '-start') open.push({ at, found })
    else if (match[1] === '-end') {
      const begun = open.findLastIndex(
        (one) => found.ruleIds.length === 0 || one.found.ruleIds.join() === found.ruleIds.join(),
      )
      const [one] = begun < 0 ? [] : open.splice(begun, 1)
      if (one) yield made(one.found, { start: one.at, end: at })
    } else yield made(found, nextPart(letter, at))
  }
  for (const { at, found } of open) yield made(found, { start: at, end: letter.text.length + 1 })
}

function* inFrontMatter(letter: Letter): Generator<Suppression> {
  const value = letter.frontMatter['klarbrev-ignore']
  for (const part of value?.split(';') ?? []) {
    const covers = { start: 0, end: letter.text.length + 1 }
    yield { ...readContent(part), by: 'front-matter', covers, place: firstLine(letter, 0) }
  }
}

function* inWordComments(letter: Letter): Generator<Suppression> {
  for (const { kind, start, end, text: said = '' } of letter.marks) {
    const [, text] = (kind === 'comment' && /^\s*klarbrev-ignore(?=\s)(.*)$/su.exec(said)) || []
    if (text === undefined) continue
    const block = letter.blocks.find((one) => one.start <= start && start <= one.end)
    yield { ...readContent(text), by: 'word-comment', covers: block ?? { start, end }, place: { start, end } }
  }
}

/** Where in the text the first character stands that comes at or after an offset of the file. */
function textOffset({ segments, text }: Letter, source: number): number {
  const next = segments.find((segment) => segment.source + (segment.end - segment.start) > source)
  return next ? next.start + Math.max(0, source - next.source) : text.length
}

/** The block that stands at or after an offset; with a heading, everything up to the next one. */
function nextPart({ blocks, text }: Letter, offset: number): Span {
  const first = blocks.findIndex((block) => block.end > offset)
  const block = blocks[first]
  if (!block) return { start: text.length, end: text.length + 1 }
  if (block.kind !== 'heading') return { start: block.start, end: block.end }
  const next = blocks.slice(first + 1).find((other) => other.kind === 'heading' && other.depth <= block.depth)
  return { start: block.start, end: next ? next.start : text.length + 1 }
}

function firstLine({ blocks, text }: Letter, offset: number): Span {
  const block = blocks.find((one) => one.end > offset) ?? blocks.at(-1)
  return block?.lines[0] ?? { start: 0, end: Math.min(1, text.length) }
}
