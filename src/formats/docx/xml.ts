import { SaxesParser } from 'saxes'
import { KlarbrevError } from '../../errors.ts'
import { limits } from '../../limits.ts'

/** Namespaces we read, each under one short name, whatever prefix the file uses. The second row is strict OOXML. */
const shortNames = new Map([
  ['http://schemas.openxmlformats.org/wordprocessingml/2006/main', 'w'],
  ['http://purl.oclc.org/ooxml/wordprocessingml/main', 'w'],
  ['http://schemas.openxmlformats.org/officeDocument/2006/relationships', 'r'],
  ['http://purl.oclc.org/ooxml/officeDocument/relationships', 'r'],
  ['http://schemas.openxmlformats.org/officeDocument/2006/math', 'm'],
  ['http://purl.oclc.org/ooxml/officeDocument/math', 'm'],
  ['http://schemas.openxmlformats.org/markup-compatibility/2006', 'mc'],
  ['http://schemas.microsoft.com/office/word/2010/wordml', 'w14'],
  ['http://schemas.microsoft.com/office/word/2012/wordml', 'w15'],
  ['http://schemas.microsoft.com/office/word/2016/wordml/cid', 'w16cid'],
  ['http://schemas.openxmlformats.org/package/2006/relationships', 'rel'],
  ['http://schemas.openxmlformats.org/package/2006/content-types', 'ct'],
])

/** The tag that is being opened. One object serves all tags: it is only valid during the call. */
export interface XmlTag {
  /** Offset of its `<` in the decoded part. */
  readonly start: number
  /** Offset after its `>`. */
  readonly end: number
  /** Whether `xml:space="preserve"` holds inside it. */
  readonly preserve: boolean
  /** Value of an attribute by its short name (`w:val`), or undefined. */
  attribute(name: string): string | undefined
}

/**
 * What a reader of a part wants to hear. Names are short (`w:p`); those of unknown namespaces are empty. `end` is the
 * offset after the end tag, or after the tag itself where that is both.
 */
export interface XmlHandlers {
  open(name: string, tag: XmlTag): void
  close?(name: string, end: number): void
  /** Raw text between two tags, from `start` to `end`; `raw` means a CDATA section, without entities. */
  text?(start: number, end: number, raw: boolean): void
}

/**
 * Decodes a part by its byte order mark, else by its XML declaration, else as UTF-8.
 * @throws KlarbrevError docx-xml
 */
export function decodeXml(bytes: Uint8Array, part: string): string {
  try {
    return new TextDecoder(encodingOf(bytes), { fatal: true }).decode(bytes)
  } catch (cause) {
    throw new KlarbrevError('docx-xml', { part }, [], { cause })
  }
}

/**
 * The bytes of a part that was changed, in the encoding of its old bytes. What is neither UTF-8 nor UTF-16 becomes UTF-8
 * and says so.
 */
