/**
 * Join the flowed lines of format=flowed text (RFC 3676).
 * Quoted lines stay as they are broken, each with its marks: section 4.5 leaves their wrapping to the reader.
 */
export function unflow(text: string, deleteSpace: boolean): string {
  const paragraphs: string[] = []
  let open: string[] | null = null
  const close = (): void => {
    if (open) paragraphs.push(open.join(''))
    open = null
  }

  for (const source of text.split('\n')) {
    if (source.startsWith('>')) {
      close()
      paragraphs.push(source)
      continue
    }
    const line = source.startsWith(' ') ? source.slice(1) : source
    // A signature mark ends in a space and is a line of its own (section 4.3).
    if (line === '-- ') {
      close()
      paragraphs.push(line)
      continue
    }
    open ??= []
    if (!line.endsWith(' ')) {
      open.push(line)
      close()
    } else open.push(deleteSpace ? line.slice(0, -1) : line)
  }
  close()
  return paragraphs.join('\n')
}
