import type { CommandContext } from '#kernel/context.ts'
import { scrubErased } from '#kernel/erasure/contract.ts'
import { projectChanged } from '../../contract.ts'
import type { TasksTables } from '../database.ts'
import { refreshBlocked } from '../dependencies/refresh-blocked.ts'
import { eraseTasks } from '../erase-tasks.ts'

type Erasing = CommandContext<TasksTables>

/** Erases tasks that one person alone saw. What others see, and hung on one of them, stands by itself from then on. */
export async function erasePrivateTasks(context: Erasing, ids: readonly string[]): Promise<void> {
  const { db, enqueue } = context
  const followers = await db
    .selectFrom('tasks_dependency')
    .select('task_id')
    .distinct()
    .where('on_id', 'in', ids)
    .where('task_id', 'not in', ids)
    .execute()
  const subjects = [...ids, ...(await partsOf(db, ids))]
  await db.updateTable('tasks_task').set({ parent_id: null }).where('parent_id', 'in', ids).execute()
  await db.deleteFrom('tasks_merge').where('task_id', 'in', ids).execute()
  await forgetRecords(db, ids)
  await eraseTasks(context, ids)
  for (const { task_id } of followers) await refreshBlocked(context, task_id)
  await enqueue(scrubErased, { module: 'tasks', all: true, subjects })
}

/** Erases projects that one person alone saw, once their tasks are gone. */
export async function erasePrivateProjects(context: Erasing, ids: readonly string[]): Promise<void> {
  const { db, emit, enqueue, unlinkAll } = context
  await db.updateTable('tasks_template').set({ project_id: null }).where('project_id', 'in', ids).execute()
  await db.updateTable('tasks_project').set({ parent_id: null }).where('parent_id', 'in', ids).execute()
  await forgetRecords(db, ids)
  await db.deleteFrom('tasks_project').where('id', 'in', ids).execute()
  for (const id of ids) {
    await unlinkAll({ kind: 'tasks.project', id })
    emit(projectChanged, { id })
  }
  await enqueue(scrubErased, { module: 'tasks', all: true, subjects: [...ids] })
}

/** What could be undone, and what was made of a capture, is known by the record. */
async function forgetRecords(db: Erasing['db'], ids: readonly string[]): Promise<void> {
  await db.deleteFrom('tasks_change').where('record_id', 'in', ids).execute()
  await db.deleteFrom('tasks_captured').where('record_id', 'in', ids).execute()
}

const PARTS = ['tasks_comment', 'tasks_attachment', 'tasks_delegation', 'tasks_reminder', 'tasks_time_entry'] as const

/** What belongs to tasks under ids of its own: the audit tells of it by these. */
async function partsOf(db: Erasing['db'], taskIds: readonly string[]): Promise<string[]> {
  const found: string[] = []
  for (const table of PARTS) {
    const rows = await db.selectFrom(table).select('id').where('task_id', 'in', taskIds).execute()
    found.push(...rows.map(({ id }) => id))
  }
  return found
}
