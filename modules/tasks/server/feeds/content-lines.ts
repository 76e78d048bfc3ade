/** A property as iCalendar writes it (RFC 5545, 3.1): a name with parameters, and a value that is written already. */
export function property(name: string, value: string, parameters: Record<string, string> = {}): string {
  const given = Object.entries(parameters).map(([key, of]) => `;${key}=${/[:;,]/.test(of) ? `"${of}"` : of}`)
  return `${name}${given.join('')}:${value}`
}

/** A text as a value (3.3.11): what means something else is escaped, and what no line may carry is left out. */
export function textValue(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(CONTROLS, '')
    .toWellFormed()
    .replace(/[\\;,]/g, (char) => `\\${char}`)
    .replaceAll('\n', '\\n')
}

// eslint-disable-next-line no-control-regex -- A line of a calendar carries none but the tab (RFC 5545, 3.1).
const CONTROLS = /[\u0000-\u0008\u000b-\u001f\u007f]/g

/** Lines as they go over the wire: 75 octets at most, folded between characters, each with CRLF. */
export function fold(lines: readonly string[]): string {
  return lines.map((line) => `${folded(line)}\r\n`).join('')
}

const OCTETS = 75

function folded(line: string): string {
  if (line.length <= OCTETS / 3) return line
  const parts: string[] = ['']
  let octets = 0
  for (const char of line) {
    const size = Buffer.byteLength(char)
    if (octets + size > OCTETS) {
      parts.push('')
      // The space that a continued line begins with counts.
      octets = 1
    }
    parts[parts.length - 1] += char
    octets += size
  }
  return parts.join('\r\n ')
}
