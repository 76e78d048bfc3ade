import { wholeTables, type ReadDatabase, type WriteDatabase } from '#kernel/database/scoped.ts'
import type { TaskRow, TasksTables } from '../database.ts'
import { STEP, TASK } from './levels.ts'

/** Room between neighbours, so that one can come between without moving the others. */
export const GAP = 1 << 16

/** Whether a task of this level may stand under a parent: one level below it, or a step under a task or subtask. */
export function mayStandUnder(parent: Pick<TaskRow, 'level'>, level: number): boolean {
  if (level === STEP) return parent.level === TASK || parent.level === TASK + 1
  return level === parent.level + 1
}

/** Whether a task is another one or stands above it. */
export async function isAbove(db: WriteDatabase<TasksTables>, id: string, other: TaskRow): Promise<boolean> {
  // What stands between them may be private to somebody else.
  const whole = wholeTables(db)
  let at: Pick<TaskRow, 'id' | 'parent_id'> | undefined = other
  while (at) {
    if (at.id === id) return true
    if (at.parent_id === null) return false
    at = await whole
      .selectFrom('tasks_task')
      .select(['id', 'parent_id'])
      .where('id', '=', at.parent_id)
      .executeTakeFirst()
  }
  return false
}

/**
 * The position under a parent after a sibling: null is the first place, undefined the last. Null where the sibling is
 * not one.
 */
export async function positionAfter(
  db: WriteDatabase<TasksTables>,
  parentId: string,
  afterId: string | null | undefined,
): Promise<number | null> {
  // Places are taken by what is private to somebody else too.
  const whole = wholeTables(db)
  if (afterId === undefined) return ((await edge(whole, parentId, 'desc')) ?? -GAP) + GAP
  if (afterId === null) return ((await edge(whole, parentId, 'asc')) ?? GAP) - GAP
  const before = await db
    .selectFrom('tasks_task')
    .select(['id', 'position'])
    .where('id', '=', afterId)
    .where('parent_id', '=', parentId)
    .executeTakeFirst()
  if (!before) return null
  const next = await firstAfter(whole, parentId, before.position)
  if (next === undefined) return before.position + GAP
  const between = Math.floor((before.position + next) / 2)
  if (between > before.position) return between
  await spread(whole, parentId)
  return positionAfter(db, parentId, afterId)
}

async function edge(
  db: ReadDatabase<TasksTables>,
  parentId: string,
  direction: 'asc' | 'desc',
): Promise<number | undefined> {
  const row = await db
    .selectFrom('tasks_task')
    .select('position')
    .where('parent_id', '=', parentId)
    .orderBy('position', direction)
    .limit(1)
    .executeTakeFirst()
  return row?.position
}

async function firstAfter(
  db: ReadDatabase<TasksTables>,
  parentId: string,
  position: number,
): Promise<number | undefined> {
  const row = await db
    .selectFrom('tasks_task')
    .select('position')
    .where('parent_id', '=', parentId)
    .where('position', '>', position)
    .orderBy('position')
    .limit(1)
    .executeTakeFirst()
  return row?.position
}

/** Gives all siblings room again. */
async function spread(db: WriteDatabase<TasksTables>, parentId: string): Promise<void> {
  const siblings = await db
    .selectFrom('tasks_task')
    .select('id')
    .where('parent_id', '=', parentId)
    .orderBy('position')
    .orderBy('id')
    .execute()
  for (const [index, { id }] of siblings.entries())
    await db
      .updateTable('tasks_task')
      .set({ position: index * GAP })
      .where('id', '=', id)
      .execute()
}
