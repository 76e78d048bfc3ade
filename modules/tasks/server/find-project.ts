import type { ReadDatabase } from '#kernel/database/scoped.ts'
import type { ProjectRow, TasksTables } from './database.ts'

/** A project of the workspace. */
export function findProject(db: ReadDatabase<TasksTables>, id: string): Promise<ProjectRow | undefined> {
  return db.selectFrom('tasks_project').selectAll().where('id', '=', id).executeTakeFirst()
}

/** Whether a task may stand in a project: none, or one of the workspace. */
export async function isProject(db: ReadDatabase<TasksTables>, id: string | null | undefined): Promise<boolean> {
  return id === null || id === undefined || (await findProject(db, id)) !== undefined
}

/** How many open tasks a project has; counted on an index rather than kept, so that it never drifts. */
export async function countOpenTasks(db: ReadDatabase<TasksTables>, projectId: string): Promise<number> {
  const { open_tasks } = await db
    .selectFrom('tasks_task')
    .select(({ fn }) => fn.countAll<number>().as('open_tasks'))
    .where('project_id', '=', projectId)
    .where('shelf', '=', 'open')
    .executeTakeFirstOrThrow()
  return open_tasks
}
