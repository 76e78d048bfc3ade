/** A source that names those who get it unseen, where nothing but the header says who gets it. */
export function addBcc(source: Uint8Array, addresses: readonly string[]): Uint8Array {
  if (addresses.length === 0) return source
  return Buffer.concat([Buffer.from(`Bcc: ${addresses.join(',\r\n ')}\r\n`), source])
}
