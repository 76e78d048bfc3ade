import { useRef } from 'react'
import ArrowLeft from 'lucide-react/icons/arrow-left'
import ArrowRight from 'lucide-react/icons/arrow-right'
import GripVertical from 'lucide-react/icons/grip-vertical'
import type { Project, Task, TaskStatus } from '#modules/tasks/contract.ts'
import { CheckBox } from '#ui/check-box.tsx'
import { classNames } from '#ui/class-names.ts'
import { IconButton } from '#ui/icon-button.tsx'
import { RowLink } from '#ui/row-link.tsx'
import { toPath } from '#ui/to-link.ts'
import { Facts } from '../views/facts.tsx'
import { useDragged } from '../views/use-drag.ts'
import { statusName } from '../words.ts'

/** What a card is while it is dragged. */
export const CARD = 'application/x-daybook-task'

interface CardProps {
  task: Task
  project: Project | undefined
  open: boolean
  search: Record<string, string | undefined>
  /** The columns beside its own. */
  before: TaskStatus | undefined
  after: TaskStatus | undefined
  onMove: (status: TaskStatus) => void
  onComplete: () => void
}

/** A task on the board, with a button to each side. */
export function Card({ task, project, open, search, before, after, onMove, onComplete }: CardProps) {
  const place = useRef<HTMLLIElement>(null)
  useDragged(place, CARD, task.id)
  const done = task.status === 'done'
  return (
    <li
      ref={place}
      data-task={task.id}
      className={classNames('sheet flex flex-col gap-2 p-3', open && 'bg-green text-on-accent')}
    >
      <div className="flex items-start gap-3">
        {!done && <CheckBox aria-label={`Complete: ${task.title}`} checked={false} onChange={onComplete} />}
        <RowLink
          path={toPath(`/tasks/${task.id}`, search)}
          open={open}
          draggable={false}
          className={classNames('min-h-6 min-w-0 flex-1 flex-col gap-2', open ? 'text-on-accent' : 'text-ink')}
        >
          <span className={classNames('font-medium wrap-anywhere', done && 'line-through')}>{task.title}</span>
          <Facts task={task} project={project} />
        </RowLink>
      </div>
      <div className="-mr-1 -mb-1 flex items-center justify-end">
        <GripVertical size={16} aria-hidden className="mr-auto text-ink-soft max-md:invisible" />
        {before && (
          <IconButton
            quiet
            onAccent={open}
            label={`Move to ${statusName[before]}: ${task.title}`}
            icon={ArrowLeft}
            action="tasks.move-left"
            onClick={() => onMove(before)}
          />
        )}
        {after && (
          <IconButton
            quiet
            onAccent={open}
            label={`Move to ${statusName[after]}: ${task.title}`}
            icon={ArrowRight}
            action="tasks.move-right"
            onClick={() => onMove(after)}
          />
        )}
      </div>
    </li>
  )
}
