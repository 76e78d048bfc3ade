import { dayAt, instantOf } from '#base/query/zoned-time.ts'
import { isZone, serverZone } from '#base/server-locale.ts'
import { resetDay } from '../../contract.ts'
import { changeTask } from '../change-task.ts'
import { command } from '../database.ts'
import { changeOf } from '../undo/record-change.ts'

/** Tasks a command: more would hold up others. */
const MOST = 500

export default command(resetDay, async (context, { zone }) => {
  const { db, changed, fail, now } = context
  const timeZone = zone ?? serverZone()
  if (!isZone(timeZone)) return fail('bad-zone')
  const today = instantOf(dayAt(now(), timeZone), 0, timeZone)

  const rows = await db
    .selectFrom('tasks_task')
    .selectAll()
    .where('shelf', '=', 'open')
    .where('due_order', '<', today)
    // What comes again has its own way with missed days.
    .where('recurrence', 'is', null)
    .orderBy('due_order')
    .limit(MOST + 1)
    .execute()
  const tasks = rows.slice(0, MOST)
  for (const task of tasks) await changeTask(context, task, { due_at: null })
  if (tasks.length > 0) changed(null, { tasks: tasks.length, changeId: changeOf(db) })
  return {
    tasks: tasks.length,
    more: rows.length > MOST,
    message: sentenceOf(tasks.length),
    changeId: changeOf(db),
  }
})

function sentenceOf(count: number): string {
  if (count === 0) return 'Nothing is still open from before: the day is yours.'
  return count === 1
    ? 'One task was still open from before. It has no date now and waits until you give it one.'
    : `${count} tasks were still open from before. They have no date now and wait until you give them one.`
}
