import { personOf } from '#kernel/actor.ts'
import { answerDelegation, type DelegationState } from '../../contract.ts'
import { changeTask } from '../change-task.ts'
import { command, type TaskRow } from '../database.ts'
import { busyDetail, findAgent, hasRoom } from '../delegation/agents.ts'
import { withRole } from '../delegation/delegatees.ts'
import { tracked } from '../delegation/end-delegations.ts'
import { illegalDetail, isOpenState, mayAnswer, movesOf } from '../delegation/moves.ts'
import { readDelegation } from '../delegation/read-delegations.ts'
import { findDelegation, openOfTask, storeDelegation } from '../delegation/store.ts'
import type { DelegationRow } from '../delegation/tables.ts'
import { tell } from '../delegation/tell.ts'
import { findChangeable } from '../find-task.ts'
import { isStale, staleDetail } from '../revision.ts'
import type { TaskFields } from '../save-task.ts'
import { illegalMoveDetail, isOpen, mayMove } from '../status.ts'
import { changeOf } from '../undo/record-change.ts'

export default command(answerDelegation, async (context, { id, rev, state, reason, actualMinutes }) => {
  const { db, actor, changed, fail, now } = context
  const me = personOf(actor)
  const row = await findDelegation(db, id)
  if (!row) return fail('delegation-not-found')
  const task = await findChangeable(db, row.task_id)
  if (!task) return fail('task-not-found')
  if (isStale(row, rev)) return fail('stale-revision', { detail: staleDetail(row) })
  if (!movesOf(row).includes(state)) return fail('illegal-delegation-move', { detail: illegalDetail(row, state) })
  if (!mayAnswer(row, state, me)) return fail('not-yours-to-answer')
  if (state === 'returned' && row.given_by !== me && !reason) return fail('reason-needed')
  const agent = row.agent_id === null ? undefined : await findAgent(db, row.agent_id)
  const opens = isOpenState(state) && !isOpenState(row.state)
  if (opens && agent && !(await hasRoom(db, agent))) return fail('agent-busy', { detail: busyDetail(agent) })
  const status = statusAfter(task, row, state)
  if (!mayMove(task.status, status)) return fail('illegal-move', { detail: illegalMoveDetail(task.status, status) })

  const before = (await readDelegation(db, id))!
  const spent = Math.max(task.spent_minutes, row.spent_before + (actualMinutes ?? 0))
  const answered: DelegationRow = {
    ...row,
    rev: row.rev + 1,
    state,
    reason: state === 'returned' ? (reason ?? null) : null,
    actual: state === 'done' ? (actualMinutes ?? tracked(task.spent_minutes, row.spent_before)) : null,
    updated_at: now(),
    ended_at: isOpenState(state) ? null : now(),
  }
  await storeDelegation(db, row, answered)
  tell(context, answered)
  const fields: Partial<TaskFields> = {
    ...peopleAfter(task, answered),
    ...(state === 'done' && spent > task.spent_minutes && { spent_minutes: spent }),
  }
  const delegated = (await openOfTask(db, task.id)).length > 0 ? 1 : 0
  if (delegated !== task.delegated) fields.delegated = delegated
  await changeTask(context, task, fields, status)
  const after = (await readDelegation(db, id))!
  changed(before, after)
  return { ...after, changeId: changeOf(db) }
})

/** Who takes a task on is doing it; who has done what they were given, has done the task. Who only helps has helped. */
function statusAfter(task: TaskRow, { mode }: DelegationRow, state: DelegationState): TaskRow['status'] {
  if (state === 'in-progress') return 'doing'
  if (mode === 'do-with-me') return task.status
  if (state === 'done') return 'done'
  if (state === 'returned' && task.status === 'doing') return 'next'
  return isOpen(task.status) ? task.status : 'next'
}

/** Who gives a task back has nothing to do with it any more. */
function peopleAfter(task: TaskRow, { person_id, mode, state }: DelegationRow): { assignees?: string } {
  if (person_id === null || state === 'done') return {}
  const role = state === 'returned' ? null : mode === 'do-with-me' ? 'helper' : 'owner'
  const assignees = withRole(task.assignees, person_id, role)
  return assignees === task.assignees ? {} : { assignees }
}
