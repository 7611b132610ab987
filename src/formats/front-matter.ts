export interface FrontMatter {
  /** Without a prototype, so that a key such as `__proto__` is a key like any other. */
  readonly values: Readonly<Record<string, string>>
  /** Where the letter itself begins. */
  readonly end: number
}

const opening = /^\uFEFF?---[ \t]*(?:\r?\n)/
const closing = /^(?:---|\.\.\.)[ \t]*\r?$/
const entry = /^([\p{L}\p{N}_][\p{L}\p{N}_.-]*)[ \t]*:(?:[ \t]+(.*))?$/u
/** What YAML may hold besides: blank lines, comments, list items and continuation lines. They are skipped. */
const skipped = /^\s*$|^\s*#|^[ \t]+|^- /

/**
 * Reads `key: value` lines between `---` lines at the very start of a file. A tiny reader of its own: a letter is not
 * trusted, and YAML can do far more than name a language. What is no front matter is text.
 */
export function readFrontMatter(source: string): FrontMatter {
  const values: Record<string, string> = Object.create(null)
  const start = opening.exec(source)?.[0].length
  const none = { values: Object.create(null), end: source.startsWith('\uFEFF') ? 1 : 0 }
  if (start === undefined) return none
  for (let at = start; at < source.length; ) {
    const feed = source.indexOf('\n', at)
    const end = feed < 0 ? source.length : feed
    const line = source.slice(at, end)
    if (closing.test(line)) return { values, end: Math.min(end + 1, source.length) }
    const [, key, value] = entry.exec(line.trimEnd()) ?? []
    if (key !== undefined) values[key] = unquote(value ?? '')
    else if (!skipped.test(line)) return none
    at = end + 1
  }
  return none
}

function unquote(value: string): string {
  const text = value.trim()
  const quoted = /^(["'])(.*)\1(?:[ \t]+#.*)?$/.exec(text)
  return quoted ? (quoted[2] ?? '') : text.replace(/(?:^|[ \t]+)#(?:[ \t].*)?$/, '').trimEnd()
}
