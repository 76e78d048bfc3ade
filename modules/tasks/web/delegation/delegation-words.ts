import type { Delegation, DelegationMode } from '#modules/tasks/contract.ts'
import type { Accent } from '#ui/define-web-module.ts'

/** The four ways to deal with a task, as people read them, and what the button says. */
export const modes: Record<DelegationMode, { label: string; hint: string; act: string; told: string }> = {
  do: { label: 'Do it', hint: 'You begin now.', act: 'Begin', told: 'You are at it' },
  'do-with-me': {
    label: 'Do it with me',
    hint: 'It stays yours, and somebody helps.',
    act: 'Ask for help',
    told: 'Asked',
  },
  delegate: { label: 'Delegate', hint: 'Somebody else does it.', act: 'Delegate', told: 'Delegated' },
  delete: { label: 'Let it go', hint: 'Nobody does it.', act: 'Let it go', told: 'Let go' },
}

export const stateName: Record<Delegation['state'], string> = {
  pending: 'Asked',
  'in-progress': 'In progress',
  done: 'Done',
  returned: 'Given back',
}

export const stateAccent: Record<Delegation['state'], Accent> = {
  pending: 'yellow',
  'in-progress': 'lilac',
  done: 'green',
  returned: 'orange',
}

/** Estimated against actual, where one of them is known. */
export function effortWords({ estimateMinutes, actualMinutes }: Delegation): string | null {
  const estimated = estimateMinutes === null ? null : `estimated ${estimateMinutes} min`
  const took = actualMinutes === null ? null : `took ${actualMinutes} min`
  return [took, estimated].filter(Boolean).join(', ') || null
}
