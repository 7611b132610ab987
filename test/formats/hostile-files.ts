import {
  type DocxSpec,
  docxEntries,
  docxFiles,
  namespaces,
  p,
  r,
  wordPart,
  type ZipEntry,
  zip,
  zipFiles,
} from './docx-builder.ts'

export const good: DocxSpec = { body: p(r('Du kan klage.')) }
const changed = (change: Partial<ZipEntry>, name?: string) => zip(docxEntries(good, change, name))
export const withEntries = (...more: readonly ZipEntry[]) => zip([...docxEntries(good), ...more])
export const withBody = (body: string) => zipFiles(docxFiles({ body }))
const withMain = (content: string) => withBody(`<?xml version="1.0"?>${content}`)
const withFiles = (files: Readonly<Record<string, string>>) => zipFiles({ ...docxFiles(good), ...files })
export const empty = { content: '' }

/** A file of the old kind: the magic number and a directory that names the streams. */
function ole(...streams: readonly string[]): Uint8Array {
  const bytes = Buffer.alloc(2048)
  Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]).copy(bytes)
  for (const [index, name] of ['Root Entry', ...streams].entries()) bytes.write(name, 512 + index * 128, 'utf16le')
  return bytes
}

function lockFile(): Uint8Array {
  const bytes = Buffer.alloc(162, 0x20)
  bytes[0] = 4
  bytes.write('Anna', 1)
  bytes.writeUInt16LE(4, 54)
  bytes.write('Anna', 56, 'utf16le')
  return bytes
}

/** The end record of a good file, with one number of 16 bits changed. */
function withEndRecord(offset: number, value: number): Uint8Array {
  const bytes = Buffer.from(zipFiles(docxFiles(good)))
  bytes.writeUInt16LE(value, bytes.length - 22 + offset)
  return bytes
}

const workbook = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml'
const slides = 'application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml'
export const million = 1_000_000
const text = (...parts: readonly string[]) => Buffer.from(parts.join(''))
const attributes = Array.from({ length: 200_000 }, (_, index) => `a${index}=""`).join(' ')
export const part = 'word/document.xml'
const inPart = { part }

/** Files to be refused: what they are, their code, and the values of the error. */
export const hostileFiles: Record<
  string,
  [() => Uint8Array, code: string, values?: Readonly<Record<string, string | number>>]