export function encodeXml(source: string, before: Uint8Array): Uint8Array {
  const encoding = encodingOf(before)
  if (encoding.startsWith('utf-16')) {
    const marked = before[0] === 0xff || before[0] === 0xfe ? `\uFEFF${source}` : source
    const bytes = Buffer.from(marked, 'utf16le')
    return encoding === 'utf-16be' ? bytes.swap16() : bytes
  }
  const marked = before[0] === 0xef && before[1] === 0xbb ? '\uFEFF' : ''
  if (/^utf-?8$/iu.test(encoding)) return Buffer.from(marked + source)
  return Buffer.from(source.replace(/^(<\?xml[^>]*?\sencoding\s*=\s*["'])[\w.:-]+/u, '$1UTF-8'))
}

function encodingOf(bytes: Uint8Array): string {
  const [a, b] = bytes
  if (a === 0xff && b === 0xfe) return 'utf-16le'
  if (a === 0xfe && b === 0xff) return 'utf-16be'
  if (a === 0xef && b === 0xbb) return 'utf-8'
  if (a === 0x3c && b === 0) return 'utf-16le'
  if (a === 0 && b === 0x3c) return 'utf-16be'
  const declaration = Buffer.from(bytes.subarray(0, 200)).toString('latin1')
  return /^<\?xml[^>]*?\sencoding\s*=\s*["']([\w.:-]+)["']/u.exec(declaration)?.[1] ?? 'utf-8'
}

/**
 * Reads a part once from start to end. Namespaces are followed here and not by saxes, whose look-ups take time with
 * depth times attributes.
 * @throws KlarbrevError docx-xml, docx-doctype, docx-suspicious
 */
export function readXml(source: string, part: string, handlers: XmlHandlers): void {
  const parser = new SaxesParser({ position: false })
  const namespaces = followNamespaces()
  const preserves: { depth: number; preserve: boolean }[] = []
  let attributes: Readonly<Record<string, unknown>> = {}
  let depth = 0
  let cursor = 0
  const tag = {
    start: 0,
    end: 0,
    preserve: false,
    attribute: (name: string) => {
      for (const full of namespaces.attributeNames(name))
        if (attributes[full] !== undefined) return attributes[full] as string
      return undefined
    },
  }
  const refuseLongTag = () => {
    if (parser.position - cursor > limits.xmlTagLength) throw new KlarbrevError('docx-suspicious', { part })
  }

  // Not more events than these: with eight handlers the parser object turns into a dictionary, five times as slow.
  parser.on('attribute', ({ name, value }) => {
    cursor = skipMarkup(source, cursor)
    refuseLongTag()
    if (name.startsWith('xmlns')) namespaces.declare(name === 'xmlns' ? '' : name.slice(6), value)
  })
  parser.on('opentag', ({ name, attributes: own }) => {
    depth += 1
    if (depth > limits.xmlDepth) throw new KlarbrevError('docx-suspicious', { part })
    tag.start = cursor = skipMarkup(source, cursor)
    refuseLongTag()
    namespaces.enter(depth)
    attributes = own
    const space = own['xml:space']
    if (space !== undefined) preserves.push({ depth, preserve: space === 'preserve' })
    tag.preserve = preserves.at(-1)?.preserve ?? false
    tag.end = cursor = parser.position
    handlers.open(namespaces.elementName(name), tag)
  })
  parser.on('closetag', ({ name }) => {
    cursor = parser.position
    handlers.close?.(namespaces.elementName(name), cursor)
    if (preserves.at(-1)?.depth === depth) preserves.pop()
    namespaces.leave(depth)
    depth -= 1
  })
  // The text ends before the `<` that the parser has just read.
  parser.on('text', () => {
    const start = skipMarkup(source, cursor)
    cursor = parser.position - 1
    handlers.text?.(start, cursor, false)
  })
  parser.on('cdata', () => {
    const start = skipMarkup(source, cursor) + '<![CDATA['.length
    cursor = parser.position
    handlers.text?.(start, cursor - ']]>'.length, true)
  })
  if (source.includes('<!DOCTYPE')) throw new KlarbrevError('docx-doctype', { part })
  try {
    parser.write(source).close()
  } catch (error) {
    // The parser throws plain errors; others are ours.
    if (!(error instanceof Error) || error.constructor !== Error) throw error
    throw new KlarbrevError('docx-xml', { part }, [], { cause: error })
  }
}

/** The place after the comments and processing instructions that stand at `at`. The parser has seen their ends. */
function skipMarkup(source: string, at: number): number {
  let next = at
  for (;;) {
    if (source.startsWith('<!--', next)) next = source.indexOf('-->', next + 4) + 3
    else if (source.startsWith('<?', next)) next = source.indexOf('?>', next + 2) + 2
    else return next
  }
}

/** Which short name each prefix stands for at this place of the file. */
function followNamespaces() {
  const bindings = new Map<string, string>()
  const scopes: { depth: number; before: readonly (readonly [string, string | undefined])[] }[] = []
  let declared: [string, string][] = []
  let elementNames = new Map<string, string>()
  let attributeNames = new Map<string, readonly string[]>()

  const change = (pairs: readonly (readonly [string, string | undefined])[]) => {
    for (const [prefix, short] of pairs) {
      if (short === undefined) bindings.delete(prefix)
      else bindings.set(prefix, short)
    }
    elementNames = new Map()
    attributeNames = new Map()
  }
  return {
    declare: (prefix: string, uri: string) => {
      const short = shortNames.get(uri.trim())
      if (short !== bindings.get(prefix)) declared.push([prefix, short ?? ''])
    },
    enter: (depth: number) => {
      if (declared.length === 0) return
      scopes.push({ depth, before: declared.map(([prefix]) => [prefix, bindings.get(prefix)]) })
      change(declared)
      declared = []
    },
    leave: (depth: number) => {
      if (scopes.at(-1)?.depth === depth) change(scopes.pop()?.before ?? [])
    },
    elementName: (name: string): string => {
      const known = elementNames.get(name)
      if (known !== undefined) return known
      const colon = name.indexOf(':')
      const short = bindings.get(colon < 0 ? '' : name.slice(0, colon))
      const full = short ? `${short}:${name.slice(colon + 1)}` : ''
      elementNames.set(name, full)
      return full
    },
    /** The names an attribute may have here: one for each prefix of its namespace. */
    attributeNames: (name: string): readonly string[] => {
      const known = attributeNames.get(name)
      if (known !== undefined) return known
      const [short, local] = name.split(':')
      const prefixes = [...bindings].filter(([bound, meaning]) => bound !== '' && meaning === short)
      const names =
        local === undefined || prefixes.length === 0 ? [name] : prefixes.map(([prefix]) => `${prefix}:${local}`)
      attributeNames.set(name, names)
      return names
    },
  }
}
