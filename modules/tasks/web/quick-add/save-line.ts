import { quickAddTask, type Task } from '#modules/tasks/contract.ts'
import { api } from '#ui/data/api.ts'

/** Saves a line as a task, read as it was read here: with this browser's language, zone and clock. */
export function saveLine(line: { text: string; literal?: string[]; projectId?: string | undefined }): Promise<Task> {
  return api.call(quickAddTask, {
    text: line.text,
    literal: line.literal ?? [],
    locale: navigator.language,
    zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    writtenAt: new Date().toISOString(),
    ...(line.projectId && { projectId: line.projectId }),
  })
}
