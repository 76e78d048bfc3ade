import type { Maintenance } from '#kernel/handlers.ts'
import { readStructure, selectStructure, type IndexStructure } from './index-structure.ts'

/** Pages written a step: a few milliseconds. */
const PAGES = 64
/** So long nothing came: what is being imported would only be merged again. */
const QUIET_MILLISECONDS = 1000
/** Each word of a search looks into every segment. */
const MANY_SEGMENTS = 12
/** A mailbox that grows a message at a time is written again as a whole when it has grown by so much. */
const GROWN = 0.1

let touchedAt = -QUIET_MILLISECONDS
/** What PostgreSQL was given since its index was last brought up to date. */
let isPending = true

/** Something was indexed: upkeep waits until that is over. */
export function noteIndexed(): void {
  touchedAt = performance.now()
  isPending = true
}

/** Brings the index into few segments, step by step, while nothing else is to do; true while there is more. */
export async function mergeIndex({ dialect, run, get }: Maintenance): Promise<boolean> {
  if (performance.now() - touchedAt < QUIET_MILLISECONDS) return true
  if (dialect === 'postgres') {
    // What was added lies in a list that every search reads through.
    if (isPending) await run("SELECT gin_clean_pending_list('search_vector_by_words')")
    return (isPending = false)
  }
  const structure = readStructure(await get(selectStructure))
  if (!structure.merging && !isWorthMerging(structure)) return false
  // A negative number begins to merge all segments into one, a positive one goes on with that.
  await run(`INSERT INTO search_index (search_index, rank) VALUES ('merge', ${structure.merging ? PAGES : -PAGES})`)
  return true
}

/** Writes the index anew until it holds nothing of what was removed: until then that is marked, and stands there. */
export async function scrubIndex({ dialect, run, get }: Maintenance): Promise<boolean> {
  if (dialect === 'postgres') return false
  const { merging, removed } = readStructure(await get(selectStructure))
  if (!merging && removed === 0) return false
  await run(`INSERT INTO search_index (search_index, rank) VALUES ('merge', ${merging ? PAGES : -PAGES})`)
  return true
}

function isWorthMerging({ levels }: IndexStructure): boolean {
  const segments = levels.flat()
  const all = segments.reduce((sum, pages) => sum + pages, 0)
  const rest = all - Math.max(0, ...segments)
  return segments.length > MANY_SEGMENTS || rest > all * GROWN
}
