import { findSimilarTasks, type Task } from '#modules/tasks/contract.ts'
import { api } from '#ui/data/api.ts'
import { openPath } from '#ui/open-path.ts'
import { showToast } from '#ui/toasts.ts'

/** Says which open task says nearly the same as one that was just added. It is added all the same. */
export async function pointOutSimilar(task: Pick<Task, 'id' | 'title'>): Promise<void> {
  // Whoever has no connection is told nothing: the task counts.
  const found = await api.call(findSimilarTasks, { titles: [task.title] }).catch(() => null)
  const other = found?.items[0]?.similar.find(({ id }) => id !== task.id)
  if (!other) return
  showToast({
    message: `There is already “${other.title}”`,
    action: { label: 'Open it', run: () => openPath(`/tasks/${other.id}`) },
  })
}
