import type { Row } from '#kernel/database/port.ts'
import type { Maintenance } from '#kernel/handlers.ts'

/** Pages written a step: a few milliseconds. */
const PAGES = 100
/** Above so many segments everything becomes one: each word looks into every segment. */
const MANY_SEGMENTS = 4

/**
 * Brings the index into few segments, step by step, while nothing else is to do. After an import it becomes one;
 * what comes later is merged level by level, so that a new message does not write the whole index again.
 */
export async function mergeIndex({ run, get }: Maintenance): Promise<boolean> {
  const before = readStructure(await get('SELECT block FROM search_index_data WHERE id = 10'))
  if (before.segments < 2) return false
  if (before.segments <= MANY_SEGMENTS && !before.merging) return false
  // A negative number begins to merge all segments, a positive one goes on.
  await run(`INSERT INTO search_index (search_index, rank) VALUES ('merge', ${before.merging ? PAGES : -PAGES})`)
  return true
}

/** How many segments there are and whether a merge is under way (FTS5's structure record, fts5_index.c). */
export function readStructure(row: Row | undefined): { segments: number; merging: boolean } {
  const block = row?.block
  if (!(block instanceof Uint8Array)) return { segments: 0, merging: false }
  const isSecondForm = block[4] === 0xff && block[5] === 0 && block[6] === 0 && block[7] === 1
  let at = isSecondForm ? 8 : 4
  const next = () => {
    let value = 0
    for (let count = 0; count < 8; count++) {
      const byte = block[at++]!
      value = value * 128 + (byte & 0x7f)
      if (byte < 0x80) return value
    }
    return value * 256 + block[at++]!
  }
  const levels = next()
  const segments = next()
  next()
  let merging = false
  for (let level = 0; level < levels; level++) {
    if (next() > 0) merging = true
    const count = next()
    for (let segment = 0; segment < count; segment++) for (let field = 0; field < (isSecondForm ? 8 : 3); field++) next()
  }
  return { segments, merging }
}
