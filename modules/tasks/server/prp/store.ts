import { toInstant } from '#base/time.ts'
import type { ReadDatabase } from '#kernel/database/scoped.ts'
import type { Prp } from '../../contract.ts'
import type { TasksTables } from '../database.ts'
import type { PrpRow } from '../delegation/tables.ts'

/** The saved document of a task. */
export async function findPrp(db: ReadDatabase<TasksTables>, taskId: string): Promise<PrpRow | undefined> {
  return db.selectFrom('tasks_prp').selectAll().where('task_id', '=', taskId).executeTakeFirst()
}

/** A saved document as the API shows it. */
export function toPrp(row: PrpRow): Prp {
  return {
    taskId: row.task_id,
    document: row.document,
    saved: true,
    rev: row.rev,
    savedBy: row.saved_by,
    savedAt: toInstant(row.saved_at),
  }
}
