import type { QueryClient } from '@tanstack/react-query'
import { getTask, listSteps, listTasks, type Task } from '#modules/tasks/contract.ts'
import { operationKey } from '#ui/data/use-operation.ts'
import { patchList, refreshList } from '#ui/data/use-cursor-list.ts'

/** What is said of a change that waits. */
export const WAITS = 'On the server as soon as it can be reached.'

/** Shows a change that waits: what is on the screen is as it will be. */
export async function showChanged(cache: QueryClient, task: Task): Promise<void> {
  cache.setQueryData(operationKey(getTask, { id: task.id }), task)
  patchList<Task>(cache, listTasks, (row) => (row.id === task.id ? task : row))
  await Promise.all([refreshList(cache, listTasks), cache.invalidateQueries({ queryKey: operationKey(listSteps) })])
}
