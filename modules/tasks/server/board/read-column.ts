import type { ReadDatabase } from '#kernel/database/scoped.ts'
import type { TaskStatus } from '../../contract.ts'
import type { TasksTables } from '../database.ts'
import type { OpenFilter } from '../filter/open-filter.ts'
import { SHOWN, type ShownRow } from '../to-task.ts'

/** A column is counted up to here: beyond it nobody needs to know how many. */
const MOST_COUNTED = 100

interface Column {
  /** The first tasks of the column, one more than its cards where there are more. */
  rows: ShownRow[]
  count: number
  more: boolean
}

/** The tasks of one status that a filter lets pass, what matters most on top. One walk of an index counts and finds. */
export async function readColumn(
  db: ReadDatabase<TasksTables>,
  status: TaskStatus,
  { projectId, filter }: Pick<OpenFilter, 'projectId' | 'filter'>,
  cards: number,
): Promise<Column> {
  let select = db.selectFrom('tasks_task').select('tasks_task.id').where('lane', '=', status)
  if (projectId !== undefined) select = select.where('project_id', '=', projectId)
  if (filter) select = select.where((eb) => filter(eb))
  const ids = (
    await select
      .orderBy('priority', 'desc')
      .orderBy('id', 'desc')
      .limit(Math.max(MOST_COUNTED, cards) + 1)
      .execute()
  ).map(({ id }) => id)
  const rows = await db
    .selectFrom('tasks_task')
    .select(SHOWN)
    .where('id', 'in', ids.slice(0, cards + 1))
    .orderBy('priority', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return { rows, count: Math.min(ids.length, MOST_COUNTED), more: ids.length > MOST_COUNTED }
}
