import type { Task } from '../../../tasks/contract.ts'

/** What somebody has to give: null where it is not known. */
export interface Means {
  energy: number | null
  minutes: number | null
  /** The day on their wall. */
  date: string
}

/** Whether a task can be turned to now: it waits for nobody, has begun, and takes no more than there is. */
export function fits(task: Task, { energy, minutes, date }: Means): boolean {
  if (task.blocked || task.status === 'waiting') return false
  if (task.startOn !== null && task.startOn > date) return false
  if (energy !== null && task.energy !== null && task.energy > energy) return false
  const takes = minutesOf(task)
  return minutes === null || takes === null || takes <= minutes
}

/** Why it fits what there is, beyond why it presses. */
export function fitInWords(task: Task, { energy, minutes }: Means): string[] {
  const takes = minutesOf(task)
  const reasons: string[] = []
  if (minutes !== null && takes !== null) reasons.push(`Takes about ${takes} of the ${minutes} minutes you have`)
  if (energy === 1 && task.energy === 1) reasons.push('Small enough for a slow hour')
  return reasons
}

function minutesOf({ estimateMin, estimateMax }: Task): number | null {
  return estimateMax ?? estimateMin
}
