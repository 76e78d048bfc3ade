import type { ReactNode } from 'react'
import type { Task } from '#modules/tasks/contract.ts'
import { CheckBox } from '#ui/check-box.tsx'
import { classNames } from '#ui/class-names.ts'
import { RowLink } from '#ui/row-link.tsx'
import { toPath } from '#ui/to-link.ts'
import { useProjects } from '../projects.ts'
import { Facts } from './facts.tsx'

interface ViewRowProps {
  task: Task
  open: boolean
  search: Record<string, string | undefined>
  onTick: () => void
  /** What stands before the title, such as a time. */
  lead?: ReactNode
  dateless?: boolean
}

/** A task as a row of a view: a box to tick, its title, and what is known of it. */
export function ViewRow({ task, open, search, onTick, lead, dateless }: ViewRowProps) {
  const { byId } = useProjects()
  const done = task.status === 'done'
  return (
    <div
      data-task={task.id}
      className={classNames(
        'flex min-h-14 items-center gap-3 border-b border-line-soft px-4',
        open ? 'bg-green text-on-accent' : 'hover:bg-sunken',
      )}
    >
      <CheckBox aria-label={`${done ? 'Open again' : 'Complete'}: ${task.title}`} checked={done} onChange={onTick} />
      <RowLink
        path={toPath(`/tasks/${task.id}`, search)}
        open={open}
        className={classNames(
          'min-w-0 flex-1 flex-col justify-center gap-1 py-2',
          open ? 'text-on-accent' : 'text-ink',
        )}
      >
        <span className="flex items-baseline gap-2">
          {lead}
          <span className={classNames('min-w-0 font-medium wrap-anywhere', done && 'line-through')}>{task.title}</span>
        </span>
        <Facts task={task} project={task.projectId ? byId.get(task.projectId) : undefined} status dateless={dateless} />
      </RowLink>
    </div>
  )
}
