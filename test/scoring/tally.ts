/** How often one thing was found where it is, missed, and found where it is not. */
export interface Tally {
  readonly name: string
  readonly hits: number
  readonly missed: readonly string[]
  readonly falseAlarms: readonly string[]
}

/** Something that was tried: what is in it, and what was found. */
export interface Tried {
  readonly name: string
  readonly has: ReadonlySet<string>
  readonly found: ReadonlySet<string>
}

/** A tally for each name over all that was tried. */
export function tallyEach(names: readonly string[], tried: readonly Tried[]): Tally[] {
  return names.map((name) => {
    const among = (wanted: boolean, got: boolean): string[] =>
      tried.flatMap((one) => (one.has.has(name) === wanted && one.found.has(name) === got ? [one.name] : []))
    return { name, hits: among(true, true).length, missed: among(true, false), falseAlarms: among(false, true) }
  })
}

/** Recall and precision of some tallies together; 1 where there is nothing to count. */
export function totalOf(tallies: readonly Tally[]): { recall: number; precision: number } {
  const sum = (count: (tally: Tally) => number): number => tallies.reduce((total, tally) => total + count(tally), 0)
  const hits = sum((tally) => tally.hits)
  const ratio = (wrong: number): number => (hits + wrong === 0 ? 1 : hits / (hits + wrong))
  return { recall: ratio(sum(({ missed }) => missed.length)), precision: ratio(sum((one) => one.falseAlarms.length)) }
}

/** The tallies as a table, for people; `KLARBREV_REMARKS=1` adds all that went wrong. */
export function describeTallies(title: string, tallies: readonly Tally[]): string {
  const line = (name: string, some: readonly Tally[]): string => {
    const { recall, precision } = totalOf(some)
    return `  ${name.padEnd(24)} recall ${recall.toFixed(3)}  precision ${precision.toFixed(3)}`
  }
  const remarks = tallies.flatMap(({ name, missed, falseAlarms }) => [
    ...missed.map((one) => `missed ${name}: ${one}`),
    ...falseAlarms.map((one) => `false ${name}: ${one}`),
  ])
  return [
    title,
    ...tallies.map((tally) => line(tally.name, [tally])),
    line('ALL', tallies),
    ...(process.env['KLARBREV_REMARKS'] ? remarks : []),
  ].join('\n')
}
