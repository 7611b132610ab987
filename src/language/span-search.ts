import type { Span } from '../types.ts'

/** The number of the last span that begins at or before an offset, of spans in order; -1 when there is none. */
function lastAtOrBefore(spans: readonly Span[], offset: number): number {
  let low = 0
  let high = spans.length - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    if (spans[middle]!.start <= offset) low = middle + 1
    else high = middle - 1
  }
  return high
}

/** The number of the span that holds an offset, of spans in order that don't overlap; -1 when none does. */
export function spanAt(spans: readonly Span[], offset: number): number {
  const index = lastAtOrBefore(spans, offset)
  return index >= 0 && offset < spans[index]!.end ? index : -1
}
