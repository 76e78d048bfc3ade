import { useState } from 'react'
import { Link } from '@tanstack/react-router'
import Plus from 'lucide-react/icons/plus'
import X from 'lucide-react/icons/x'
import type { Ritual } from '#modules/day/contract.ts'
import { createTask, getTask, reopenTask, type Task } from '#modules/tasks/contract.ts'
import { Button } from '#ui/button.tsx'
import { CheckBox } from '#ui/check-box.tsx'
import { classNames } from '#ui/class-names.ts'
import { useOperation } from '#ui/data/use-operation.ts'
import { IconButton } from '#ui/icon-button.tsx'
import { Card } from './card.tsx'
import { useDayTasks } from './task-commands.ts'
import { useDayCommand } from './use-day.ts'
import { MOST_THINGS, usePlan } from './use-plan.ts'

interface ThreeThingsProps {
  ritual: Ritual
  zone: string
}

/** The things of the day, three at most. */
export function ThreeThings({ ritual, zone }: ThreeThingsProps) {
  const plan = usePlan(ritual, zone)
  const [title, setTitle] = useState('')
  const create = useDayCommand(createTask, (task) => {
    setTitle('')
    plan.add(task.id, task.title)
  })
  return (
    <Card title="Three things" accent="green" aside={<span className="text-sm">three at most</span>}>
      {ritual.taskIds.length > 0 && (
        <ol aria-label="Things of today" className="m-0 flex list-none flex-col p-0">
          {ritual.taskIds.map((id) => (
            <Thing key={id} id={id} remove={plan.remove} />
          ))}
        </ol>
      )}
      {ritual.taskIds.length === 0 && (
        <p className="text-ink-soft">What would make this a good day? One is enough, none is fine.</p>
      )}
      {!plan.full && (
        <form
          className="flex gap-2"
          onSubmit={(event) => {
            event.preventDefault()
            if (title.trim() && !create.isPending) create.mutate({ title: title.trim(), status: 'next' })
          }}
        >
          <input
            aria-label="A thing for today"
            placeholder={`A thing for today (${ritual.taskIds.length + 1} of ${MOST_THINGS})`}
            className="control min-w-0 flex-1"
            maxLength={500}
            value={title}
            onChange={(event) => setTitle(event.target.value)}
          />
          <Button type="submit" icon={Plus} className="min-h-10">
            Add<span className="sr-only"> to today</span>
          </Button>
        </form>
      )}
    </Card>
  )
}

function Thing({ id, remove }: { id: string; remove: (id: string, title: string) => void }) {
  const task = useOperation(getTask, { id }).data
  const { complete } = useDayTasks()
  const reopen = useDayCommand(reopenTask)
  // What was thrown away since is out of the plan as well.
  if (!task || task.deletedAt) return null
  const done = task.status === 'done'
  return (
    <li className="flex min-h-11 items-center gap-3">
      <CheckBox
        aria-label={`${done ? 'Open again' : 'Complete'}: ${task.title}`}
        checked={done}
        onChange={() => (done ? reopen.mutate({ id }) : void complete(task))}
      />
      <ThingTitle task={task} done={done} />
      <IconButton quiet icon={X} label={`Not for today: ${task.title}`} onClick={() => remove(id, task.title)} />
    </li>
  )
}

function ThingTitle({ task, done }: { task: Task; done: boolean }) {
  return (
    <Link
      to="/tasks/{-$taskId}"
      params={{ taskId: task.id }}
      className={classNames(
        'min-w-0 flex-1 font-medium text-ink no-underline wrap-anywhere hover:underline',
        done && 'line-through',
      )}
    >
      {task.title}
    </Link>
  )
}
