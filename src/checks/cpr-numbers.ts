import { findCprNumbers } from '../language/contacts.ts'
import type { Letter, Reading, Span } from '../types.ts'
import { defineCheck } from './check.ts'

/**
 * Full CPR numbers. `of: reader`: every mention, where the letter holds the number of one person only; an error in the
 * subject and beside the recipient's address, where they can be seen from outside. `of: others`: where it holds those of
 * several people, each number but the reader's own, once.
 */
export const cprNumbers = defineCheck(
  (z) => z.strictObject({ of: z.enum(['reader', 'others']) }),
  function* ({ letter, reading }, { of }) {
    const mentions = findCprNumbers(letter.text)
    const people = new Map(mentions.toReversed().map((mention) => [mention.value, mention]))
    if (of === 'reader' && people.size === 1) {
      for (const mention of mentions) {
        yield {
          span: spanOf(mention),
          severity: isSeenFromOutside(letter, reading, mention) ? 'error' : 'warning',
        }
      }
    }
    if (of === 'others' && people.size > 1) {
      const own = mentions.find((mention) => isSeenFromOutside(letter, reading, mention)) ?? mentions[0]
      const others = [...people.values()].filter(({ value }) => value !== own?.value)
      for (const other of others.toReversed()) yield { span: spanOf(other) }
    }
  },
)

/** In the subject, in a heading, or in the block of the recipient's address. */
function isSeenFromOutside({ blocks, text }: Letter, { elements }: Reading, number: Span): boolean {
  const subject = elements.subject ?? []
  if (subject.some(({ start, end }) => start <= number.start && number.end <= end)) return true
  const block = blocks.find(({ start, end }) => start <= number.start && number.end <= end)
  if (!block) return false
  const address = (elements.recipient ?? []).filter(({ start, end }) => block.start <= start && end <= block.end)
  const first = address[0]
  const last = address.at(-1)
  if (!first || !last) return false
  const between = text.slice(Math.min(last.end, number.end), Math.max(first.start, number.start))
  return number.start >= first.start && (number.start < last.end || between.split('\n').length <= 2)
}

function spanOf({ start, end }: Span): Span {
  return { start, end }
}
