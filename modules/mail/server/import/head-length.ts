/** Bytes of a source up to the empty line after its header fields, whatever its line ends; all of it where there is none. */
export function headLength(source: Uint8Array): number {
  const bytes = Buffer.from(source.buffer, source.byteOffset, source.byteLength)
  const ends = ['\r\n\r\n', '\n\n'].map((mark) => [bytes.indexOf(mark), mark.length] as const).filter(([at]) => at >= 0)
  const [first] = ends.sort(([a], [b]) => a - b)
  return first ? first[0] + first[1] : bytes.length
}
