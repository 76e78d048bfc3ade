/** A size such as `20GiB`, `1 MB` or `1048576` in bytes, or null. K, M, G and T alone are powers of 1024. */
export function parseBytes(text: string): number | null {
  const match = /^(\d+(?:\.\d+)?) ?(?:([kmgt])(i?b)?|b)?$/i.exec(text)
  if (!match) return null
  const power = POWERS.indexOf((match[2] ?? '').toLowerCase())
  const base = match[3]?.toLowerCase() === 'b' ? 1000 : 1024
  return Math.floor(Number(match[1]) * base ** power)
}

const POWERS = ['', 'k', 'm', 'g', 't']
