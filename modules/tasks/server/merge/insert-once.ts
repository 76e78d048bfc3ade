import type { ReadDatabase, WriteDatabase } from '#kernel/database/scoped.ts'
import type { TaskRow, TasksTables } from '../database.ts'
import { findTask } from '../find-task.ts'
import { IdTakenError, insertTask, type TaskFields } from '../save-task.ts'

/** The task that was made under an id already, when the same is asked again. */
export async function findNamed(db: ReadDatabase<TasksTables>, id: string | undefined): Promise<TaskRow | undefined> {
  return id === undefined ? undefined : findTask(db, id)
}

/** Stores a new task under the id that it is to have; null where that is not free. */
export async function insertOnce(
  db: WriteDatabase<TasksTables>,
  fields: Partial<TaskFields> & { title: string },
  at: number,
  id: string | undefined,
): Promise<TaskRow | null> {
  try {
    return await insertTask(db, fields, at, id)
  } catch (error) {
    if (error instanceof IdTakenError) return null
    throw error
  }
}
