/** How elements of a namespace are written at any place of a part: which prefix, and the declaration they may need. */
export interface Markup {
  readonly prefix: string
  /** Blank, or ` xmlns:…="…"` for every element that stands by itself. */
  readonly declaration: string
  readonly namespace: string
}

/** A prefix of our own, for parts that use none, or more than one. */
const ownPrefix = 'klarbrev'

/**
 * Reads from the first tag of a part how its elements are written. A prefix counts only if the part declares it once, in
 * that tag: then it means the same everywhere. Attributes need a prefix, so a default namespace is not enough.
 */
export function markupOf(source: string): Markup {
  const tag = rootTag(source)
  const prefix = /^<([^\s:/>]+):/u.exec(tag)?.[1] ?? ''
  const name = prefix === '' ? 'xmlns' : `xmlns:${prefix}`
  const namespace = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`, 'u').exec(tag)
  const uri = namespace?.[1] ?? namespace?.[2] ?? ''
  if (prefix !== '' && source.split(new RegExp(`\\sxmlns:${prefix}\\s*=`, 'u')).length === 2)
    return { prefix, declaration: '', namespace: uri }
  return { prefix: ownPrefix, declaration: ` xmlns:${ownPrefix}="${uri}"`, namespace: uri }
}

/** The first tag of a part, after declaration and comments. */
function rootTag(source: string): string {
  const start = /^(?:\s|<\?[^>]*\?>|<!--[\s\S]*?-->)*/u.exec(source)?.[0].length ?? 0
  return /^<(?:[^"'>]|"[^"]*"|'[^']*')*>/u.exec(source.slice(start))?.[0] ?? ''
}

/** The part with `content` as the last thing in its root. */
export function appendToRoot(source: string, content: string): string {
  const tag = rootTag(source)
  const at = source.indexOf(tag)
  if (tag.endsWith('/>')) {
    const name = /^<([^\s/>]+)/u.exec(tag)?.[1] ?? ''
    return `${source.slice(0, at)}${tag.slice(0, -2)}>${content}</${name}>${source.slice(at + tag.length)}`
  }
  const end = source.lastIndexOf('</')
  return source.slice(0, end) + content + source.slice(end)
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** Text as it may stand in XML: what XML forbids is left out, half a character too. */
export function escapeXml(text: string): string {
  return text
    .replace(/[\p{Cs}\uFFFE\uFFFF]|(?![\t\n\r\u007F-\u009F])\p{Cc}/gu, '')
    .replace(/[&<>"]/gu, (sign) => entities[sign] ?? '')
}
