import { rowBefore } from '#kernel/database/raw.ts'
import { Failure } from '#kernel/failure.ts'
import { readCursor, toPage } from '#kernel/lists/page.ts'
import { listProjects } from '../../contract.ts'
import { query } from '../database.ts'
import { toProject } from '../to-project.ts'

export default query(listProjects, async ({ db }, { cursor, limit }) => {
  const after = readCursor(cursor, ['number', 'number', 'string', 'string'])
  if (after instanceof Failure) return after

  let select = db
    .selectFrom('tasks_project')
    .selectAll('tasks_project')
    .select((eb) =>
      eb
        .selectFrom('tasks_task')
        .select(({ fn }) => fn.countAll<number>().as('n'))
        .whereRef('tasks_task.project_id', '=', 'tasks_project.id')
        .where('tasks_task.shelf', '=', 'open')
        .$asScalar()
        .as('open_tasks'),
    )
    .orderBy('archived')
    .orderBy('position')
    .orderBy('name_order')
    .orderBy('id')
    .limit(limit + 1)
  if (after) select = select.where(rowBefore(['archived', 'position', 'name_order', 'id'], after, 'asc'))
  const rows = await select.execute()
  return toPage(
    rows,
    limit,
    (row) => toProject({ ...row, open_tasks: row.open_tasks ?? 0 }),
    (row) => [row.archived, Number(row.position), row.name_order, row.id],
  )
})
