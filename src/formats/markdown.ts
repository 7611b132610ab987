import type { LetterDocument } from '../types.ts'
import { type MarkdownOptions, prepareMarkdown } from './markdown-document.ts'
import { parseMarkdown } from './markdown-remark.ts'
import { parseTables } from './markdown-tables.ts'

/**
 * Reads a letter written in Markdown (CommonMark with tables and front matter). Code blocks, HTML, comments, images
 * and the addresses of links are no text; merge fields in angle brackets are. A bold line of its own is a heading.
 *
 * Throws `input-too-large`. What is too complex to parse is taken as plain text and noted as `too-complex`.
 */
export function readMarkdown(source: string, options?: MarkdownOptions): LetterDocument {
  const { needs, finish } = prepareMarkdown(source, options)
  return finish(needs === 'tables' ? parseTables : parseMarkdown)
}
