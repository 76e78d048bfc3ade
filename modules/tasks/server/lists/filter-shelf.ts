import type { ExpressionBuilder, SelectQueryBuilder } from 'kysely'
import { prepared, slot } from '#kernel/database/prepared.ts'
import { rowBefore } from '#kernel/database/raw.ts'
import type { ReadDatabase } from '#kernel/database/scoped.ts'
import type { TaskStatus } from '../../contract.ts'
import type { TasksTables } from '../database.ts'
import type { Reach } from '../filter/reach.ts'
import type { Builder, Condition } from '../filter/to-condition.ts'
import type { Shelf } from '../shelf.ts'
import { columnsOf, directionOf, nameOf, type SortKey } from './list-order.ts'
import { walkShelf, type Walk } from './walk-shelf.ts'
import { SHOWN, type ShownRow } from '../to-task.ts'

/** A walk of what a filter lets pass. */
interface FilterWalk extends Walk {
  filter: (eb: Builder) => Condition
  reach: Reach
  /** Whether it is known that the next few hundred do not fill the page. */
  isLong: boolean
}

/** So many tasks are looked at one after the other: a filter that a tenth of the tasks meet has its page by then. */
const WINDOW = 1000

/**
 * The next tasks of one shelf that a filter lets pass. Where the next few hundred do not fill the page, `beforeLong` is
 * called and the filter walks an index of what filters look at.
 */
export async function filterShelf(
  db: ReadDatabase<TasksTables>,
  walk: FilterWalk,
  beforeLong: () => Promise<void>,
): Promise<ShownRow[]> {
  const { reach } = walk
  if (reach.kind === 'few') return walkShelf(db, walk)
  // In the order of what is due, what is due from or until a day stands beside each other.
  const due = reach.kind === 'due' ? reach : null
  const beside = walk.order.sort === 'due'
  if (due?.alone && beside) return walkShelf(db, walk)
  if (!walk.isLong) {
    const rows = await nearest(db, walk)
    if (rows) return rows
  }
  if (due && !beside) {
    if (!walk.isLong && (await areMany(db, walk, due.condition))) await beforeLong()
    return findDue(db, walk, due.condition)
  }
  await beforeLong()
  if (reach.kind === 'words') return findByWords(db, walk, reach.mayHold)
  return reach.kind === 'glance' ? findAtAGlance(db, walk) : walkShelf(db, walk)
}

/** The page, where the next few hundred fill it or no more follow; else null. */
async function nearest(db: ReadDatabase<TasksTables>, walk: FilterWalk): Promise<ShownRow[] | null> {
  const edge = await edgeOf(db, walk)
  if (edge === null) return walkShelf(db, walk)
  const near = (eb: Builder) => eb.and([walk.filter(eb), nearerThan(walk, edge)])
  const rows = await walkShelf(db, { ...walk, filter: near })
  return rows.length >= walk.limit ? rows : null
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

/** Looking at so many rows, all over the table, takes longer than handing them to a thread. */
const MANY = 2000

async function areMany(db: ReadDatabase<TasksTables>, { shelf }: FilterWalk, due: (eb: Builder) => Condition) {
  const beyond = await db
    .selectFrom('tasks_task')
    .select('id')
    .where('shelf', '=', shelf)
    .where((eb) => due(eb))
    .orderBy('due_order')
    .orderBy('id')
    .offset(MANY)
    .limit(1)
    .executeTakeFirst()
  return beyond !== undefined
}

/** What is left of the shelf, by when it is due: an index has these tasks beside each other. */
function findDue(db: ReadDatabase<TasksTables>, walk: FilterWalk, due: (eb: Builder) => Condition) {
  const { filter } = walk
  return inOrder(db, walk, (outer) => {
    // Order and limit keep a planner from looking at all tasks in the order of the list instead.
    const met = onShelf(outer, walk, due)
      .where((eb) => filter(eb as never))
      .orderBy('due_order')
      .limit(MOST)
    return outer.selectFrom('tasks_task').select('tasks_task.id').where('id', 'in', met)
  })
}

/** What is left of the shelf, by an index that has all the filter asks for: no row is read that is not shown. */
function findAtAGlance(db: ReadDatabase<TasksTables>, walk: FilterWalk) {
  const { shelf, status, projectId, filter } = walk
  const lanes = LANES[shelf]
  if (!lanes) return walkShelf(db, walk)
  return inOrder(db, walk, (outer) => {
    let ids = outer
      .selectFrom('tasks_task')
      .select('tasks_task.id')
      .where('lane', 'in', status === undefined ? lanes : [status])
    if (projectId !== undefined) ids = ids.where('project_id', '=', projectId)
    return ids.where((eb) => filter(eb as never))
  })
}

/** What is left of the shelf, of the tasks that may have the words by an index that has most texts. */
function findByWords(db: ReadDatabase<TasksTables>, walk: FilterWalk, mayHold: (eb: Builder) => Condition) {
  const { projectId, filter } = walk
  // A project's tasks stand beside each other in indexes of their own.
  if (projectId !== undefined) return walkShelf(db, walk)
  return inOrder(db, walk, (outer) =>
    outer
      .selectFrom('tasks_task')
      .select('tasks_task.id')
      .where('id', 'in', onShelf(outer, walk, mayHold))
      .where((eb) => filter(eb as never)),
  )
}

/** The tasks of the shelf that meet a condition. */
function onShelf(outer: Tables, { shelf, status, projectId }: FilterWalk, meets: (eb: Builder) => Condition): Ids {
  let ids = outer
    .selectFrom('tasks_task')
    .select('tasks_task.id')
    .where('shelf', '=', shelf)
    .where((eb) => meets(eb as never))
  if (projectId !== undefined) ids = ids.where('project_id', '=', projectId)
  if (status !== undefined) ids = ids.where('status', '=', status)
  return ids
}

type Tables = ExpressionBuilder<TasksTables, 'tasks_task'>
type Ids = SelectQueryBuilder<TasksTables, 'tasks_task', { id: string }>

/** The page of the tasks that are found, in the order of the list. */
function inOrder(
  db: ReadDatabase<TasksTables>,
  { order, after, limit }: FilterWalk,
  find: (outer: Tables) => Ids,
): Promise<ShownRow[]> {
  const columns = columnsOf(order)
  const direction = directionOf(order)
  let select = db
    .selectFrom('tasks_task')
    .select(SHOWN)
    .where('id', 'in', (outer) => {
      let ids = find(outer as Tables)
      if (after) ids = ids.where(rowBefore(columns, after, direction))
      for (const column of columns) ids = ids.orderBy(column, direction)
      return ids.limit(limit)
    })
  for (const column of columns) select = select.orderBy(column, direction)
  return select.execute()
}

/** More than there are. */
const MOST = 1_000_000_000

/** The lanes of a shelf; what lies in the trash and steps stand in none. */
const LANES: Record<Shelf, readonly TaskStatus[] | null> = {
  open: ['inbox', 'next', 'doing', 'waiting'],
  closed: ['done', 'dropped'],
  trash: null,
  step: null,
}
