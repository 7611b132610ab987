/** Where text goes. */
interface Output {
  write(text: string): unknown
  readonly isTTY?: boolean | undefined
  readonly columns?: number | undefined
}

/** What the command line needs of the world around it; tests give their own. */
export interface Io {
  readonly stdout: Output
  readonly stderr: Output
  readonly stdin: AsyncIterable<Uint8Array>
  readonly env: Readonly<Record<string, string | undefined>>
  readonly cwd: string
  /** ISO `YYYY-MM-DD`; decides what in a baseline has expired. */
  readonly today?: string
  /** Aborted when the user interrupts; what is half done is then cleared away at once. */
  readonly signal?: AbortSignal
}
