import { locate } from './formats/locate.ts'
import { type LintOptions, lintText } from './lint-text.ts'
import type { LetterResult } from './types.ts'

/** A text after the replacements that are certain. */
export interface FixedText {
  readonly text: string
  /** How many replacements were made. */
  readonly count: number
}

/** One replacement may uncover another, never many in a row; more rounds than this mean that two undo each other. */
const mostRounds = 10

/**
 * Makes every replacement in a Markdown or text letter that is certain to be right and grammatical, and again until
 * there are none left. Everything else in the text stays as it is. Throws a KlarbrevError for a letter that can't be read.
 */
export async function fixText(source: string, options: LintOptions = {}): Promise<FixedText> {
  let fixed: FixedText = { text: source, count: 0 }
  for (let round = 0; round < mostRounds; round += 1) {
    const { text, count } = applyFixes(await lintText(fixed.text, options))
    if (count === 0) break
    fixed = { text, count: fixed.count + count }
  }
  return fixed
}

/**
 * The file's text with the fixes of a result made once. A fix whose words are written otherwise in the file (with
 * markup or a soft hyphen between them) is left out, and so is one that overlaps another. Word files have no text of
 * their own: nothing is fixed.
 */
export function applyFixes({ letter, violations }: LetterResult): FixedText {
  const { source } = letter
  if (source === undefined) return { text: '', count: 0 }
  const edits = violations
    .flatMap(({ fixes = [] }) => fixes)
    .map((fix) => ({ ...locate(letter, fix), text: fix.text, words: letter.text.slice(fix.start, fix.end) }))
    .filter(({ offset, endOffset, words }) => source.slice(offset, endOffset) === words)
    .sort((a, b) => a.offset - b.offset || a.endOffset - b.endOffset)
  let text = ''
  let end = 0
  let count = 0
  for (const edit of edits) {
    if (edit.offset < end) continue
    text += source.slice(end, edit.offset) + edit.text
    end = edit.endOffset
    count += 1
  }
  return { text: text + source.slice(end), count }
}
