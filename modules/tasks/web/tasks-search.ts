import { useParams, useSearch } from '@tanstack/react-router'

/** The ways to look at tasks. */
export const ways = ['list', 'board', 'agenda', 'tree', 'matrix'] as const
const views = ['open', 'done', 'trash'] as const
const sorts = ['newest', 'due', 'priority', 'score'] as const

/** What the address of the tasks says: which list, and what is open beside it. */
export interface TasksView {
  as: (typeof ways)[number]
  view: (typeof views)[number]
  sort: (typeof sorts)[number]
  projectId: string | undefined
  /** A filter in the words of search. */
  q: string | undefined
  /** The first day of the agenda; today unless told. */
  from: string | undefined
  taskId: string | undefined
}

export function useTasksView(): TasksView {
  const { taskId } = useParams({ strict: false }) as { taskId?: string }
  const search = useSearch({ strict: false }) as Record<string, string | undefined>
  return {
    as: ways.find((way) => way === search.as) ?? 'list',
    view: views.find((view) => view === search.view) ?? 'open',
    sort: sorts.find((sort) => sort === search.sort) ?? 'newest',
    projectId: search.project,
    q: search.q,
    from: /^\d{4}-\d\d-\d\d$/.test(search.from ?? '') ? search.from : undefined,
    taskId,
  }
}

/** The members of the address for a view; what is usual is left out. */
export function toSearch({
  as,
  view,
  sort,
  projectId,
  q,
  from,
}: Partial<TasksView>): Record<string, string | undefined> {
  return {
    as: as === 'list' ? undefined : as,
    view: view === 'open' ? undefined : view,
    sort: sort === 'newest' ? undefined : sort,
    project: projectId,
    q,
    from,
  }
}

/** The input of `tasks.list` for a view. */
export function toListInput({ view, sort, projectId, q }: TasksView): Record<string, unknown> {
  return { view, sort, ...(projectId && { projectId }), ...(q && { q }) }
}
