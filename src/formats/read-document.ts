import { KlarbrevError } from '../errors.ts'
import type { Format, LetterDocument } from '../types.ts'
import { decodeText } from './decode.ts'

export interface DocumentOptions {
  /** What the file is. Without it the name of the file says so, and without a name the file itself. */
  readonly format?: Format
  readonly path?: string
}

const extensions: ReadonlyMap<string, Format> = new Map([
  ['md', 'markdown'],
  ['markdown', 'markdown'],
  ['mdown', 'markdown'],
  ['txt', 'text'],
  ['text', 'text'],
  ['docx', 'docx'],
  ['docm', 'docx'],
  ['dotx', 'docx'],
  ['dotm', 'docx'],
])

/**
 * Reads a letter: Markdown, plain text or Word.
 *
 * Throws `input-unknown-format`, `docx-is-doc`, what `decodeText` throws, and what the reader of the format throws.
 */
export async function readDocument(
  source: string | Uint8Array,
  options: DocumentOptions = {},
): Promise<LetterDocument> {
  const format = options.format ?? formatOfPath(options.path) ?? formatOfContent(source)
  if (format === 'docx') {
    if (typeof source === 'string') throw new KlarbrevError('docx-not-zip')
    const { readDocx } = await import('./docx/read-docx.ts')
    return readDocx(source)
  }
  const text = typeof source === 'string' ? source : decodeText(source)
  return readAs(format ?? formatOfText(text), text)
}

/** remark takes longer to load than most letters take to read, so it is loaded only for what needs it. */
async function readAs(format: 'markdown' | 'text', text: string): Promise<LetterDocument> {
  if (format === 'text') return (await import('./text.ts')).readText(text)
  const { needs, finish } = (await import('./markdown-document.ts')).prepareMarkdown(text)
  if (needs === 'tables') return finish((await import('./markdown-tables.ts')).parseTables)
  return finish(needs === 'parser' ? (await import('./markdown-remark.ts')).parseMarkdown : noParser)
}

function noParser(): never {
  throw new Error('Markdown that needs no parser was parsed')
}

function formatOfPath(path: string | undefined): Format | undefined {
  const name = path?.split(/[\\/]/).at(-1) ?? ''
  const extension = /[^.]\.([^.]*)$/.exec(name)?.[1]?.toLowerCase()
  if (!extension) return undefined
  if (extension === 'doc' || extension === 'dot') throw new KlarbrevError('docx-is-doc')
  const format = extensions.get(extension)
  if (!format) throw new KlarbrevError('input-unknown-format', { extension: `.${extension}` })
  return format
}

const zip = [0x50, 0x4b]
/** Compound file: an old Word file, or a new one with a password. The Word reader tells them apart. */
const compoundFile = [0xd0, 0xcf, 0x11, 0xe0]

function formatOfContent(source: string | Uint8Array): 'docx' | undefined {
  if (typeof source === 'string') return undefined
  return [zip, compoundFile].some((magic) => magic.every((byte, index) => source[index] === byte)) ? 'docx' : undefined
}

/** Marks that people use in Markdown and hardly ever in plain text. */
const markdownMarks =
  /^---\r?\n[^\n]*:|^ {0,3}#{1,6} \S|\*\*\S|\]\(\S|^ {0,3}(?:```|~~~)|^ {0,3}\|?[ \t]*:?-{2,}:?[ \t]*\|/m

function formatOfText(text: string): 'markdown' | 'text' {
  return markdownMarks.test(text) ? 'markdown' : 'text'
}
