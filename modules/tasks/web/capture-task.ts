import type { Task } from '#modules/tasks/contract.ts'
import { dayInWords } from '#ui/format.ts'
import { saveLine } from './quick-add/save-line.ts'
import { pointOutSimilar } from './similar/point-out.ts'

/** Saves one line as a task, and says what it was understood as. */
export async function captureTask(text: string): Promise<{ message: string; path: string }> {
  const task = await saveLine({ text })
  void pointOutSimilar(task)
  return { message: `Saved: ${inWords(task)}`, path: `/tasks/${task.id}` }
}

function inWords({ title, dueAt, labels }: Task): string {
  return [title, ...(dueAt ? [`due ${dayInWords(dueAt)}`] : []), ...labels.map((label) => `#${label}`)].join(', ')
}
