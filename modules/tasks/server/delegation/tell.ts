import { personOf } from '#kernel/actor.ts'
import { delegationChanged, delegationTold } from '../../contract.ts'
import type { ChangeContext } from '../change-task.ts'
import type { DelegationRow } from './tables.ts'

/** Says that a delegation changed, and tells the other one of the two whom it concerns. */
export function tell({ actor, emit }: Pick<ChangeContext, 'actor' | 'emit'>, row: DelegationRow): void {
  const said = { id: row.id, taskId: row.task_id, state: row.state }
  emit(delegationChanged, said)
  const me = personOf(actor)
  const other = row.given_by === me ? row.person_id : row.given_by
  if (other !== null && other !== me) emit(delegationTold, said, { personId: other })
}
