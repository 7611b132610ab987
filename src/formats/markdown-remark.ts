import type { Nodes } from 'mdast'
import remarkParse from 'remark-parse'
import { type Data, unified } from 'unified'
import type { ParseMarkdown } from './markdown-document.ts'
import type { MarkdownTree, Place } from './markdown-tree.ts'

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

/** What a parser knows besides CommonMark. */
export interface ParserExtensions {
  readonly syntax: NonNullable<Data['micromarkExtensions']>
  readonly tree: readonly TreeExtension[]
}

/** Makes a parser that remembers where the pieces of a text stand. */
export function createParser({ syntax, tree }: ParserExtensions): ParseMarkdown {
  const processor = unified()
    .use(remarkParse)
    .data('micromarkExtensions', syntax)
    .data('fromMarkdownExtensions', [...tree, placing])
    .freeze()
  const known = new Map<string, MarkdownTree>()
  return (markdown) => {
    const seen = known.get(markdown)
    if (seen) return seen
    recorded = []
    const parsed = { root: processor.parse(markdown), places: recorded }
    if (shape.test(markdown)) {
      if (known.size >= shapeLimit) known.clear()
      known.set(markdown, parsed)
    }
    return parsed
  }
}

/**
 * Markdown that holds nothing but marks and the `x` of `shorten`: lists, bold lines and the like come in few shapes,
 * and remark need not read the same shape twice. No words of a letter are kept.
 */
const shape = /^[x\d\s.,:;?!()[\]*_`#>+|=-]{1,200}$/
const shapeLimit = 500

/** Parses CommonMark. */
export const parseMarkdown: ParseMarkdown = createParser({ syntax: [], tree: [] })
