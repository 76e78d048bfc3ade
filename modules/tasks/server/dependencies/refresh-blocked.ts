import { plus } from '#kernel/database/raw.ts'
import { wholeTables, type WriteDatabase } from '#kernel/database/scoped.ts'
import { prepared, slot } from '#kernel/database/prepared.ts'
import type { CommandContext } from '#kernel/context.ts'
import { taskUpdated, type Relation, type TaskStatus } from '../../contract.ts'
import type { TasksTables } from '../database.ts'
import { holds } from './holds.ts'

type Context = Pick<CommandContext<TasksTables>, 'db' | 'emit' | 'now'>

/** Tells what waits for these tasks whether it is still held up: they have begun, ended, gone or come back. */
export async function refreshFollowers(context: Context, ids: readonly string[]): Promise<void> {
  const followers = new Set<string>()
  for (const id of ids) for (const follower of await followersOf(context.db, id)) followers.add(follower)
  for (const follower of followers) await refreshBlocked(context, follower)
}

/** Notes on a task whether anything holds it up; tells of it where that has changed. */
export async function refreshBlocked({ db, emit, now }: Context, id: string): Promise<boolean> {
  // Also where one of the two is private to somebody else: what is held up is so for all.
  const whole = wholeTables(db)
  const rows = await whole
    .selectFrom('tasks_dependency as d')
    .innerJoin('tasks_task as t', 't.id', 'd.on_id')
    .select(['d.relation', 't.status', 't.deleted_at'])
    .where('d.task_id', '=', id)
    .execute()
  const blocked = rows.some((row) =>
    holds(row.relation as Relation, row as { status: TaskStatus; deleted_at: number | null }),
  )
  const { numUpdatedRows } = await whole
    .updateTable('tasks_task')
    .set({ blocked: Number(blocked), rev: plus('rev', 1), updated_at: now() })
    .where('id', '=', id)
    .where('blocked', '<>', Number(blocked))
    .executeTakeFirstOrThrow()
  if (numUpdatedRows > 0n) emit(taskUpdated, { id })
  return blocked
}

async function followersOf(db: WriteDatabase<TasksTables>, id: string): Promise<string[]> {
  const build = () => db.selectFrom('tasks_dependency').select('task_id').where('on_id', '=', slot('id'))
  const rows = await prepared<{ task_id: string }>(db, 'followers of a task', build, { id })
  return rows.map(({ task_id }) => task_id)
}
