import { crc32, deflateRawSync } from 'node:zlib'

/** One file of an archive. What is given beside `name` and `content` makes the archive lie. */
export interface ZipEntry {
  readonly name: string
  readonly content: string | Uint8Array
  readonly stored?: boolean
  readonly localName?: string
  readonly size?: number
  readonly crc?: number
  readonly method?: number
  readonly flags?: number
  /** Where the directory says that the entry begins. */
  readonly offset?: number
}

/** Writes an archive, byte by byte as asked. */
export function zip(entries: readonly ZipEntry[]): Uint8Array {
  const locals: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const entry of entries) {
    const content = Buffer.from(entry.content as string)
    const packed = entry.stored ? content : deflateRawSync(content)
    const fields = Buffer.alloc(22)
    fields.writeUInt16LE(20, 0)
    fields.writeUInt16LE(entry.flags ?? 0x800, 2)
    fields.writeUInt16LE(entry.method ?? (entry.stored ? 0 : 8), 4)
    fields.writeUInt32LE(entry.crc ?? crc32(content), 10)
    fields.writeUInt32LE(packed.length, 14)
    fields.writeUInt32LE(entry.size ?? content.length, 18)
    const [name, localName] = [Buffer.from(entry.name), Buffer.from(entry.localName ?? entry.name)]
    const lengths = (of: Buffer) => Buffer.from([of.length & 255, of.length >> 8, 0, 0])
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), fields, lengths(localName), localName, packed])
    const tail = Buffer.alloc(14)
    tail.writeUInt32LE(entry.offset ?? offset, 10)
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\0'), fields, lengths(name), tail, name]))
    locals.push(local)
    offset += local.length
  }
  const listed = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06')
  end.writeUInt16LE(entries.length, 8)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(listed.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...locals, listed, end])
}

export interface DocxSpec {
  /** XML inside `w:body`, or the whole of the main part if it begins with `<?xml` or is bytes. */
  readonly body?: string | Uint8Array
  /** XML inside `w:styles`. */
  readonly styles?: string
  readonly header?: string
  readonly footer?: string
  readonly footnotes?: string
  readonly endnotes?: string
  readonly comments?: string
  readonly commentsExtended?: string
  /** More links of the main part: type, target and whether it leads out of the file. */
  readonly links?: readonly (readonly [type: string, target: string, external?: boolean])[]
  readonly files?: Readonly<Record<string, string>>
  readonly main?: string
  readonly contentType?: string
  readonly strict?: boolean
  /** More links of the whole file, as XML. */
  readonly packageLinks?: string
}

const wordNamespace = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const linkNamespace = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const xmlHead = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
export const namespaces =
  `xmlns:w="${wordNamespace}" xmlns:r="${linkNamespace}" ` +
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" ' +
  'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" xmlns:v="urn:schemas-microsoft-com:vml" ' +
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" ' +
  'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" ' +
  'xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"'

/** A part of the word folder with the usual namespaces. */
export function wordPart(root: string, content: string): string {
  return `${xmlHead}<w:${root} ${namespaces}>${content}</w:${root}>`
}

