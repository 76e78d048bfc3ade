import { uuidv7 } from '#base/ids.ts'
import { personOf } from '#kernel/actor.ts'
import type { ReadDatabase } from '#kernel/database/scoped.ts'
import { delegateTask, type DelegationMode } from '../../contract.ts'
import { changeTask } from '../change-task.ts'
import { command, type TaskRow, type TasksTables } from '../database.ts'
import { busyDetail, findAgent, hasRoom } from '../delegation/agents.ts'
import { canBeAsked, withRole } from '../delegation/delegatees.ts'
import { readDelegation } from '../delegation/read-delegations.ts'
import { openOfTask, storeDelegation } from '../delegation/store.ts'
import type { DelegationRow } from '../delegation/tables.ts'
import { tell } from '../delegation/tell.ts'
import { findProject } from '../find-project.ts'
import { findChangeable } from '../find-task.ts'
import { illegalMoveDetail, isOpen, mayMove } from '../status.ts'
import { changeOf } from '../undo/record-change.ts'

export default command(delegateTask, async (context, input) => {
  const { db, actor, ask, changed, fail, now } = context
  const { taskId, mode } = input
  const me = personOf(actor)
  const task = await findChangeable(db, taskId)
  if (!task) return fail('task-not-found')
  if (!isOpen(task.status)) return fail('task-closed')
  if (input.personId && !(await canBeAsked(ask, input.personId))) return fail('member-not-found')
  if (input.personId && (await isHidden(db, task))) return fail('project-private')
  const agent = input.agentId ? await findAgent(db, input.agentId) : null
  if (agent === undefined || agent?.archived) return fail('agent-not-found')
  if (!isClear(input, me)) return fail('unclear-delegatee')
  if (agent && !(await hasRoom(db, agent))) return fail('agent-busy', { detail: busyDetail(agent) })
  const status = STATUS[mode] ?? task.status
  if (!mayMove(task.status, status)) return fail('illegal-move', { detail: illegalMoveDetail(task.status, status) })

  const personId = mode === 'do' ? me : (input.personId ?? null)
  const row: DelegationRow = {
    id: uuidv7(),
    rev: 1,
    task_id: taskId,
    mode,
    person_id: personId,
    agent_id: agent?.id ?? null,
    given_by: me,
    state: mode === 'delete' ? 'done' : mode === 'do' ? 'in-progress' : 'pending',
    note: input.note,
    reason: null,
    estimate: input.estimateMinutes === undefined ? (task.estimate_max ?? task.estimate_min) : input.estimateMinutes,
    spent_before: task.spent_minutes,
    actual: null,
    created_at: now(),
    updated_at: now(),
    ended_at: mode === 'delete' ? now() : null,
  }
  const open = mode === 'delete' ? [] : await openOfTask(db, taskId)
  if (open.some((other) => clash(other, row))) return fail('already-delegated')

  await storeDelegation(db, null, row)
  tell(context, row)
  const fields = mode === 'delete' ? {} : { delegated: 1, ...peopleOf(task, row) }
  await changeTask(context, task, fields, status)
  const delegation = (await readDelegation(db, row.id))!
  changed(null, delegation)
  return { ...delegation, changeId: changeOf(db) }
})

/** Whether nobody but its owner sees a task. */
async function isHidden(db: ReadDatabase<TasksTables>, { project_id }: TaskRow): Promise<boolean> {
  if (project_id === null) return false
  const project = await findProject(db, project_id)
  return project?.private_to != null
}

/** What a task becomes at once. */
const STATUS: Partial<Record<DelegationMode, 'doing' | 'dropped'>> = { do: 'doing', delete: 'dropped' }

/** One person or agent is asked, and nobody asks oneself. */
function isClear(
  { mode, personId, agentId }: { mode: DelegationMode; personId?: string | undefined; agentId?: string | undefined },
  me: string,
): boolean {
  if (mode === 'do' || mode === 'delete') return personId === undefined && agentId === undefined
  return (personId === undefined) !== (agentId === undefined) && personId !== me
}

/** One does it, several may help. */
function clash(open: DelegationRow, wanted: DelegationRow): boolean {
  const same = open.person_id === wanted.person_id && open.agent_id === wanted.agent_id
  return same || (open.mode !== 'do-with-me' && wanted.mode !== 'do-with-me')
}

function peopleOf(task: TaskRow, { person_id, mode }: DelegationRow): { assignees?: string } {
  if (person_id === null) return {}
  return { assignees: withRole(task.assignees, person_id, mode === 'do-with-me' ? 'helper' : 'owner') }
}
