import type { ReadDatabase } from '#kernel/database/scoped.ts'
import { Failure } from '#kernel/failure.ts'
import { readCursor, toPage } from '#kernel/lists/page.ts'
import type { ScoreWeights, TaskStatus } from '../../contract.ts'
import type { TaskRow, TasksTables } from '../database.ts'
import type { Builder, Condition } from '../filter/to-condition.ts'
import { otherOrder } from '../lists/list-order.ts'
import type { Shelf } from '../shelf.ts'
import { toTask } from '../to-task.ts'
import { countHeldUp, SCORED } from './facts.ts'
import { scoreOf } from './score-of.ts'

export interface ScoredList {
  shelves: Shelf[]
  status: TaskStatus | undefined
  projectId: string | undefined
  filter: ((eb: Builder) => Condition) | null
  reversed: boolean
  weights: ScoreWeights
  cursor: string | undefined
  limit: number
  now: number
}

/** Where a page ended: the scores of all its pages are those of one moment. */
type Place = [order: string, at: number, score: number, id: string]

/**
 * Tasks by their score. It moves with time and with each person's weights, so that no index holds it: all that the
 * filter lets pass is scored.
 */
export async function listByScore(db: ReadDatabase<TasksTables>, list: ScoredList) {
  const place = readCursor(list.cursor, ['string', 'number', 'number', 'string']) as Place | null | Failure
  if (place instanceof Failure) return place
  const order = list.reversed ? '-score' : 'score'
  if (place && place[0] !== order) return otherOrder()
  const at = place?.[1] ?? list.now

  const sign = list.reversed ? -1 : 1
  const inOrder = (a: Scored, b: Scored) => sign * (b.score - a.score || (a.id < b.id ? 1 : a.id > b.id ? -1 : 0))
  const scored = (await scoreAll(db, list, at)).filter(
    (each) => !place || inOrder({ score: place[2], id: place[3] }, each) < 0,
  )
  const best = scored.sort(inOrder).slice(0, list.limit + 1)
  const rows = await rowsOf(db, best)
  const scores = new Map(best.map(({ id, score }) => [id, score]))
  return toPage(rows, list.limit, toTask, ({ id }) => [order, at, scores.get(id)!, id])
}

interface Scored {
  id: string
  score: number
}

async function scoreAll(
  db: ReadDatabase<TasksTables>,
  { shelves, status, projectId, filter, weights }: ScoredList,
  at: number,
): Promise<Scored[]> {
  let select = db.selectFrom('tasks_task').select(SCORED).where('shelf', 'in', shelves)
  if (status !== undefined) select = select.where('status', '=', status)
  if (projectId !== undefined) select = select.where('project_id', '=', projectId)
  if (filter) select = select.where((eb) => filter(eb))
  const heldUp = await countHeldUp(db, null)
  return (await select.execute()).map((row) => ({
    id: row.id,
    score: scoreOf({ ...row, holdsUp: heldUp.get(row.id) ?? 0 }, weights, at, null),
  }))
}

async function rowsOf(db: ReadDatabase<TasksTables>, best: readonly Scored[]): Promise<TaskRow[]> {
  const ids = best.map(({ id }) => id)
  const rows = await db.selectFrom('tasks_task').selectAll().where('id', 'in', ids).execute()
  const byId = new Map(rows.map((row) => [row.id, row]))
  return ids.map((id) => byId.get(id)!)
}
