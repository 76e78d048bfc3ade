import { personOf } from '#kernel/actor.ts'
import { Failure } from '#kernel/failure.ts'
import { readCursor, toPage } from '#kernel/lists/page.ts'
import { listDelegations } from '../../contract.ts'
import { query } from '../database.ts'
import { OPEN } from '../delegation/moves.ts'
import { shownDelegations, toDelegation } from '../delegation/read-delegations.ts'

export default query(listDelegations, async ({ db, actor }, { cursor, limit, side, open, taskId, agentId }) => {
  const after = readCursor(cursor, ['string'])
  if (after instanceof Failure) return after
  const me = personOf(actor)
  let rows = shownDelegations(db)
    .orderBy('tasks_delegation.id', 'desc')
    .limit(limit + 1)
  if (after) rows = rows.where('tasks_delegation.id', '<', String(after[0]))
  if (taskId) rows = rows.where('tasks_delegation.task_id', '=', taskId)
  if (agentId) rows = rows.where('tasks_delegation.agent_id', '=', agentId)
  if (open) rows = rows.where('tasks_delegation.state', 'in', OPEN)
  // What one does oneself or lets go is nobody else’s.
  if (side === 'given')
    rows = rows.where('tasks_delegation.given_by', '=', me).where('tasks_delegation.mode', '!=', 'do')
  if (side === 'received')
    rows = rows.where('tasks_delegation.person_id', '=', me).where('tasks_delegation.given_by', '!=', me)
  return toPage(await rows.execute(), limit, toDelegation, ({ id }) => [id])
})
