import type { Task, TaskVersion } from '#modules/tasks/contract.ts'
import { openPath } from '#ui/open-path.ts'
import { showToast } from '#ui/toasts.ts'
import { fieldNames } from './field-words.ts'

/** Says that a task was changed in two places, and where what lost its place is. */
export function tellVersions({ task, kept }: { task: Task; kept: readonly TaskVersion[] }): void {
  if (kept.length === 0) return
  const fields = [...new Set(kept.flatMap(({ values }) => fieldNames(values)))].join(', ')
  showToast({
    message: `Changed in two places: ${task.title}`,
    detail: `The later change holds. What the other said is kept below the task: ${fields}.`,
    stays: true,
    action: { label: 'Look', run: () => openPath(`/tasks/${task.id}`) },
  })
}
