/** What a message may ask of us. Past a bound the rest is kept as it stands, never parsed further. */
export const limits = {
  /** Bytes of header fields read in one message, all parts together. */
  headerBytes: 2 * 1024 * 1024,
  /** Header fields kept of one part. */
  fields: 5_000,
  /** Multiparts within multiparts. */
  depth: 100,
  /** Messages within messages whose text is read. */
  enclosedDepth: 10,
  /** Parts of one message. */
  parts: 10_000,
  /** Characters of a structured field that are read. */
  structuredField: 64 * 1024,
  /** Parameters of one structured field. */
  parameters: 500,
  /** Characters of an address or id field that are read. */
  listField: 512 * 1024,
  /** Message ids kept of one References field. */
  references: 2_000,
  /** Characters of HTML that are turned into text. */
  htmlToText: 8 * 1024 * 1024,
  /** Bytes a boundary line may have; RFC 2046 allows 74. */
  boundaryLine: 1_000,
} as const
