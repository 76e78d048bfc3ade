import type { QueryContext } from '#kernel/context.ts'
import { Failure } from '#kernel/failure.ts'
import { getTaskScore, listTasks, type Task, type TaskScore } from '../../../tasks/contract.ts'
import type { Suggestion } from '../../contract.ts'
import { fitInWords, fits, type Means } from './fits.ts'

type Ask = QueryContext<never>['ask']

/** Tasks that press most are looked at; of these as many are weighed again with the energy there is. */
const LOOKED_AT = 100
const WEIGHED = 8
const REASONS = 3

/** The person's own tasks by how much they press, the weightiest first. */
export async function pressingTasks(ask: Ask): Promise<Task[] | Failure> {
  const page = await ask(listTasks, { q: 'is:mine', sort: 'score', limit: LOOKED_AT })
  return page instanceof Failure ? page : page.items
}

/** The best of these tasks for what somebody has to give, each with its reasons. */
export async function suggest(
  ask: Ask,
  tasks: readonly Task[],
  means: Means,
  most: number,
): Promise<Suggestion[] | Failure> {
  const weighed: { task: Task; score: TaskScore }[] = []
  for (const task of tasks.filter((each) => fits(each, means)).slice(0, Math.max(WEIGHED, most))) {
    const score = await ask(getTaskScore, { id: task.id, ...(means.energy !== null && { energy: means.energy }) })
    if (score instanceof Failure) return score
    weighed.push({ task, score })
  }
  return weighed
    .sort((one, other) => other.score.score - one.score.score)
    .slice(0, most)
    .map(({ task, score }) => ({ task, reasons: reasonsOf(score, fitInWords(task, means)) }))
}

/** Why a task stands where it does, in words. */
export function reasonsOf({ terms }: Pick<TaskScore, 'terms'>, fit: readonly string[]): string[] {
  const pressing = terms.filter(({ points }) => points > 0).map(({ reason }) => reason)
  const reasons = [...fit, ...pressing].slice(0, REASONS)
  return reasons.length > 0 ? reasons : ['Ready to begin']
}
