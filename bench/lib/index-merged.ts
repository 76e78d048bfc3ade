import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { readStructure, selectStructure } from '#modules/search/server/index/index-structure.ts'

/** Segments that upkeep leaves, at most. */
const MERGED = 2

/** Waits until the index of a folder in use is in few segments: the state a mailbox is in nearly always. */
export async function indexMerged(dataFolder: string): Promise<void> {
  using database = new DatabaseSync(join(dataFolder, 'daybook.sqlite'), { readOnly: true })
  for (let waits = 0; waits < 300; waits++) {
    const { levels, merging } = readStructure(database.prepare(selectStructure).get())
    if (!merging && levels.flat().length <= MERGED) return
    await new Promise((resolve) => setTimeout(resolve, 1000))
  }
  throw new Error('The index was not merged within five minutes')
}
