import type { TaskStatus } from '../contract.ts'

const OPEN = ['inbox', 'next', 'doing', 'waiting'] as const satisfies TaskStatus[]
const CLOSED = ['done', 'dropped'] as const satisfies TaskStatus[]

/** Whether a task of this status is still to be done. */
export function isOpen(status: TaskStatus): boolean {
  return (OPEN as readonly TaskStatus[]).includes(status)
}

/** Where a task may go: open ones anywhere, closed ones only back, so that no record of an end is overwritten by another. */
export function legalMoves(from: TaskStatus): TaskStatus[] {
  const targets: readonly TaskStatus[] = isOpen(from) ? [...OPEN, ...CLOSED] : OPEN
  return targets.filter((status) => status !== from)
}

/** Whether a task may go there; to where it is it may always. */
export function mayMove(from: TaskStatus, to: TaskStatus): boolean {
  return from === to || legalMoves(from).includes(to)
}

/** The sentence of an illegal move, with the legal ones. */
export function illegalMoveDetail(from: TaskStatus, to: TaskStatus): string {
  return `A task cannot go from ${from} to ${to}; from ${from} it can go to ${legalMoves(from).join(', ')}`
}
