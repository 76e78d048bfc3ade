import { lazy, Suspense } from 'react'
import { ListAndRecord } from '#ui/page.tsx'
import { Skeleton } from '#ui/skeleton.tsx'
import { TaskDetail } from './task-detail.tsx'
import { TaskList } from './task-list.tsx'
import { NoTaskOpen } from './no-task-open.tsx'
import { useTasksView } from './tasks-search.ts'

// Whoever looks at the list waits for no board.
const views = {
  board: lazy(async () => ({ default: (await import('./board/board.tsx')).Board })),
  agenda: lazy(async () => ({ default: (await import('./agenda/agenda.tsx')).Agenda })),
  tree: lazy(async () => ({ default: (await import('./tree/tree.tsx')).Tree })),
  matrix: lazy(async () => ({ default: (await import('./matrix/matrix.tsx')).Matrix })),
}

/** Tasks of one view, and the open one beside them. */
export function Page() {
  const view = useTasksView()
  if (view.as !== 'list') {
    const View = views[view.as]
    return (
      <Suspense fallback={<Skeleton rows={7} label="Loading the tasks" />}>
        <View view={view} />
      </Suspense>
    )
  }
  return (
    <ListAndRecord
      label={view.taskId ? 'Task' : 'Tasks'}
      open={Boolean(view.taskId)}
      list={<TaskList view={view} />}
      record={view.taskId ? <TaskDetail key={view.taskId} taskId={view.taskId} view={view} /> : <NoTaskOpen />}
    />
  )
}