> = {
  // Other kinds of file
  empty: [() => new Uint8Array(), 'input-empty'],
  'lock file': [lockFile, 'docx-lockfile'],
  'old Word': [() => ole('1Table', 'WordDocument'), 'docx-is-doc'],
  'with a password': [() => ole('EncryptionInfo', 'EncryptedPackage'), 'docx-password'],
  'old Excel': [() => ole('Workbook'), 'docx-not-word', { found: 'Excel' }],
  'old PowerPoint': [() => ole('PowerPoint Document'), 'docx-not-word', { found: 'PowerPoint' }],
  'Outlook message': [() => ole('__nameid_version1.0'), 'docx-not-word', { found: 'Outlook' }],
  'unknown OLE file': [() => ole('x'), 'docx-not-word', { found: 'OLE' }],
  PDF: [() => text('%PDF-1.7\n'), 'docx-not-zip', { found: 'PDF' }],
  RTF: [() => text('{\\rtf1\\ansi Hej}'), 'docx-not-zip', { found: 'RTF' }],
  HTML: [() => text('\uFEFF\n<!DOCTYPE html><html>'), 'docx-not-zip', { found: 'HTML' }],
  XHTML: [() => text('<?xml version="1.0"?><html xmlns="x">'), 'docx-not-zip', { found: 'HTML' }],
  'flat XML': [() => text('<?xml version="1.0"?><pkg:package/>'), 'docx-not-zip', { found: 'XML' }],
  MHTML: [() => text('MIME-Version: 1.0\n'), 'docx-not-zip', { found: 'MHTML' }],
  PNG: [() => Buffer.from('\x89PNG\r\n', 'latin1'), 'docx-not-zip', { found: 'PNG' }],
  JPEG: [() => Buffer.from('\xFF\xD8\xFF\xE0', 'latin1'), 'docx-not-zip', { found: 'JPEG' }],
  text: [() => text('Kære Anna'), 'docx-not-zip', { found: 'unknown' }],
  xlsx: [
    () => zipFiles(docxFiles({ ...good, main: 'xl/workbook.xml', contentType: workbook })),
    'docx-not-word',
    { found: 'Excel' },
  ],
  pptx: [
    () => zipFiles(docxFiles({ ...good, main: 'ppt/x.xml', contentType: slides })),
    'docx-not-word',
    { found: 'PowerPoint' },
  ],
  odt: [
    () => zip([{ name: 'mimetype', content: 'application/vnd.oasis.opendocument.text', stored: true }]),
    'docx-not-word',
    { found: 'OpenDocument' },
  ],
  epub: [() => zip([{ name: 'mimetype', content: 'application/epub+zip' }]), 'docx-not-word', { found: 'EPUB' }],
  'another archive': [() => zip([{ name: 'brev.txt', content: 'Hej' }]), 'docx-not-word', { found: 'ZIP' }],
  'an archive of nothing': [() => zip([]), 'docx-not-word', { found: 'ZIP' }],
  'another document': [() => withMain(`<w:styles ${namespaces}/>`), 'docx-not-word', { found: 'XML' }],
  'a prefix without a namespace': [() => withMain('<w:document/>'), 'docx-not-word', { found: 'XML' }],

  // Damage
  truncated: [() => withBody('').subarray(0, 700), 'docx-damaged'],
  'four bytes': [() => text('PK\x03\x04'), 'docx-damaged'],
  'a wrong checksum': [() => changed({ crc: 1 }), 'docx-damaged', inPart],
  'packed bytes that are none': [() => changed({ stored: true, method: 8 }), 'docx-damaged', inPart],
  'a main part that is not there': [
    () => zip(docxEntries(good).filter(({ name }) => name !== part)),
    'docx-damaged',
    inPart,
  ],
  'an entry past the end': [() => changed({ offset: 50_000 }), 'docx-damaged', inPart],
  'an entry that begins elsewhere': [() => changed({ offset: 3 }), 'docx-damaged', inPart],
  'a directory elsewhere': [() => withEndRecord(16, 7), 'docx-damaged'],
  'XML that ends early': [() => withMain(`<w:document ${namespaces}><w:body>`), 'docx-xml', inPart],
  'tags that cross': [() => withBody('<w:p><w:r></w:p></w:r>'), 'docx-xml', inPart],
  'an unknown entity': [() => withBody(p(r('&ouml;'))), 'docx-xml', inPart],
  'a character that XML forbids': [() => withBody(p(r('&#0;'))), 'docx-xml', inPart],
  'an attribute twice': [() => withBody('<w:p a="" a=""/>'), 'docx-xml', inPart],
  'bytes that are not UTF-8': [
    () => changed({ content: Buffer.from(wordPart('document', 'ø'), 'latin1') }),
    'docx-xml',
    inPart,
  ],
  'an unknown encoding': [
    () => changed({ content: '<?xml version="1.0" encoding="klingon"?><a/>' }),
    'docx-xml',
    inPart,
  ],
  'half a character in UTF-16': [
    () => changed({ content: Buffer.from('\uFEFF<a>\uD800</a>', 'utf16le') }),
    'docx-xml',
    inPart,
  ],
  'an empty main part': [() => changed(empty), 'docx-xml', inPart],
  'broken styles': [
    () => zipFiles({ ...docxFiles({ ...good, styles: '' }), 'word/styles.xml': '<a>' }),
    'docx-xml',
    { part: 'word/styles.xml' },
  ],
  'broken links': [() => withFiles({ '_rels/.rels': '<a' }), 'docx-xml', { part: '_rels/.rels' }],

  // Packing that we don't read
  'an encrypted entry': [() => changed({ flags: 1 }), 'docx-unsupported-zip', inPart],
  'strong encryption': [() => changed({ flags: 0x41 }), 'docx-unsupported-zip'],
  'another method': [() => changed({ method: 12 }), 'docx-unsupported-zip', inPart],
  'an archive on two disks': [() => withEndRecord(4, 1), 'docx-unsupported-zip'],

  // Attacks
  'a bomb that says so': [
    () => withBody(p(r('a'.repeat(33 * million)))),
    'docx-too-large',
    { part, limit: 32 * million, unit: 'bytes' },
  ],
  'a bomb under the limits': [() => withBody(p(r('a'.repeat(3 * million)))), 'docx-suspicious', inPart],
  'a bomb that says it is small': [
    () => changed({ content: 'a'.repeat(30 * million), size: 100 }),
    'docx-suspicious',
    inPart,
  ],
  'a size that is too large': [() => changed({ size: 900_000 }), 'docx-suspicious', inPart],
  'a stored entry of another size': [() => changed({ stored: true, size: 5 }), 'docx-suspicious', inPart],
  'many entries': [
    () => withEntries(...Array.from({ length: 2000 }, (_, index) => ({ name: `x/${index}`, ...empty }))),
    'docx-too-large',
    { limit: 2000, unit: 'entries' },
  ],
  'the same name twice': [() => withEntries({ name: part, content: 'x' }), 'docx-suspicious', inPart],
  'the same name in capitals': [() => withEntries({ name: 'WORD/Document.xml', ...empty }), 'docx-suspicious'],
  'the same name with a backslash': [
    () => withEntries({ name: 'word\\document.xml', ...empty }),
    'docx-suspicious',
    inPart,
  ],
  'a name that climbs': [() => withEntries({ name: 'word/../../x', ...empty }), 'docx-suspicious'],
  'a name that climbs backwards': [() => withEntries({ name: '..\\x', ...empty }), 'docx-suspicious'],
  'an absolute name': [() => withEntries({ name: '/etc/passwd', ...empty }), 'docx-suspicious'],
  'a drive': [() => withEntries({ name: 'C:\\x', ...empty }), 'docx-suspicious'],
  'a name with NUL': [() => withEntries({ name: 'a\0.xml', ...empty }), 'docx-suspicious', { part: 'a?.xml' }],
  'another name inside': [() => changed({ localName: 'word/documents.xm' }), 'docx-suspicious', inPart],
  'an entry of another name': [() => withEntries({ name: 'x.xml', offset: 0, ...empty }), 'docx-suspicious'],
  'an entry inside another': [() => zip(nested()), 'docx-suspicious', { part: 'b.xml' }],
  'DOCTYPE with entities': [
    () => withMain('<!DOCTYPE a [<!ENTITY b "ha"><!ENTITY c "&b;&b;">]><a>&c;</a>'),
    'docx-doctype',
    inPart,
  ],
  'DOCTYPE from outside': [() => withMain('<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>'), 'docx-doctype', inPart],
  'DOCTYPE in the content types': [
    () => withFiles({ '[Content_Types].xml': '<!DOCTYPE a><Types/>' }),
    'docx-doctype',
    { part: '[Content_Types].xml' },
  ],
  'depth of 20,000': [() => withBody('<w:p>'.repeat(20_000) + '</w:p>'.repeat(20_000)), 'docx-suspicious', inPart],
  '200,000 attributes': [() => withBody(`<w:p ${attributes}/>`), 'docx-suspicious', inPart],
  'a long attribute': [() => withBody(`<w:p a="${'æ'.repeat(70_000)}"/>`), 'docx-suspicious', inPart],
  'a long name': [() => withBody(`<${'a'.repeat(70_000)}/>`), 'docx-suspicious', inPart],
  'too much text': [
    () => changed({ stored: true, content: wordPart('document', p(r('Du kan klage til os. '.repeat(48_000)))) }),
    'docx-too-large',
    { limit: million, unit: 'characters' },
  ],
  'too many marks': [
    () => changed({ stored: true, content: wordPart('document', p('<w:ins/>'.repeat(600_000))) }),
    'docx-too-large',
    { limit: million, unit: 'characters' },
  ],
  'a file that is too large': [
    () => Buffer.alloc(25 * million + 1, 'PK'),
    'docx-too-large',
    { limit: 25 * million, unit: 'bytes' },
  ],
}

/** The first entry holds the header of the second, where the directory says that it begins. */
function nested(): ZipEntry[] {
  const inner = { name: 'b.xml', content: '', stored: true }
  const outer = { name: 'a.bin', content: zip([inner]).subarray(0, 35), stored: true }
  return [outer, { ...inner, offset: 35 }, ...docxEntries(good)]
}
