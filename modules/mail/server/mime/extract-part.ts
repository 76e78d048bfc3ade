import { Buffer } from 'node:buffer'
import { charsetOf, filenameOf, type Entity } from './entity.ts'
import { readTree } from './entity-tree.ts'
import { readableSource } from './source.ts'
import { readBytes } from './text-part.ts'

/** The decoded bytes of one part, by the `partId` of an attachment or an enclosed message; null where there is none. */
export function extractPart(
  bytes: Uint8Array,
  partId: string,
): { contentType: string; filename: string | null; bytes: Uint8Array } | null {
  let { source } = readableSource(bytes)
  let wanted = partId
  for (;;) {
    const leaf = findLeaf(readTree(source).root, wanted)
    if (!leaf) return null
    const content = readBytes(source, leaf, new Set())
    if (leaf.partId === wanted)
      return { contentType: leaf.type, filename: filenameOf(leaf, charsetOf(leaf)), bytes: content }
    // The part lies within an enclosed message.
    if (!leaf.type.startsWith('message/')) return null
    wanted = wanted.slice(leaf.partId.length + 1)
    source = Buffer.from(content.buffer, content.byteOffset, content.byteLength)
  }
}

/** The leaf of that section number, or the one whose inside it names. */
function findLeaf(entity: Entity, wanted: string): Entity | null {
  if (!entity.children) return wanted === entity.partId || wanted.startsWith(`${entity.partId}.`) ? entity : null
  for (const child of entity.children) {
    const inside = child.partId === '' || wanted === child.partId || wanted.startsWith(`${child.partId}.`)
    const found = inside ? findLeaf(child, wanted) : null
    if (found) return found
  }
  return null
}
