import type { Root } from 'mdast'

/**
 * A run of characters of a text or inline code node: where it stands in the Markdown and where its value ends in the
 * node's value. Markdown and value differ in length for an entity; between two runs stands a line ending.
 */
export interface Place {
  readonly start: number
  readonly end: number
  readonly valueEnd: number
}

/** What a parser finds in Markdown. Of the positions only the offsets count. */
export interface MarkdownTree {
  readonly root: Root
  /** In the order of the text. */
  readonly places: readonly Place[]
}
