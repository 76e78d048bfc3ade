import type { ReadDatabase } from '#kernel/database/scoped.ts'
import { Failure } from '#kernel/failure.ts'
import { readCursor, toPage } from '#kernel/lists/page.ts'
import type { ScoreWeights, TaskStatus } from '../../contract.ts'
import type { TasksTables } from '../database.ts'
import type { Builder, Condition } from '../filter/to-condition.ts'
import { otherOrder } from '../lists/list-order.ts'
import type { Shelf } from '../shelf.ts'
import { SHOWN, toTask, type ShownRow } from '../to-task.ts'
import { countHeldUp, SCORED } from './facts.ts'
import { scoreOf } from './score-of.ts'
import { leastPressing, mostPressing } from './stages.ts'

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
 * Tasks by their score. It moves with time and with each person's weights, so that no index holds it. What presses is
 * scored first, and where the page is full of what no other task can come before, nothing else is read.
 */
export async function listByScore(db: ReadDatabase<TasksTables>, list: ScoredList) {
  const place = readCursor(list.cursor, ['string', 'number', 'number', 'string']) as Place | null | Failure
  if (place instanceof Failure) return place
  const order = list.reversed ? '-score' : 'score'
  if (place && place[0] !== order) return otherOrder()
  const at = place?.[1] ?? list.now

  const sign = list.reversed ? -1 : 1
  const inOrder = (a: Scored, b: Scored) => sign * (b.score - a.score || (a.id < b.id ? 1 : a.id > b.id ? -1 : 0))
  const follows = (each: Scored) => !place || inOrder({ score: place[2], id: place[3] }, each) < 0
  const best = await bestOf(db, list, at, (scored) =>
    scored
      .filter(follows)
      .sort(inOrder)
      .slice(0, list.limit + 1),
  )
  const rows = await rowsOf(db, best)
  const scores = new Map(best.map(({ id, score }) => [id, score]))
  return toPage(rows, list.limit, toTask, ({ id }) => [order, at, scores.get(id)!, id])
}

interface Scored {
  id: string
  score: number
}

/** The tasks of the page, after as few stages as can say which they are. */
async function bestOf(
  db: ReadDatabase<TasksTables>,
  list: ScoredList,
  at: number,
  pageOf: (scored: Scored[]) => Scored[],
): Promise<Scored[]> {
  const heldUp = await countHeldUp(db, null)
  const known = new Map<string, Scored>()
  const stages = list.reversed ? leastPressing(list.weights, at) : mostPressing(list.weights, at)
  // What lies in the trash stands in no lane.
  const asked = list.shelves.includes('trash') ? stages.slice(-1) : stages
  for (const { conditions, others } of asked) {
    for (const condition of conditions)
      for (const each of await scoreThose(db, list, at, heldUp, condition)) known.set(each.id, each)
    const page = pageOf([...known.values()])
    if (page.length > list.limit && page.every(({ score }) => (list.reversed ? score < others : score > others)))
      return page
  }
  return pageOf([...known.values()])
}

async function scoreThose(
  db: ReadDatabase<TasksTables>,
  { shelves, status, projectId, filter, weights }: ScoredList,
  at: number,
  heldUp: ReadonlyMap<string, number>,
  condition: ((eb: Builder) => Condition) | null,
): Promise<Scored[]> {
  let select = db.selectFrom('tasks_task').select(SCORED).where('shelf', 'in', shelves)
  if (status !== undefined) select = select.where('status', '=', status)
  if (projectId !== undefined) select = select.where('project_id', '=', projectId)
  if (filter) select = select.where((eb) => filter(eb))
  if (condition) select = select.where((eb) => condition(eb))
  return (await select.execute()).map((row) => ({
    id: row.id,
    score: scoreOf({ ...row, holdsUp: heldUp.get(row.id) ?? 0 }, weights, at, null),
  }))
}

async function rowsOf(db: ReadDatabase<TasksTables>, best: readonly Scored[]): Promise<ShownRow[]> {
  const ids = best.map(({ id }) => id)
  const rows = await db.selectFrom('tasks_task').select(SHOWN).where('id', 'in', ids).execute()
  const byId = new Map(rows.map((row) => [row.id, row]))
  return ids.map((id) => byId.get(id)!)
}
