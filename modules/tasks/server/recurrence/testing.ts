import type { TestApp } from '#testing/test-app.ts'
import { listTasks, type Task } from '../../contract.ts'
import { taskAlarms } from './internal.ts'

export const DAY = 86_400_000

/** The open tasks, the one that was made last first. */
export async function open(app: TestApp): Promise<Task[]> {
  return (await app.call(listTasks, {})).items
}

/** Sees to what is due, as the clock of every few seconds does; answers how much it was. */
export function sweep(app: TestApp): Promise<number> {
  return app.daybook.kernel.services.modules.get(taskAlarms, 'tasks').sweep()
}
