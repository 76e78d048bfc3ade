/** A run of lines that are all quoted, or all not. */
export interface TextPart {
  quoted: boolean
  text: string
}

/** Splits a message's text into what its author wrote and what they quoted (lines that begin with `>`). */
export function splitText(text: string): TextPart[] {
  const parts: TextPart[] = []
  for (const line of text.replace(/\r\n?/g, '\n').split('\n')) {
    const quoted = line.startsWith('>')
    const last = parts.at(-1)
    // An empty line belongs to whatever stands around it.
    if (last && (last.quoted === quoted || line.trim() === '')) last.text += `\n${line}`
    else parts.push({ quoted, text: line })
  }
  return parts
    .map((part) => ({ ...part, text: part.text.replace(/^\n+|\s+$/g, '') }))
    .filter((part) => part.text !== '')
}
