import { defineCheck } from './check.ts'
import { countWords } from './count-words.ts'
import type { ProseSentence } from './prose.ts'

/** Paragraphs with more than `words` words or `sentences` sentences. */
export const paragraphLength = defineCheck(
  (z) => z.strictObject({ words: z.int().positive(), sentences: z.int().positive() }),
  function* ({ letter, view, prose }, { words, sentences }) {
    for (const paragraph of paragraphsOf(prose)) {
      const block = letter.blocks[paragraph[0]!.sentence.block]!
      if (block.kind !== 'paragraph') continue
      const count = paragraph.reduce((sum, one) => sum + countWords(view, one), 0)
      if (count <= words && paragraph.length <= sentences) continue
      const { start, end } = block
      yield { span: { start, end }, values: { count, sentences: paragraph.length, max: words } }
    }
  },
)

function paragraphsOf(prose: readonly ProseSentence[]): ProseSentence[][] {
  const paragraphs: ProseSentence[][] = []
  for (const one of prose) {
    const last = paragraphs.at(-1)
    if (last && last[0]!.sentence.block === one.sentence.block) last.push(one)
    else paragraphs.push([one])
  }
  return paragraphs
}
