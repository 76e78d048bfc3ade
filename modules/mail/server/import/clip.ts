/** Text as every database can keep it: cut to a length, without NUL, without half a surrogate pair. */
export function clip(text: string, length: number): string {
  const short = text.length > length ? text.slice(0, length) : text
  return (short.includes('\0') ? short.replaceAll('\0', '') : short).toWellFormed()
}

/** `clip`, keeping null. */
export function clipOrNull(text: string | null, length: number): string | null {
  return text === null ? null : clip(text, length)
}
