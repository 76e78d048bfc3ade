import type { ReadDatabase, WriteDatabase } from '#kernel/database/scoped.ts'
import { champsVocabulary, taskUpdated, type ChampsFacet, type ChampsFacets } from '../../contract.ts'
import type { TasksTables } from '../database.ts'
import { findTask } from '../find-task.ts'
import { recordChange } from '../undo/record-change.ts'
import type { UndoContext } from '../undo/undo-task.ts'

const FACETS = Object.keys(champsVocabulary) as ChampsFacet[]

/** Facets without a value each. */
export const noFacets = (): ChampsFacets => ({
  conversation: null,
  help: null,
  activity: null,
  movement: null,
  participation: null,
  success: null,
})

/** The facets of a task; null is what nobody has said. */
export async function readChamps(db: ReadDatabase<TasksTables>, taskId: string): Promise<ChampsFacets> {
  const rows = await db.selectFrom('tasks_champs').select(['facet', 'value']).where('task_id', '=', taskId).execute()
  return { ...noFacets(), ...Object.fromEntries(rows.map(({ facet, value }) => [facet, value])) }
}

/** Stores the facets of a task that change; false where none does. */
export async function storeChamps(
  db: WriteDatabase<TasksTables>,
  taskId: string,
  wanted: Partial<ChampsFacets>,
): Promise<boolean> {
  const before = await readChamps(db, taskId)
  const changed = FACETS.filter((facet) => wanted[facet] !== undefined && wanted[facet] !== before[facet])
  if (changed.length === 0) return false
  await db.deleteFrom('tasks_champs').where('task_id', '=', taskId).where('facet', 'in', changed).execute()
  const rows = changed.flatMap((facet) => {
    const value = wanted[facet]
    return value ? [{ facet, value, task_id: taskId }] : []
  })
  if (rows.length > 0) await db.insertInto('tasks_champs').values(rows).execute()
  await recordChange(db, 'champs', taskId, pick(before, changed), pick(wanted, changed))
  return true
}

/** A task that follows another one is like it. */
export async function copyChamps(db: WriteDatabase<TasksTables>, fromId: string, toId: string): Promise<void> {
  const rows = await db.selectFrom('tasks_champs').select(['facet', 'value']).where('task_id', '=', fromId).execute()
  if (rows.length === 0) return
  await db
    .insertInto('tasks_champs')
    .values(rows.map((row) => ({ ...row, task_id: toId })))
    .execute()
}

/** Puts the facets back that still are as the change left them. */
export async function undoChamps(
  { db, emit }: UndoContext,
  taskId: string,
  before: Partial<ChampsFacets>,
  after: Partial<ChampsFacets>,
): Promise<boolean> {
  if (!(await findTask(db, taskId))) return false
  const current = await readChamps(db, taskId)
  const untouched = FACETS.filter((facet) => facet in before && current[facet] === after[facet])
  if (!(await storeChamps(db, taskId, pick(before, untouched)))) return false
  emit(taskUpdated, { id: taskId })
  return true
}

function pick(facets: Partial<ChampsFacets>, names: readonly ChampsFacet[]): Partial<ChampsFacets> {
  return Object.fromEntries(names.map((name) => [name, facets[name]]))
}
