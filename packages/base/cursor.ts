/** An opaque list cursor: the sort key of the last row seen, in base64url. */
export function encodeCursor(key: readonly (string | number | null)[]): string {
  const json = JSON.stringify(key)
  // Keys are mostly ids and numbers, which stand for their own bytes.
  const binary = ASCII.test(json) ? json : String.fromCharCode(...new TextEncoder().encode(json))
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}

const ASCII = /^[\u0000-\u007f]*$/u

/** The sort key inside a cursor, or null when the text is not a cursor with as many parts as `shape` names. */
export function decodeCursor(cursor: string, shape: readonly ('string' | 'number')[]): (string | number)[] | null {
  try {
    const binary = atob(cursor.replaceAll('-', '+').replaceAll('_', '/'))
    const bytes = Uint8Array.from(binary, (char) => char.charCodeAt(0))
    const key: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
    if (!Array.isArray(key) || key.length !== shape.length) return null
    return key.every((part, index) => typeof part === shape[index]) ? key : null
  } catch {
    // Anything a stranger typed ends here: not a cursor.
    return null
  }
}
