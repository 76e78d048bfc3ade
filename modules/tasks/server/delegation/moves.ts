import type { DelegationState } from '../../contract.ts'
import type { DelegationRow } from './tables.ts'

const MOVES: Record<DelegationState, readonly DelegationState[]> = {
  pending: ['in-progress', 'done', 'returned'],
  'in-progress': ['done', 'returned'],
  done: ['in-progress'],
  returned: ['pending'],
}

/** Where a delegation may go from where it is. What was let go stays so. */
export function movesOf({ mode, state }: Pick<DelegationRow, 'mode' | 'state'>): readonly DelegationState[] {
  return mode === 'delete' ? [] : MOVES[state]
}

/** The sentence of an illegal move, with the legal ones. */
export function illegalDetail(row: Pick<DelegationRow, 'mode' | 'state'>, to: DelegationState): string {
  const legal = movesOf(row)
  const ways = legal.length === 0 ? 'it stays as it is' : `from ${row.state} it can go to ${legal.join(', ')}`
  return `A delegation cannot go from ${row.state} to ${to}; ${ways}`
}

/** Whether these are still to be done. */
export const OPEN: DelegationState[] = ['pending', 'in-progress']
export const isOpenState = (state: DelegationState) => OPEN.includes(state)

/**
 * Who may make a move: whoever was asked answers, and for an agent every member does; who asked takes back, asks again,
 * or says that it is not done yet.
 */
export function mayAnswer(row: DelegationRow, to: DelegationState, personId: string): boolean {
  const asked = row.agent_id !== null || row.person_id === personId
  const gave = row.given_by === personId
  if (to === 'pending') return gave
  if (to === 'returned') return asked || gave
  return asked || (gave && row.state === 'done')
}
