import { Link } from '@tanstack/react-router'
import type { Briefing } from '#modules/day/contract.ts'
import { resetDay, undoTaskChange } from '#modules/tasks/contract.ts'
import { Button } from '#ui/button.tsx'
import { countOf, dayInWords } from '#ui/format.ts'
import { showToast } from '#ui/toasts.ts'
import { Card } from './card.tsx'
import { useDayCommand } from './use-day.ts'

/** What is still open from before, and one tap that takes its dates off. */
export function StillOpen({ briefing, zone }: { briefing: Briefing; zone: string }) {
  const undo = useDayCommand(undoTaskChange)
  const reset = useDayCommand(resetDay, ({ message, changeId }) =>
    showToast({ message, ...(changeId && { undo: () => undo.mutate({ changeId }) }) }),
  )
  const { stillOpen } = briefing
  if (stillOpen.length === 0) return null
  return (
    <Card title="From before" aside={<span className="text-sm text-ink-soft">still open</span>}>
      <ul aria-label="Tasks from before that are still open" className="m-0 flex list-none flex-col gap-1 p-0">
        {stillOpen.slice(0, 5).map((task) => (
          <li key={task.id} className="flex items-baseline justify-between gap-3">
            <Link
              to="/tasks/{-$taskId}"
              params={{ taskId: task.id }}
              className="min-w-0 py-0.5 text-ink no-underline wrap-anywhere hover:underline"
            >
              {task.title}
            </Link>
            <span className="shrink-0 text-sm text-ink-soft">
              {task.dueAt ? dayInWords(task.dueAt) : task.deadlineOn}
            </span>
          </li>
        ))}
      </ul>
      {stillOpen.length > 5 && <p className="text-sm text-ink-soft">and {countOf(stillOpen.length - 5, 'other')}.</p>}
      <div className="flex flex-wrap items-center gap-3">
        <Button disabled={reset.isPending} onClick={() => reset.mutate({ zone })}>
          Reset the day
        </Button>
        <span className="min-w-0 flex-1 text-sm text-ink-soft">
          Takes the dates off; deadlines stay. It can be undone.
        </span>
      </div>
    </Card>
  )
}
