import type { QueryClient } from '@tanstack/react-query'
import { listProjects, listTasks, type Task } from '#modules/tasks/contract.ts'
import { api } from '#ui/data/api.ts'
import { getConnection } from '#ui/data/connection.ts'
import { askOrKept } from '#ui/data/kept-answers.ts'
import { keepSending } from '#ui/outbox/send-waiting.ts'
import { taskOutbox } from './task-outbox.ts'

/** Late enough that nobody waits for it. */
const FIRST_MILLISECONDS = 3_000
const AGAIN_MILLISECONDS = 5 * 60_000

/** The lists as their page asks for them first, so that they are found there. */
const LISTS = [
  { view: 'open', sort: 'newest', limit: 100 },
  { view: 'done', sort: 'newest', limit: 100 },
] as const

/** Keeps tasks in this browser, and makes the changes that waited for the server; gives a function that ends it. */
export function start(queries: QueryClient): () => void {
  const endSending = keepSending(taskOutbox, queries)
  let timer: ReturnType<typeof setTimeout>
  const keep = async () => {
    if (getConnection() !== 'offline' && document.visibilityState === 'visible')
      await keepTasks().catch(() => undefined)
    timer = setTimeout(() => void keep(), AGAIN_MILLISECONDS)
  }
  timer = setTimeout(() => void keep(), FIRST_MILLISECONDS)
  return () => {
    endSending()
    clearTimeout(timer)
  }
}

async function keepTasks(): Promise<void> {
  for (const input of LISTS) await askOrKept<{ items: Task[] }>(listTasks.name, input, () => api.call(listTasks, input))
  const projects = { limit: 200 }
  await askOrKept(listProjects.name, projects, () => api.call(listProjects, projects))
}