/** The files of a Word document. Headers and footers have the relationship ids `header`, `footer`. */
export function docxFiles(spec: DocxSpec): Record<string, string | Uint8Array> {
  const { body = '', main = 'word/document.xml' } = spec
  const whole = typeof body !== 'string' || body.startsWith('<?xml')
  const parts: [type: string, root: string, content: string | undefined][] = [
    ['styles', 'styles', spec.styles],
    ['header', 'hdr', spec.header],
    ['footer', 'ftr', spec.footer],
    ['footnotes', 'footnotes', spec.footnotes],
    ['endnotes', 'endnotes', spec.endnotes],
    ['comments', 'comments', spec.comments],
  ]
  const used = parts.filter(([, , content]) => content !== undefined)
  const links = [
    ...used.map(([type]) => `<Relationship Id="${type}" Type="${linkNamespace}/${type}" Target="${type}.xml"/>`),
    ...(spec.commentsExtended === undefined
      ? []
      : [
          '<Relationship Id="x" Type="http://schemas.microsoft.com/office/2011/relationships/commentsExtended" Target="more.xml"/>',
        ]),
    ...(spec.links ?? []).map(
      ([type, target, external], index) =>
        `<Relationship Id="more${index}" Type="${linkNamespace}/${type}" Target="${target}"${external ? ' TargetMode="External"' : ''}/>`,
    ),
  ]
  const packageLinks = 'http://schemas.openxmlformats.org/package/2006/relationships'
  const folder = main.slice(0, main.lastIndexOf('/') + 1)
  const contentType =
    spec.contentType ?? 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'
  const files: Record<string, string | Uint8Array> = {
    '[Content_Types].xml': `${xmlHead}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/${main}" ContentType="${contentType}"/></Types>`,
    '_rels/.rels': `${xmlHead}<Relationships xmlns="${packageLinks}"><Relationship Id="a" Type="${linkNamespace}/officeDocument" Target="${main}"/>${spec.packageLinks ?? ''}</Relationships>`,
    [main]: whole ? body : wordPart('document', `<w:body>${body}</w:body>`),
    [`${folder}_rels/${main.slice(folder.length)}.rels`]: `${xmlHead}<Relationships xmlns="${packageLinks}">${links.join('')}</Relationships>`,
    ...Object.fromEntries(used.map(([type, root, content]) => [`${folder}${type}.xml`, wordPart(root, content ?? '')])),
    ...(spec.commentsExtended === undefined
      ? {}
      : { [`${folder}more.xml`]: `<w15:commentsEx ${namespaces}>${spec.commentsExtended}</w15:commentsEx>` }),
    ...spec.files,
  }
  if (!spec.strict) return files
  const toStrict = (content: string | Uint8Array) =>
    typeof content === 'string'
      ? content
          .replaceAll(wordNamespace, 'http://purl.oclc.org/ooxml/wordprocessingml/main')
          .replaceAll(linkNamespace, 'http://purl.oclc.org/ooxml/officeDocument/relationships')
      : content
  return Object.fromEntries(Object.entries(files).map(([name, content]) => [name, toStrict(content)]))
}

export function zipFiles(files: Readonly<Record<string, string | Uint8Array>>): Uint8Array {
  return zip(Object.entries(files).map(([name, content]) => ({ name, content })))
}

/** Entries of a good file with one of them changed, for files that lie. */
export function docxEntries(spec: DocxSpec, change: Partial<ZipEntry> = {}, name = 'word/document.xml'): ZipEntry[] {
  return Object.entries(docxFiles(spec)).map(([entryName, content]) =>
    entryName === name ? { name: entryName, content, ...change } : { name: entryName, content },
  )
}

export function p(...content: readonly string[]): string {
  return `<w:p>${content.join('')}</w:p>`
}

/** A paragraph with properties. */
export function pp(properties: string, ...content: readonly string[]): string {
  return `<w:p><w:pPr>${properties}</w:pPr>${content.join('')}</w:p>`
}

/** A run. The text is XML already; blanks at its ends are kept. */
export function r(text: string, properties = ''): string {
  return run(`<w:t xml:space="preserve">${text}</w:t>`, properties)
}

export function run(content: string, properties = ''): string {
  return `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}${content}</w:r>`
}

export const br = '<w:r><w:br/></w:r>'
export const bold = '<w:b/>'

/** A complex field. Without a result it has no `separate`. */
export function field(instruction: string, result?: string, attributes = ''): string {
  const sign = (type: string, more = '') => run(`<w:fldChar w:fldCharType="${type}"${more}/>`)
  const middle = result === undefined ? '' : sign('separate') + result
  return `${sign('begin', attributes)}${run(`<w:instrText xml:space="preserve">${instruction}</w:instrText>`)}${middle}${sign('end')}`
}

/** A table of rows of cells, each the XML inside its `w:tc`. */
export function table(...rows: readonly (readonly string[])[]): string {
  const cells = (row: readonly string[]) => row.map((cell) => `<w:tc>${cell}</w:tc>`).join('')
  return `<w:tbl>${rows.map((row) => `<w:tr>${cells(row)}</w:tr>`).join('')}</w:tbl>`
}

/** A text box as Word writes it: once for new readers and once for old ones. */
export function textBox(content: string): string {
  const box = `<w:txbxContent>${content}</w:txbxContent>`
  return run(
    `<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>${box}</wps:txbx></w:drawing></mc:Choice>` +
      `<mc:Fallback><w:pict><v:textbox>${box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent>`,
  )
}

export function style(id: string, name: string, properties = '', attributes = 'w:type="paragraph"'): string {
  return `<w:style ${attributes} w:styleId="${id}"><w:name w:val="${name}"/>${properties}</w:style>`
}
