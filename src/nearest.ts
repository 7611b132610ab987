/**
 * The candidate that `word` most likely was meant to be, or undefined when none is near: at most a third of the
 * longer one may differ, but always one letter. The first of equals wins.
 */
export function nearest(word: string, candidates: readonly string[]): string | undefined {
  const lower = word.toLowerCase()
  let best: { candidate: string; distance: number } | undefined
  for (const candidate of candidates) {
    const distance = editDistance(lower, candidate.toLowerCase())
    const allowed = Math.max(1, Math.floor(Math.max(word.length, candidate.length) / 3))
    if (distance <= allowed && distance < (best?.distance ?? Number.POSITIVE_INFINITY)) best = { candidate, distance }
  }
  return best?.candidate
}

/** The rule id that was meant; people often leave the group out, or the second half. */
export function nearestRule(id: string, known: readonly string[]): string | undefined {
  const whole = nearest(id, known)
  if (whole !== undefined) return whole
  const names = known.map((ruleId) => ruleId.slice(ruleId.indexOf('/') + 1))
  const name = nearest(id.slice(id.indexOf('/') + 1), names)
  return name === undefined ? undefined : known[names.indexOf(name)]
}

/** Letters to add, drop, change, or swap with their neighbour (optimal string alignment distance). */
function editDistance(left: string, right: string): number {
  let beforePrevious: number[] = []
  let previous = Array.from({ length: right.length + 1 }, (_, index) => index)
  for (let row = 1; row <= left.length; row += 1) {
    const current = [row]
    for (let column = 1; column <= right.length; column += 1) {
      const same = left[row - 1] === right[column - 1]
      const swapped = left[row - 1] === right[column - 2] && left[row - 2] === right[column - 1]
      current[column] = Math.min(
        at(previous, column) + 1,
        at(current, column - 1) + 1,
        at(previous, column - 1) + (same ? 0 : 1),
        swapped ? at(beforePrevious, column - 2) + 1 : Number.POSITIVE_INFINITY,
      )
    }
    beforePrevious = previous
    previous = current
  }
  return at(previous, right.length)
}

function at(row: readonly number[], column: number): number {
  return row[column] ?? Number.POSITIVE_INFINITY
}
