import { charsetOf, type Entity } from './entity.ts'

/** The charset of the first part that names one: what raw bytes in the header are probably written in. */
export function bodyCharset(entity: Entity): string | null {
  const named = charsetOf(entity)
  if (named || !entity.children) return named
  for (const child of entity.children) {
    const found = child.children || child.type.startsWith('text/') ? bodyCharset(child) : null
    if (found) return found
  }
  return null
}
