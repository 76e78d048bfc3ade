/** The path to the first text that holds the character U+0000, or null. Bytes may hold anything. */
export function findNul(value: unknown): PropertyKey[] | null {
  if (typeof value === 'string') return value.includes('\0') ? [] : null
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return null
  if (Array.isArray(value)) return inArray(value)
  // Without a list of what is looked at: a batch of mail has tens of thousands of members.
  for (const key in value) {
    const path = key.includes('\0') ? [] : findNul((value as Record<string, unknown>)[key])
    if (path) return [key, ...path]
  }
  return null
}

function inArray(values: readonly unknown[]): PropertyKey[] | null {
  for (let index = 0; index < values.length; index++) {
    const path = findNul(values[index])
    if (path) return [String(index), ...path]
  }
  return null
}
