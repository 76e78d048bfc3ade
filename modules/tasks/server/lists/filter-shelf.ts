import { prepared, slot } from '#kernel/database/prepared.ts'
import { rowBefore } from '#kernel/database/raw.ts'
import type { ReadDatabase } from '#kernel/database/scoped.ts'
import type { TaskStatus } from '../../contract.ts'
import type { TaskRow, TasksTables } from '../database.ts'
import type { Builder, Condition } from '../filter/to-condition.ts'
import type { Shelf } from '../shelf.ts'
import { columnsOf, directionOf, nameOf, type SortKey } from './list-order.ts'
import { walkShelf, type Walk } from './walk-shelf.ts'

/** A walk of what a filter lets pass. */
export interface FilterWalk extends Walk {
  filter: (eb: Builder) => Condition
  /** Few tasks can be meant: a database looks each of them up. */
  few: boolean
}

/** So many tasks are looked at one after the other: a filter that most tasks meet has its page by then. */
const WINDOW = 500

/**
 * The next tasks of one shelf that a filter lets pass. Where the next few hundred do not fill the page, `beforeLong` is
 * called and the filter walks an index of what filters look at.
 */
export async function filterShelf(
  db: ReadDatabase<TasksTables>,
  walk: FilterWalk,
  beforeLong: () => Promise<void>,
): Promise<TaskRow[]> {
  if (walk.few) return walkShelf(db, walk)
  const edge = await edgeOf(db, walk)
  if (edge === null) return walkShelf(db, walk)
  const { filter } = walk
  const near = (eb: Builder) => eb.and([filter(eb), nearerThan(walk, edge)])
  const rows = await walkShelf(db, { ...walk, filter: near })
  if (rows.length >= walk.limit) return rows
  await beforeLong()
  return findAll(db, walk)
}

/** The first task beyond the window, as its place in the order; null where the shelf ends before. */
async function edgeOf(db: ReadDatabase<TasksTables>, walk: FilterWalk): Promise<SortKey | null> {
  const { shelf, status = null, projectId = null, order, after } = walk
  const columns = columnsOf(order)
  const direction = directionOf(order)
  const build = () => {
    let select = db
      .selectFrom('tasks_task')
      .select([...columns])
      .where('shelf', '=', slot('shelf'))
    if (projectId !== null) select = select.where('project_id', '=', slot('projectId'))
    if (status !== null) select = select.where('status', '=', slot('status'))
    if (after) select = select.where(rowBefore(columns, placeSlots(columns), direction))
    for (const column of columns) select = select.orderBy(column, direction)
    return select.limit(1).offset(WINDOW)
  }
  const shape = `edge ${nameOf(order)} ${projectId !== null} ${status !== null} ${after !== null}`
  const place = Object.fromEntries((after ?? []).map((value, index) => [`after${index}`, value]))
  const [row] = await prepared<Record<string, string | number>>(db, shape, build, {
    shelf,
    status,
    projectId,
    ...place,
  })
  return row ? columns.map((column) => row[column]!) : null
}

const placeSlots = (columns: readonly string[]) => columns.map((_, index) => slot(`after${index}`))

function nearerThan({ order }: FilterWalk, edge: SortKey): Condition {
  return rowBefore(columnsOf(order), edge, directionOf(order) === 'desc' ? 'asc' : 'desc')
}

/**
 * All that is left of the shelf: ids first, so that an index answers without the rows behind it, then the rows of the
 * page.
 */
function findAll(db: ReadDatabase<TasksTables>, { shelf, status, projectId, order, after, filter, limit }: FilterWalk) {
  const columns = columnsOf(order)
  const direction = directionOf(order)
  const lanes = LANES[shelf] && (status === undefined ? LANES[shelf] : [status])
  let select = db
    .selectFrom('tasks_task')
    .selectAll()
    .where('id', 'in', (outer) => {
      let ids = outer.selectFrom('tasks_task').select('tasks_task.id')
      ids = lanes ? ids.where('lane', 'in', lanes) : ids.where('shelf', '=', shelf)
      if (!lanes && status !== undefined) ids = ids.where('status', '=', status)
      if (projectId !== undefined) ids = ids.where('project_id', '=', projectId)
      if (after) ids = ids.where(rowBefore(columns, after, direction))
      for (const column of columns) ids = ids.orderBy(column, direction)
      return ids.where((eb) => filter(eb as never)).limit(limit)
    })
  for (const column of columns) select = select.orderBy(column, direction)
  return select.execute()
}

/** The lanes of a shelf; what lies in the trash and steps stand in none. */
const LANES: Record<Shelf, readonly TaskStatus[] | null> = {
  open: ['inbox', 'next', 'doing', 'waiting'],
  closed: ['done', 'dropped'],
  trash: null,
  step: null,
}
