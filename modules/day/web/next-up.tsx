import { Link } from '@tanstack/react-router'
import Check from 'lucide-react/icons/check'
import Layers from 'lucide-react/icons/layers'
import Play from 'lucide-react/icons/play'
import type { Briefing, Ritual } from '#modules/day/contract.ts'
import { getTask, type Task } from '#modules/tasks/contract.ts'
import { Button, buttonClass } from '#ui/button.tsx'
import { useOperation } from '#ui/data/use-operation.ts'
import { useDayTasks } from './task-commands.ts'

interface NextUpProps {
  ritual: Ritual
  briefing: Briefing
}

/** One thing to turn to: the first thing of the day that is open, else what is suggested first. */
export function NextUp({ ritual, briefing }: NextUpProps) {
  const [first, second, third] = ritual.taskIds
  const things = [useThing(first), useThing(second), useThing(third)]
  const planned = things.find((task) => task && isOpen(task))
  const suggestion = briefing.suggestions[0]
  const task = planned ?? suggestion?.task
  const { begin, complete } = useDayTasks()
  return (
    <section aria-labelledby="next-up" className="raised flex flex-col gap-3 bg-yellow p-4 text-on-accent">
      <p id="next-up" className="text-sm font-semibold">
        {task?.status === 'doing' ? 'You are at' : 'What is next'}
      </p>
      {task ? (
        <>
          <p className="font-head text-xl leading-tight font-bold wrap-anywhere">
            <Link
              to="/tasks/{-$taskId}"
              params={{ taskId: task.id }}
              className="text-on-accent no-underline hover:underline"
            >
              {task.title}
            </Link>
          </p>
          <p className="text-sm">
            {planned ? 'One of the three things you chose for today.' : suggestion?.reasons.join(' · ')}
          </p>
          <div className="flex flex-wrap gap-2">
            {task.status !== 'doing' && (
              <Button look="primary" icon={Play} onClick={() => void begin(task)}>
                Begin
              </Button>
            )}
            <Button icon={Check} onClick={() => void complete(task)}>
              Done
            </Button>
          </div>
        </>
      ) : (
        <>
          <p className="font-head text-xl font-bold" data-state="empty">
            Nothing asks for you. Rest counts.
          </p>
          <div>
            <Link to="/swipe" className={buttonClass()}>
              <Layers size={18} aria-hidden /> Look through your tasks
            </Link>
          </div>
        </>
      )}
    </section>
  )
}

function useThing(id: string | undefined): Task | undefined {
  return useOperation(getTask, { id: id ?? '' }, { enabled: id !== undefined }).data
}

function isOpen({ status, deletedAt }: Task): boolean {
  return status !== 'done' && status !== 'dropped' && deletedAt === null
}
