import { splitTask, taskCreated, taskUpdated } from '../../contract.ts'
import { command, type TaskRow } from '../database.ts'
import { findChangeable } from '../find-task.ts'
import { isStale, staleDetail } from '../revision.ts'
import { insertTask, saveTask } from '../save-task.ts'
import { scopeOf } from '../splitting/scope-of.ts'
import { toTask } from '../to-task.ts'
import { STEP } from '../tree/levels.ts'
import { GAP, mayStandUnder, positionAfter } from '../tree/place.ts'
import { changeOf } from '../undo/record-change.ts'

/** Minutes of the longest step. */
const LONGEST_STEP = 5

export default command(splitTask, async ({ db, changed, emit, fail, now }, { id, rev, kind, items, whole }) => {
  const task = await findChangeable(db, id)
  if (!task) return fail('task-not-found')
  if (isStale(task, rev)) return fail('stale-revision', { detail: staleDetail(task) })
  const level = kind === 'step' ? STEP : task.level + 1
  if (level > STEP || (kind === 'part' && level === STEP) || !mayStandUnder(task, level)) return fail('illegal-level')
  if (kind === 'step' && items.some(({ minutes }) => minutes !== null && minutes > LONGEST_STEP))
    return fail('step-too-long')

  const first = (await positionAfter(db, id, undefined))!
  const made: TaskRow[] = []
  // The first one is made last, so that it stands on top where the newest comes first.
  for (const [index, { title, minutes }] of [...items.entries()].reverse()) {
    const row = await insertTask(
      db,
      {
        title,
        status: 'next',
        parent_id: id,
        level,
        position: first + index * GAP,
        estimate_min: minutes,
        estimate_max: minutes,
        decomposition: isSmall(kind, minutes) ? 'atomic' : 'stub',
        project_id: task.project_id,
        owner_id: task.owner_id,
      },
      now(),
    )
    emit(taskCreated, { id: row.id })
    made.unshift(row)
  }
  const split = await saveTask(db, task, { decomposition: whole ? 'decomposed' : 'decomposing' }, now())
  emit(taskUpdated, { id })
  changed(toTask(task), toTask(split))
  return { task: toTask(split), items: made.map(toTask), changeId: changeOf(db) }
})

/** What needs no further splitting. */
function isSmall(kind: string, minutes: number | null): boolean {
  return kind === 'step' || (minutes !== null && scopeOf(minutes) === 'simple')
}
