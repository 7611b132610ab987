import type { Nodes, Root } from 'nlcst'
import { unified } from 'unified'
import { VFile } from 'vfile'
import { expect, test } from 'vitest'
import { retextDanish, toNlcst } from '../../src/language/nlcst.ts'
import { letterOf } from './cut.ts'

const text = 'Du får bl.a. 500 kr. Du kan klage!\n\nSe § 4 – tak.'

function* walk(node: Nodes): Generator<Nodes> {
  yield node
  if ('children' in node) for (const child of node.children) yield* walk(child)
}

function read(source: string): Root {
  return unified().use(retextDanish).parse(source)
}

test('sentences and words are ours', () => {
  const nodes = [...walk(read(text))]
  expect(nodes.filter(({ type }) => type === 'ParagraphNode')).toHaveLength(2)
  expect(nodes.filter(({ type }) => type === 'SentenceNode')).toHaveLength(3)
  expect(nodes.flatMap((node) => (node.type === 'TextNode' ? [node.value] : []))).toEqual([
    'Du',
    'får',
    'bl.a.',
    '500',
    'kr.',
    'Du',
    'kan',
    'klage',
    'Se',
    '4',
    'tak',
  ])
})

test.each([text, '', '\n\n', '*** \n\nHej\nmed dig. ***\n', '👍 Ja. 👍'])(
  'the leaves of %j put the text together, each at its place',
  (source) => {
    let whole = ''
    for (const node of walk(read(source))) {
      if (!('value' in node)) continue
      expect(source.slice(node.position?.start.offset, node.position?.end.offset)).toBe(node.value)
      whole += node.value
    }
    expect(whole).toBe(source)
  },
)

test('lines and columns count from one', () => {
  const word = [...walk(read(text))].find((node) => node.type === 'TextNode' && node.value === 'tak')
  expect(word?.position?.start).toEqual({ line: 3, column: 10, offset: text.indexOf('tak') })
})

test('a retext plugin runs and reports places', async () => {
  /** Warns of words in capitals. */
  function noShouting() {
    return (tree: Root, file: VFile) => {
      for (const node of walk(tree)) {
        if (node.type === 'TextNode' && /^\p{Lu}{3,}$/u.test(node.value)) file.message(`${node.value} is loud`, node)
      }
    }
  }
  const file = new VFile('Det er\nVIGTIGT. Ja.')
  const processor = unified().use(retextDanish).use(noShouting)
  await processor.run(processor.parse(file), file)
  expect(file.messages.map(({ message, line, column }) => [message, line, column])).toEqual([['VIGTIGT is loud', 2, 1]])
})

test('a letter becomes a tree with the letter’s own offsets', () => {
  const letter = letterOf('Kære Anna\nDu får hjælp. Vi ringer.')
  const root = toNlcst(letter)
  expect(root.children.filter(({ type }) => type === 'ParagraphNode')).toHaveLength(2)
  expect(root.position?.end.offset).toBe(letter.text.length)
})
