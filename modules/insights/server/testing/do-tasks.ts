import type { Actor } from '#kernel/actor.ts'
import { Failure } from '#kernel/failure.ts'
import type { TestApp } from '#testing/test-app.ts'
import { completeTask, createTask } from '../../../tasks/contract.ts'

interface Done {
  title: string
  spentMinutes: number
  estimateMin?: number
  estimateMax?: number
  labels?: string[]
}

/** Makes tasks and completes them, as somebody. */
export async function doTasks(app: TestApp, tasks: readonly Done[], actor: Actor = app.owner): Promise<string[]> {
  const ids: string[] = []
  for (const task of tasks) {
    const made = await app.as(actor).call(createTask, task)
    if (made instanceof Failure) throw new Error(made.code)
    await app.as(actor).call(completeTask, { id: made.id })
    ids.push(made.id)
  }
  return ids
}

/** So many tasks of a title. */
export function repeated(count: number, task: Done): Done[] {
  return Array.from({ length: count }, () => task)
}
