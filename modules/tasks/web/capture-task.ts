import { createTask } from '#modules/tasks/contract.ts'
import { api } from '#ui/data/api.ts'

/** Saves one line as a task in the inbox of tasks. */
export async function captureTask(text: string): Promise<{ message: string; path: string }> {
  const task = await api.call(createTask, { title: text })
  return { message: `Saved: ${task.title}`, path: `/tasks/${task.id}` }
}
