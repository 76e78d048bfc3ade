import type { Work } from '../../../tasks/contract.ts'
import type { PastTask, TaskFacts } from '../estimates/past-task.ts'

/** A model is of one person: all its tasks are theirs. */
export const ME = 'me'

/** A task that is done, as estimates learn from it. */
export function toPastTask(work: Work): PastTask {
  return { ...toFacts(work), ownMinutes: ownMinutes(work), minutes: work.spentMinutes }
}

/** What of a task says how long it may take. */
export function toFacts({ title, projectId, labels }: Pick<Work, 'title' | 'projectId' | 'labels'>): TaskFacts {
  return { person: ME, project: projectId, labels, title, ownMinutes: null }
}

/** The middle of the person's own range, as ratios go; its one end where it has but one. */
export function ownMinutes({ estimateMin, estimateMax }: Pick<Work, 'estimateMin' | 'estimateMax'>): number | null {
  const low = estimateMin || estimateMax
  const high = estimateMax || estimateMin
  return low && high ? Math.sqrt(low * high) : null
}
