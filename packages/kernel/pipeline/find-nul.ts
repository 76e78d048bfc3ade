/** The path to the first text that holds the character U+0000, or null. Bytes may hold anything. */
export function findNul(value: unknown): PropertyKey[] | null {
  if (typeof value === 'string') return value.includes('\0') ? [] : null
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return null
  for (const [key, member] of Object.entries(value)) {
    const path = key.includes('\0') ? [] : findNul(member)
    if (path) return [key, ...path]
  }
  return null
}
