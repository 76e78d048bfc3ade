import { memo } from 'react'
import Calendar from 'lucide-react/icons/calendar'
import Hourglass from 'lucide-react/icons/hourglass'
import ShoppingBasket from 'lucide-react/icons/shopping-basket'
import type { Project, Task } from '#modules/tasks/contract.ts'
import { toAccent } from '#ui/accent.ts'
import { CheckBox } from '#ui/check-box.tsx'
import { Chip } from '#ui/chip.tsx'
import { classNames } from '#ui/class-names.ts'
import { dayInWords, fullDate } from '#ui/format.ts'
import { RowLink } from '#ui/row-link.tsx'
import { priorityName, statusAccent, statusName } from './words.ts'
import type { TasksView } from './tasks-search.ts'

interface TaskRowProps {
  task: Task
  open: boolean
  project: Project | undefined
  path: string
  index: number
  tick: TasksView['view']
  onFocus: (index: number) => void
  onTick: (task: Task) => void
}

const tickNames = { open: 'Complete', done: 'Open again', trash: 'Restore' }

/** A task: a box to tick, its title, and what is known of it in chips. */
export const TaskRow = memo(function TaskRow(props: TaskRowProps) {
  const { task, open, project, path, index, tick, onFocus, onTick } = props
  return (
    <div
      onFocus={() => onFocus(index)}
      className={classNames(
        'relative flex h-full items-center border-b border-line-soft',
        open ? 'bg-green text-on-accent' : 'hover:bg-sunken',
      )}
    >
      <CheckBox
        className="ml-4"
        aria-label={`${tickNames[tick]}: ${task.title}`}
        checked={tick === 'done'}
        onChange={() => onTick(task)}
      />
      <RowLink
        path={path}
        open={open}
        className={classNames(
          'min-w-0 flex-1 flex-col justify-center gap-1 px-4',
          open ? 'text-on-accent' : 'text-ink',
        )}
      >
        <span className={classNames('truncate font-medium', tick !== 'open' && 'line-through')}>{task.title}</span>
        <span className="flex h-6 items-center gap-1.5 overflow-hidden">
          {task.status !== 'inbox' && <Chip accent={statusAccent[task.status]}>{statusName[task.status]}</Chip>}
          {task.priority > 0 && (
            <Chip accent={task.priority === 3 ? 'red' : undefined}>{priorityName[task.priority]}</Chip>
          )}
          {task.kind === 'shopping' && (
            <Chip icon={ShoppingBasket} accent="orange">
              to buy
            </Chip>
          )}
          {task.blocked && <Chip icon={Hourglass}>waits</Chip>}
          {task.dueAt && (
            <Chip icon={Calendar} accent="yellow">
              <span title={fullDate(task.dueAt)}>due {dayInWords(task.dueAt)}</span>
            </Chip>
          )}
          {project && <Chip accent={toAccent(project.color, project.name)}>{project.name}</Chip>}
          {task.labels.map((label) => (
            <Chip key={label}>#{label}</Chip>
          ))}
          {task.status === 'inbox' && task.priority === 0 && !task.dueAt && !project && task.labels.length === 0 && (
            <span className={classNames('text-sm', !open && 'text-ink-soft')}>Added {dayInWords(task.createdAt)}</span>
          )}
        </span>
      </RowLink>
    </div>
  )
})
