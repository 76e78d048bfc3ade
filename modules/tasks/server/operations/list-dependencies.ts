import type { ReadDatabase } from '#kernel/database/scoped.ts'
import { listDependencies, type Dependency, type Relation } from '../../contract.ts'
import { query, type TasksTables } from '../database.ts'
import { holds } from '../dependencies/holds.ts'
import { findTask } from '../find-task.ts'

export default query(listDependencies, async ({ db, fail }, { id }) => {
  const task = await findTask(db, id)
  if (!task) return fail('task-not-found')
  const waitsFor = await related(db, 'task_id', 'on_id', id)
  const holdsUp = await related(db, 'on_id', 'task_id', id)
  return {
    waitsFor: waitsFor.map((row) => ({ ...toDependency(row), holds: holds(row.relation as Relation, row) })),
    holdsUp: holdsUp.map((row) => ({ ...toDependency(row), holds: holds(row.relation as Relation, task) })),
  }
})

/** The tasks at the other end that do not lie in the trash. */
function related(db: ReadDatabase<TasksTables>, near: 'task_id' | 'on_id', far: 'task_id' | 'on_id', id: string) {
  return db
    .selectFrom('tasks_dependency as d')
    .innerJoin('tasks_task as t', 't.id', `d.${far}`)
    .select(['d.task_id', 'd.on_id', 'd.relation', 't.title', 't.status', 't.deleted_at'])
    .where(`d.${near}`, '=', id)
    .where('t.deleted_at', 'is', null)
    .orderBy('d.created_at')
    .orderBy('t.id')
    .execute()
}

type Row = Awaited<ReturnType<typeof related>>[number]

function toDependency({ task_id, on_id, relation, title, status }: Row): Omit<Dependency, 'holds'> {
  return { taskId: task_id, onId: on_id, relation: relation as Relation, title, status }
}
