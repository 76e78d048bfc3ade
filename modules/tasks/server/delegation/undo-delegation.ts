import { delegationChanged } from '../../contract.ts'
import { findTask } from '../find-task.ts'
import { saveTask } from '../save-task.ts'
import type { UndoContext } from '../undo/undo-task.ts'
import { findAgent, hasRoom } from './agents.ts'
import { isOpenState } from './moves.ts'
import { findDelegation, openOfTask, storeDelegation } from './store.ts'
import type { DelegationRow } from './tables.ts'

interface Stored {
  row: DelegationRow | null
}

/** Puts a delegation back to what it was, unless somebody has answered since or its agent has no room for it. */
export async function undoDelegation(
  context: UndoContext,
  taskId: string,
  before: Stored,
  after: Stored,
): Promise<boolean> {
  const { db, emit, now } = context
  const { id } = (after.row ?? before.row)!
  const current = (await findDelegation(db, id)) ?? null
  if (current?.rev !== after.row?.rev) return false
  const task = await findTask(db, taskId)
  if (!task) return false
  const opens = before.row !== null && isOpenState(before.row.state) && !(current && isOpenState(current.state))
  if (opens && before.row!.agent_id !== null) {
    const agent = await findAgent(db, before.row!.agent_id)
    if (!agent || !(await hasRoom(db, agent))) return false
  }
  const wanted = before.row && { ...before.row, rev: (current?.rev ?? before.row.rev) + 1, updated_at: now() }
  await storeDelegation(db, current, wanted)
  const delegated = (await openOfTask(db, taskId)).length > 0 ? 1 : 0
  if (task.delegated !== delegated) await saveTask(db, task, { delegated }, now())
  emit(delegationChanged, { id, taskId, state: (wanted ?? current)!.state })
  return true
}
