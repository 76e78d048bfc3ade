import { stableJson } from '#base/stable-json.ts'
import { toInstant, toInstantOrNull } from '#base/time.ts'
import { uuidv7 } from '#base/ids.ts'
import type { ReadDatabase, WriteDatabase } from '#kernel/database/scoped.ts'
import type { TaskValues, TaskVersion } from '../../contract.ts'
import type { TasksTables } from '../database.ts'
import type { Lost } from './merge-values.ts'
import type { VersionRow } from './tables.ts'

/** Versions of a task that are listed at most. */
const MOST = 200

/** Keeps values that lost their place, one version each. */
export async function keepVersions(
  db: WriteDatabase<TasksTables>,
  of: { taskId: string; changeId: string },
  lost: readonly Lost[],
  at: number,
): Promise<TaskVersion[]> {
  const kept = lost.length > 0 ? await versionsOf(db, of.taskId) : []
  const there = new Set(kept.filter(({ restoredAt }) => restoredAt === null).map(({ values }) => stableJson(values)))
  // A change whose answer got lost says again what is kept already.
  const fresh = lost.filter(({ values }) => !there.has(stableJson(values)))
  const rows = fresh.map(({ values, madeAt }): VersionRow => ({
    id: uuidv7(),
    task_id: of.taskId,
    change_id: of.changeId,
    fields: JSON.stringify(values),
    made_at: madeAt,
    kept_at: at,
    restored_at: null,
  }))
  if (rows.length > 0) await db.insertInto('tasks_version').values(rows).execute()
  return rows.map(toVersion)
}

/** The versions of a task, or those of one change, the newest first. */
export async function versionsOf(
  db: ReadDatabase<TasksTables>,
  taskId: string,
  changeId?: string,
): Promise<TaskVersion[]> {
  let select = db.selectFrom('tasks_version').selectAll().where('task_id', '=', taskId)
  if (changeId !== undefined) select = select.where('change_id', '=', changeId)
  return (await select.orderBy('id', 'desc').limit(MOST).execute()).map(toVersion)
}

function toVersion(row: VersionRow): TaskVersion {
  return {
    id: row.id,
    taskId: row.task_id,
    values: JSON.parse(row.fields) as TaskValues,
    madeAt: toInstantOrNull(row.made_at),
    keptAt: toInstant(row.kept_at),
    restoredAt: toInstantOrNull(row.restored_at),
  }
}
