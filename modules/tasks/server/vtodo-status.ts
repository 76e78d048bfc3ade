import type { TaskStatus } from '../contract.ts'

/** STATUS of a VTODO (RFC 5545, 3.8.1.11). */
export type VtodoStatus = 'NEEDS-ACTION' | 'IN-PROCESS' | 'COMPLETED' | 'CANCELLED'

const TO_VTODO = {
  inbox: 'NEEDS-ACTION',
  next: 'NEEDS-ACTION',
  waiting: 'NEEDS-ACTION',
  doing: 'IN-PROCESS',
  done: 'COMPLETED',
  dropped: 'CANCELLED',
} as const satisfies Record<TaskStatus, VtodoStatus>

/** A task's status as calendars know it. */
export function toVtodoStatus(status: TaskStatus): VtodoStatus {
  return TO_VTODO[status]
}

/**
 * The status that a calendar's means for a task. Calendars tell fewer apart: where the task's own means the same it
 * stays, so that a round trip loses nothing. What needs action again goes to `next`.
 */
export function fromVtodoStatus(status: VtodoStatus, current: TaskStatus | null = null): TaskStatus {
  if (current !== null && TO_VTODO[current] === status) return current
  if (status === 'COMPLETED') return 'done'
  if (status === 'CANCELLED') return 'dropped'
  if (status === 'IN-PROCESS') return 'doing'
  return current === null ? 'inbox' : 'next'
}
