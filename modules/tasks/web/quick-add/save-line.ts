import { uuidv7 } from '#base/ids.ts'
import { quickAddTask, type Task } from '#modules/tasks/contract.ts'
import { api } from '#ui/data/api.ts'
import { taskChanges } from '../offline/task-outbox.ts'
import { taskOfLine } from '../offline/task-of-line.ts'

interface Line {
  text: string
  literal?: string[]
  projectId?: string | undefined
  notes?: string
}

/**
 * Saves a line as a task, read as it was read here: with this browser's language, zone and clock. While Daybook cannot be
 * reached it waits here, and what it will be is the answer.
 */
export async function saveLine({ text, literal = [], projectId, notes = '' }: Line): Promise<Task> {
  const id = uuidv7()
  const input = {
    id,
    text,
    literal,
    notes,
    locale: navigator.language,
    zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    writtenAt: new Date().toISOString(),
    ...(projectId && { projectId }),
  }
  const change = async () => ({
    kind: 'line' as const,
    input,
    task: await taskOfLine({ id, text, literal, notes, projectId }),
  })
  const ask = (idempotencyKey: string) => api.call(quickAddTask, input, { idempotencyKey })
  const { task } = await taskChanges.add(ask, change)
  return task
}
