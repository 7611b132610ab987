import type { Nodes, Root } from 'mdast'
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table'
import { gfmTable } from 'micromark-extension-gfm-table'
import remarkParse from 'remark-parse'
import { type Data, unified } from 'unified'

/**
 * A run of characters of a text or inline code node: where it stands in the Markdown and where its value ends in the
 * node's value. Markdown and value differ in length for an entity; between two runs stands a line ending.
 */
export interface Place {
  readonly start: number
  readonly end: number
  readonly valueEnd: number
}

export interface MarkdownTree {
  readonly root: Root
  /** In the order of the text. */
  readonly places: readonly Place[]
}

type TreeExtension = Exclude<NonNullable<Data['fromMarkdownExtensions']>[number], readonly unknown[]>
type TokenHandler = NonNullable<NonNullable<TreeExtension['exit']>[string]>

/** Places of the tree that is being made. Parsing is synchronous, so there is only ever one. */
let recorded: Place[] = []

/** Does what mdast-util-from-markdown does at the end of a piece of text, and remembers where the piece stands. */
const onText: TokenHandler = function (token) {
  const node = this.stack.pop()
  if (node === undefined || !('value' in node) || !node.position) return
  node.value += this.sliceSerialize(token)
  finishText(node, token)
}

/** As `onText`, for an entity, whose value is already there. */
const onReference: TokenHandler = function (token) {
  const node = this.stack.pop()
  if (node && 'value' in node) finishText(node, token)
}

function finishText(node: Extract<Nodes, { value: string }>, token: Parameters<TokenHandler>[0]): void {
  if (node.position) node.position.end = { ...token.end }
  recorded.push({ start: token.start.offset, end: token.end.offset, valueEnd: node.value.length })
}

const placing: TreeExtension = {
  exit: {
    autolinkEmail: onText,
    autolinkProtocol: onText,
    characterEscapeValue: onText,
    characterReference: onReference,
    codeTextData: onText,
    data: onText,
  },
}

const plainParser = unified().use(remarkParse).data('fromMarkdownExtensions', [placing]).freeze()
const tableParser = unified()
  .use(remarkParse)
  .data('micromarkExtensions', [gfmTable()])
  .data('fromMarkdownExtensions', [gfmTableFromMarkdown(), placing])
  .freeze()

/**
 * Trees of Markdown that holds nothing but marks and the `x` of `shorten`: lists, bold lines and the like come in few
 * shapes, and remark need not read the same shape twice. No words of a letter are kept here.
 */
const knownShapes = new Map<string, MarkdownTree>()
const shape = /^[x\d\s.,:;?!()*_#>+|-]{1,200}$/
const shapeLimit = 500

/** Parses Markdown (CommonMark and tables). The tree may be shared: don't change it. */
export function parseMarkdown(markdown: string): MarkdownTree {
  const known = knownShapes.get(markdown)
  if (known) return known
  const tree = parse(markdown)
  if (shape.test(markdown)) {
    if (knownShapes.size >= shapeLimit) knownShapes.clear()
    knownShapes.set(markdown, tree)
  }
  return tree
}

function parse(markdown: string): MarkdownTree {
  recorded = []
  const root = (markdown.includes('|') ? tableParser : plainParser).parse(markdown)
  return { root, places: recorded }
}
