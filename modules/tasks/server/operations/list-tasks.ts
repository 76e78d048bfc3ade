import { Failure } from '#kernel/failure.ts'
import { toPage } from '#kernel/lists/page.ts'
import { listTasks, scoreWeights, type Task } from '../../contract.ts'
import { addFields } from '../custom-fields/store.ts'
import { query } from '../database.ts'
import { openFilter } from '../filter/open-filter.ts'
import { filterShelf } from '../lists/filter-shelf.ts'
import { isLong } from '../lists/is-long.ts'
import { byScore, keyOf, nameOf, orderOf, readListCursor } from '../lists/list-order.ts'
import { mergeWalks } from '../lists/merge-walks.ts'
import { shelvesOf } from '../lists/shelves-of.ts'
import { walkShelf } from '../lists/walk-shelf.ts'
import { listByScore } from '../score/list-by-score.ts'
import { toTask } from '../to-task.ts'

export default query(listTasks, async (context, input) => {
  const { db, fail, now, onThread, begunAgain, setting } = context
  const { cursor, limit, q, sort, fields, ...given } = input
  const withFields = async (page: { items: Task[]; next: string | null }) =>
    fields ? { ...page, items: await addFields(db, page.items) } : page
  const opened = await openFilter(context, q, given)
  if ('fault' in opened) return fail('bad-query', opened.fault)
  const scored = byScore(sort, opened.sort)
  const order = orderOf(sort, opened.sort)
  const after = scored ? null : readListCursor(cursor, order)
  if (after instanceof Failure) return after

  const { view, status, projectId, filter, reach } = opened
  const shelves = shelvesOf(view, status)
  const beforeLong = async () => void (!begunAgain && (await isLong(db, shelves)) && onThread())
  if (scored) {
    await beforeLong()
    const weights = await setting(scoreWeights)
    const { reversed } = scored
    const page = await listByScore(db, {
      shelves,
      status,
      projectId,
      filter,
      reversed,
      weights,
      cursor,
      limit,
      now: now(),
    })
    return page instanceof Failure ? page : withFields(page)
  }
  const walks = []
  for (const shelf of shelves) {
    const walk = { shelf, status, projectId, order, after, limit: limit + 1 }
    walks.push(
      filter
        ? await filterShelf(db, { ...walk, filter, reach, isLong: begunAgain }, beforeLong)
        : await walkShelf(db, { ...walk, filter: null }),
    )
  }
  const page = toPage(mergeWalks(walks, order), limit, toTask, (row) => [nameOf(order), ...keyOf(row, order)])
  return withFields(page)
})
