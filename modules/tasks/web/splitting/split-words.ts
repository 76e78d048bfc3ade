import type { Decomposition, SplitKind, SplitScope } from '#modules/tasks/contract.ts'

/** How large a task is, as people read it. */
export const scopeName: Record<SplitScope, string> = {
  simple: 'Small: one go',
  'multi-step': 'Several steps',
  project: 'A project: parts first',
}

/** How far a task is taken apart, as people read it. */
export const decompositionName: Record<Decomposition, string> = {
  stub: 'Not split yet',
  decomposing: 'Split in part',
  decomposed: 'Split',
  atomic: 'Small enough',
}

/** A number of steps or parts. */
export function countOfKind(count: number, kind: SplitKind): string {
  return `${count} ${kind}${count === 1 ? '' : 's'}`
}
