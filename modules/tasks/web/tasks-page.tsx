import { ListAndRecord } from '#ui/page.tsx'
import { TaskDetail } from './task-detail.tsx'
import { TaskList } from './task-list.tsx'
import { NoTaskOpen } from './no-task-open.tsx'
import { useTasksView } from './tasks-search.ts'

/** Tasks of one view, and the open one beside them. */
export function Page() {
  const view = useTasksView()
  return (
    <ListAndRecord
      label={view.taskId ? 'Task' : 'Tasks'}
      open={Boolean(view.taskId)}
      list={<TaskList view={view} />}
      record={view.taskId ? <TaskDetail key={view.taskId} taskId={view.taskId} view={view} /> : <NoTaskOpen />}
    />
  )
}
