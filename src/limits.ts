/** Limits on input. A letter is a few pages; what is far larger is a mistake or an attack. */
export const limits = {
  /** UTF-16 units of text in one letter. */
  textLength: 1_000_000,
  /** Bytes of one file. */
  fileBytes: 25_000_000,
  /** Word files: entries in the archive. */
  zipEntries: 2_000,
  /** Word files: bytes of one inflated XML part. */
  xmlPartBytes: 32_000_000,
  /** Word files: bytes of all parts that are read. */
  xmlTotalBytes: 64_000_000,
  /** Word files: inflated to packed size, past `zipRatioGrace` bytes. */
  zipRatio: 200,
  zipRatioGrace: 1_000_000,
  xmlDepth: 256,
  /** Characters of one XML tag with its attributes. */
  xmlTagLength: 65_536,
  /** Word files: comments that klarbrev writes into one. */
  comments: 500,
  /** Markdown: above these a block is taken as plain text. */
  quoteDepth: 50,
  listDepth: 30,
  blockMarks: 500,
  /** Settings. */
  configBytes: 256_000,
  configDepth: 20,
  /** The baseline of a municipality with thousands of templates. */
  baselineBytes: 25_000_000,
} as const
