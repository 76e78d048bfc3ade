import { personOf } from '#kernel/actor.ts'
import { Failure } from '#kernel/failure.ts'
import { toPage } from '#kernel/lists/page.ts'
import { listTasks, scoreWeights } from '../../contract.ts'
import { query } from '../database.ts'
import { namesOf } from '../filter/names.ts'
import { narrow } from '../filter/narrow.ts'
import { readFilter, readsText } from '../filter/read-filter.ts'
import { toCondition, type Builder } from '../filter/to-condition.ts'
import { isLong } from '../lists/is-long.ts'
import { byScore, keyOf, nameOf, orderOf, readListCursor } from '../lists/list-order.ts'
import { mergeWalks } from '../lists/merge-walks.ts'
import { shelvesOf } from '../lists/shelves-of.ts'
import { walkShelf } from '../lists/walk-shelf.ts'
import { listByScore } from '../score/list-by-score.ts'
import { toTask } from '../to-task.ts'

export default query(listTasks, async ({ db, actor, fail, now, onThread, setting }, input) => {
  const { cursor, limit, q, sort, ...given } = input
  const read = readFilter(q, now())
  if (!read.ok) return fail('bad-query', read.fault)
  const scored = byScore(sort, read.query.sort)
  const order = orderOf(sort, read.query.sort)
  const after = scored ? null : readListCursor(cursor, order)
  if (after instanceof Failure) return after

  const names = await namesOf(db, read.query.where)
  const { view, status, projectId, rest } = narrow(read.query.where, names, given)
  const asking = { names, personId: personOf(actor) }
  const filter = rest.length === 0 ? null : (eb: Builder) => eb.and(rest.map((node) => toCondition(eb, node, asking)))
  const shelves = shelvesOf(view, status)
  if ((scored || readsText(read.query.where)) && (await isLong(db, shelves))) onThread()
  if (scored) {
    const weights = await setting(scoreWeights)
    const { reversed } = scored
    return listByScore(db, { shelves, status, projectId, filter, reversed, weights, cursor, limit, now: now() })
  }
  const walks = []
  for (const shelf of shelves) {
    walks.push(await walkShelf(db, { shelf, status, projectId, order, filter, after, limit: limit + 1 }))
  }
  return toPage(mergeWalks(walks, order), limit, toTask, (row) => [nameOf(order), ...keyOf(row, order)])
})
