import { defineCheck } from './check.ts'

/** A letter of more than `words` words without a heading inside its text. */
export const headings = defineCheck(
  (z) => z.strictObject({ words: z.int().positive() }),
  function* ({ letter, reading, prose }, { words }) {
    const first = prose[0]
    if (!first) return
    const count = prose.reduce((sum, { sentence }) => sum + sentence.words.length, 0)
    if (count <= words) return
    const inside = ({ start }: { start: number }): boolean => start > first.sentence.start
    const titled = reading.sections.some(({ kind, heading }) => heading && kind !== 'signature' && inside(heading))
    if (titled || letter.blocks.some((block) => block.kind === 'heading' && inside(block))) return
    yield { span: { start: first.sentence.start, end: first.sentence.end }, values: { count } }
  },
)
