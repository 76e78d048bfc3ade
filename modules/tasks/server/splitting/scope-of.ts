import type { SplitScope } from '../../contract.ts'
import type { TaskRow } from '../database.ts'

/** Minutes from which a task has steps, and past which it is a project. */
const MULTI_STEP = 10
const PROJECT = 60

/** The minutes a task is taken to need: the larger end of its estimate. */
export function minutesOf(task: Pick<TaskRow, 'estimate_min' | 'estimate_max'>): number | null {
  return task.estimate_max ?? task.estimate_min
}

/** How large a task of so many minutes is. */
export function scopeOf(minutes: number): SplitScope {
  if (minutes < MULTI_STEP) return 'simple'
  return minutes <= PROJECT ? 'multi-step' : 'project'
}
