import type { LetterDocument, ParseNote } from '../types.ts'
import { assertTextLength } from './decode.ts'
import { type FrontMatter, readFrontMatter } from './front-matter.ts'
import { type Wrapping, wrappingOf } from './lines.ts'
import { textLabelsOf, type Writing, writeOwnParagraph, writeTree } from './markdown-blocks.ts'
import { hasDefinitions, markdownParts, type Part } from './markdown-parts.ts'
import { simpleTree } from './markdown-shapes.ts'
import { possibleShortening, type ShortText, shorten } from './markdown-shorten.ts'
import type { MarkdownTree } from './markdown-tree.ts'
import { mergeFieldTest } from './merge-field.ts'
import { type Line, writeLines } from './paragraph.ts'
import { type SourceLine, sourceLines, withLineFeeds } from './source-lines.ts'
import { TextBuilder } from './text-builder.ts'

/** A parser of Markdown. The trees it gives may be shared, so nobody changes them. */
export type ParseMarkdown = (markdown: string) => MarkdownTree

export interface MarkdownOptions {
  /**
   * Whether remark is spared what has no say in the structure (`markdown-parts.ts`, `markdown-shorten.ts`,
   * `markdown-shapes.ts`). The document is the same without; a test compares the two. Default true.
   */
  readonly shorten?: boolean
}

/** A letter in Markdown as far as it can be understood without remark, which takes long to load. */
export interface PreparedMarkdown {
  /** What the rest needs: a parser, one that knows tables, or none at all. */
  readonly needs: 'nothing' | 'parser' | 'tables'
  readonly finish: (parse: ParseMarkdown) => LetterDocument
}

/** Lines of a file, and for a marked part what remark is to read of them, or its tree where that is clear. */
interface PreparedPart {
  readonly kind: Part['kind']
  readonly lines: readonly SourceLine[]
  readonly short: ShortText | undefined
  readonly tree: MarkdownTree | undefined
}

/**
 * Takes a letter in Markdown apart.
 *
 * Throws `input-too-large`. What is too complex to parse is taken as plain text and noted as `too-complex`.
 */
export function prepareMarkdown(source: string, options: MarkdownOptions = {}): PreparedMarkdown {
  assertTextLength(source)
  const matter = readFrontMatter(source)
  const work = withLineFeeds(source)
  const parts = prepareParts(work, matter.end, options.shorten ?? true)
  const open = parts.filter((part) => part.short && !part.tree)
  const hasTables = open.some((part) => part.short?.text.includes('|'))
  return {
    needs: hasTables ? 'tables' : open.length > 0 ? 'parser' : 'nothing',
    finish: (parse) => finishMarkdown(source, work, matter, parts, parse),
  }
}

function prepareParts(source: string, from: number, shortened: boolean): PreparedPart[] {
  const lines = sourceLines(source, from)
  const isField = mergeFieldTest(source)
  const mayShorten = shortened && !hasDefinitions(source)
  return markdownParts(source, lines, shortened).map(({ kind, first, last }) => {
    const own = lines.slice(first, last)
    if (kind !== 'marked') return { kind, lines: own, short: undefined, tree: undefined }
    const [start, end] = [own[0]?.from ?? 0, own.at(-1)?.end ?? 0]
    const shortening = mayShorten ? possibleShortening(source.slice(start, end), isField) : 'none'
    const short = shorten(source, start, end, shortening, isField)
    return { kind, lines: own, short, tree: shortening === 'runs' ? simpleTree(short.text) : undefined }
  })
}

function finishMarkdown(
  source: string,
  work: string,
  matter: FrontMatter,
  parts: readonly PreparedPart[],
  parse: ParseMarkdown,
): LetterDocument {
  const builder = new TextBuilder()
  let wrapping: Wrapping | undefined
  const writing: Writing = {
    builder,
    source: work,
    wrapping: () => (wrapping ??= wrappingOf(work.slice(matter.end))),
    tables: { count: 0 },
  }
  const notes: ParseNote[] = []
  for (const { kind, lines, short, tree } of parts) {
    if (short) writeMarked(writing, short, tree ?? parse(short.text))
    else if (kind === 'plain') writePlain(writing, lines)
    else notes.push(...writeComplex(writing, lines))
  }
  return {
    format: 'markdown',
    text: builder.text(),
    source,
    blocks: builder.blocks,
    segments: builder.segments,
    marks: builder.marks,
    notes,
    frontMatter: matter.values,
  }
}

function writeMarked(writing: Writing, short: ShortText, tree: MarkdownTree): void {
  const { source } = writing
  writeTree(writing, {
    tree,
    markdown: short.text,
    source,
    toSource: short.toSource,
    textLabels: short.text.includes(']:') ? textLabelsOf(tree.root) : new Set(),
  })
}

function writeComplex(writing: Writing, lines: readonly SourceLine[]): ParseNote[] {
  const before = writing.builder.blocks.length
  const wrapped = lines.map(() => false)
  writeLines(
    writing.builder,
    { kind: 'paragraph' },
    lines.map((line) => sourceLine(writing, line)),
    wrapped,
  )
  const block = writing.builder.blocks[before]
  return block ? [{ code: 'too-complex', span: { start: block.start, end: block.end } }] : []
}

function sourceLine({ source }: Writing, line: SourceLine): Line {
  const text = source.slice(line.textStart, line.textEnd)
  return { pieces: [{ text, from: line.textStart, strong: false }], breakAt: line.from - 1, hard: false }
}

/** Writes lines without marks: a paragraph, a heading, or a heading and the paragraph under it. */
function writePlain(writing: Writing, lines: readonly SourceLine[]): void {
  const { source, builder } = writing
  const [first] = lines
  const heading = first && /^(#{1,6}[ \t]+)(.*)$/.exec(source.slice(first.from, first.textEnd))
  if (first && heading) {
    const [, marks = '', words = ''] = heading
    const text = withoutClosingMarks(words)
    const line: Line = { pieces: [{ text, from: first.from + marks.length, strong: false }], breakAt: 0, hard: false }
    writeLines(builder, { kind: 'heading', depth: marks.trimEnd().length }, [line], [true])
  }
  const rest = heading ? lines.slice(1) : lines
  const paragraph = rest.map((line, index) => {
    const before = rest[index - 1]
    return { ...sourceLine(writing, line), hard: before !== undefined && endsWithHardBreak(source, before) }
  })
  writeOwnParagraph(writing, paragraph)
}

/** "Klage ##" is the heading "Klage"; "C#" stays as it is. */
function withoutClosingMarks(heading: string): string {
  let end = heading.length
  while (heading[end - 1] === '#') end--
  return end === heading.length || /[^ \t]/.test(heading[end - 1] ?? ' ') ? heading : heading.slice(0, end).trimEnd()
}

/** Two spaces or more, and nothing else, at the end of a line. */
function endsWithHardBreak(source: string, line: SourceLine): boolean {
  return /^ {2,}\r?$/.test(source.slice(line.textEnd, line.end))
}
