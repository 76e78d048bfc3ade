import { dialectOf } from '#kernel/database/dialect.ts'
import { selectByIndex } from './select-by-index.ts'
import { selectByRow } from './select-by-row.ts'
import { selectByVector } from './select-by-vector.ts'
import type { Database, FoundRow, Selection } from './selection.ts'

/** The documents of a plan that the actor may see, in order. */
export function selectDocuments(db: Database, selection: Selection): Promise<FoundRow[]> {
  const { text, without } = selection.plan
  if (text === undefined && without === undefined) return selectByRow(db, selection)
  return dialectOf(db) === 'sqlite' ? selectByIndex(db, selection) : selectByVector(db, selection)
}
