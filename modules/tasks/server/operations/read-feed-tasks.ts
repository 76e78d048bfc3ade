import { query } from '../database.ts'
import type { FeedTask } from '../feeds/feed-task.ts'
import { readFeedTasks } from '../feeds/internal.ts'
import { areMembers } from '../people/are-members.ts'
import { privateOwners } from '../projects/private-owners.ts'

/** Tasks a calendar is given; what was done stays in it for a while. */
const MOST = 2000
const DONE_MS = 30 * 86_400_000

export default query(readFeedTasks, async ({ db, actor, ask, now }, { userId }) => {
  if (!(await areMembers(ask as never, actor, [userId]))) return { tasks: null }
  const owners = await privateOwners(db)
  const hidden = [...owners].filter(([, owner]) => owner !== userId).map(([id]) => id)
  const mine = db
    .selectFrom('tasks_task')
    .selectAll()
    .where((e) =>
      e.or([
        e('owner_id', '=', userId),
        e('id', 'in', e.selectFrom('tasks_assignee').select('task_id').where('user_id', '=', userId)),
      ]),
    )
    .where((e) => e.or([e('project_id', 'is', null), e('project_id', 'not in', hidden)]))
    .orderBy('id')
  const open = await mine.where('shelf', '=', 'open').limit(MOST).execute()
  const ended = await mine
    .where('shelf', '=', 'closed')
    .where('completed_at', '>=', now() - DONE_MS)
    .limit(MOST)
    .execute()
  const rows = [...open, ...ended]
  const series = new Map(
    rows.length === 0
      ? []
      : (
          await db
            .selectFrom('tasks_occurrence')
            .select(['task_id', 'series_id', 'start', 'excluded'])
            .where(
              'task_id',
              'in',
              rows.filter(({ recurrence }) => recurrence !== null).map(({ id }) => id),
            )
            .execute()
        ).map(({ task_id, ...of }) => [task_id, of] as const),
  )
  return { tasks: rows.map((row): FeedTask => ({ ...row, series: series.get(row.id) ?? null })) }
})
