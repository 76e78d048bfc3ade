import type { ReactNode } from 'react'
import { classNames } from '#ui/class-names.ts'
import { TaskDetail } from '../task-detail.tsx'
import type { TasksView } from '../tasks-search.ts'
import { WideHead } from './wide-head.tsx'

/** A view of tasks that takes the whole page; an open task stands beside it, and on a phone in its place. */
export function WideView({ view, children }: { view: TasksView; children: ReactNode }) {
  const { taskId } = view
  return (
    <div className="relative flex h-full min-h-0">
      <section
        aria-label="Tasks"
        className={classNames('flex min-h-0 min-w-0 flex-1 flex-col bg-surface', taskId && 'max-md:invisible')}
      >
        <WideHead view={view} />
        {children}
      </section>
      {taskId && (
        <section
          aria-label="Task"
          className="min-h-0 overflow-y-auto bg-paper max-md:absolute max-md:inset-0 md:w-110 md:shrink-0 md:border-l-(length:--border) md:border-line"
          data-record
        >
          <TaskDetail key={taskId} taskId={taskId} view={view} />
        </section>
      )}
    </div>
  )
}
