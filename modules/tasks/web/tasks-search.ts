import { useParams, useSearch } from '@tanstack/react-router'

const views = ['open', 'done', 'trash'] as const
const sorts = ['newest', 'due', 'priority', 'score'] as const

/** What the address of the tasks says: which list, and what is open beside it. */
export interface TasksView {
  view: (typeof views)[number]
  sort: (typeof sorts)[number]
  projectId: string | undefined
  /** A filter in the words of search. */
  q: string | undefined
  taskId: string | undefined
}

export function useTasksView(): TasksView {
  const { taskId } = useParams({ strict: false }) as { taskId?: string }
  const search = useSearch({ strict: false }) as Record<string, string | undefined>
  return {
    view: views.find((view) => view === search.view) ?? 'open',
    sort: sorts.find((sort) => sort === search.sort) ?? 'newest',
    projectId: search.project,
    q: search.q,
    taskId,
  }
}

/** The members of the address for a view; what is usual is left out. */
export function toSearch({ view, sort, projectId, q }: Partial<TasksView>): Record<string, string | undefined> {
  return {
    view: view === 'open' ? undefined : view,
    sort: sort === 'newest' ? undefined : sort,
    project: projectId,
    q,
  }
}

/** The input of `tasks.list` for a view. */
export function toListInput({ view, sort, projectId, q }: TasksView): Record<string, unknown> {
  return { view, sort, ...(projectId && { projectId }), ...(q && { q }) }
}
