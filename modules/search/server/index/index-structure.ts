import type { Row } from '#kernel/database/port.ts'

/**
 * What the index consists of: the pages of each segment, by level, whether a merge is under way, and on how many pages
 * documents are marked as removed whose words still stand there.
 */
export interface IndexStructure {
  levels: number[][]
  merging: boolean
  removed: number
}

/** The statement that reads the row with the structure. */
export const selectStructure = 'SELECT block FROM search_index_data WHERE id = 10'

/** Reads FTS5's structure record, as fts5_index.c writes it (fts5StructureWrite). */
export function readStructure(row: Row | undefined): IndexStructure {
  const block = row?.block
  if (!(block instanceof Uint8Array)) return { levels: [], merging: false, removed: 0 }
  const hasTombstones = block[4] === 0xff && block[5] === 0 && block[6] === 0 && block[7] === 1
  const next = readVarints(block, hasTombstones ? 8 : 4)
  const [count] = [next(), next(), next()]
  let merging = false
  let removed = 0
  const levels = Array.from({ length: count! }, () => {
    if (next() > 0) merging = true
    return Array.from({ length: next() }, () => {
      const [, first, last] = [next(), next(), next()]
      // Its origin (two numbers), pages with tombstones, documents removed, documents.
      const tombstones = hasTombstones ? [next(), next(), next(), next(), next()][2]! : 0
      removed += tombstones
      return last! - first! + 1
    })
  })
  return { levels, merging, removed }
}

/** SQLite's varint: seven bits a byte, the highest first. The structure has none of nine bytes. */
function readVarints(block: Uint8Array, start: number): () => number {
  let at = start
  return () => {
    let value = 0
    for (;;) {
      const byte = block[at++] ?? 0
      value = value * 128 + (byte & 0x7f)
      if (byte < 0x80) return value
    }
  }
}
