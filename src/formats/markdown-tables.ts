import { gfmTableFromMarkdown } from 'mdast-util-gfm-table'
import { gfmTable } from 'micromark-extension-gfm-table'
import type { ParseMarkdown } from './markdown-document.ts'
import { createParser } from './markdown-remark.ts'

/** Parses CommonMark with tables. A module of its own, since few letters have tables and it takes long to load. */
export const parseTables: ParseMarkdown = createParser({ syntax: [gfmTable()], tree: [gfmTableFromMarkdown()] })
