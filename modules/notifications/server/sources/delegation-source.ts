import { delegationTold, getDelegation, type Delegation } from '#modules/tasks/contract.ts'
import { memberName } from './member-name.ts'
import type { Source } from './source.ts'

/** Somebody was asked to do a task, or answered who had asked. */
export const delegationSource: Source = {
  event: delegationTold,
  async toNotice({ ask }, { id, subjectId, personId, data }) {
    const delegation = await ask(getDelegation, { id: subjectId })
    const asked = delegation.personId === personId
    const other = asked ? delegation.givenBy : delegation.personId
    const name = other === null ? (delegation.agentName ?? 'An agent') : await memberName(ask, other)
    const state = data.state as Delegation['state']
    return {
      kind: 'delegation',
      key: `delegation ${id}`,
      title: `${name} ${(asked ? TO_ASKED : TO_GIVER)[state](delegation)}: ${delegation.taskTitle}`.slice(0, 300),
      detail: state === 'pending' ? delegation.note || null : delegation.reason,
      record: { kind: 'tasks.task', id: delegation.taskId },
    }
  },
}

const TO_ASKED: Record<Delegation['state'], (delegation: Delegation) => string> = {
  pending: ({ mode }) => (mode === 'do-with-me' ? 'asks you to help with' : 'asks you to do'),
  'in-progress': () => 'would like more of',
  done: () => 'has done',
  returned: () => 'took back',
}

const TO_GIVER: Record<Delegation['state'], (delegation: Delegation) => string> = {
  pending: () => 'has not begun',
  'in-progress': () => 'is at it',
  done: () => 'has done it',
  returned: () => 'gave back',
}
