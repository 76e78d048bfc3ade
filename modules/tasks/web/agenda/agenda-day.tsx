import { Link } from '@tanstack/react-router'
import type { AgendaEntry, AgendaReason, Task } from '#modules/tasks/contract.ts'
import { Chip } from '#ui/chip.tsx'
import { timeOfDay } from '#ui/format.ts'
import { ViewRow } from '../views/view-row.tsx'
import { dayHead } from './days.ts'

interface AgendaDayProps {
  date: string
  items: AgendaEntry[]
  count: number
  openId: string | undefined
  search: Record<string, string | undefined>
  onTick: (task: Task) => void
}

/** A day and what stands at it. */
export function AgendaDay({ date, items, count, openId, search, onTick }: AgendaDayProps) {
  return (
    <section aria-labelledby={`day-${date}`} className="flex flex-col">
      <h2
        id={`day-${date}`}
        className="sticky top-0 z-1 border-b-(length:--border) border-line bg-paper px-4 pt-4 pb-2 text-base"
      >
        {dayHead(date)}
      </h2>
      {items.length === 0 && <p className="px-4 py-3 text-sm text-ink-soft">Free.</p>}
      {items.map(({ task, reason }) => (
        <ViewRow
          key={task.id}
          task={task}
          open={task.id === openId}
          search={search}
          onTick={() => onTick(task)}
          lead={<Lead reason={reason} task={task} />}
          dateless={reason === 'due'}
        />
      ))}
      {count > items.length && (
        <Link
          to="/tasks"
          search={{ q: `(due:${date} OR deadline:${date} OR start:${date})`, sort: 'due' }}
          className="px-4 py-3 text-sm"
        >
          {count >= 100 ? 'Many' : count - items.length} more: see this day as a list
        </Link>
      )}
    </section>
  )
}

const reasons: Record<Exclude<AgendaReason, 'due'>, string> = { deadline: 'last day', start: 'can begin' }

function Lead({ reason, task }: { reason: AgendaReason; task: Task }) {
  if (reason === 'due') return <span className="shrink-0 font-mono text-sm tabular-nums">{timeOfDay(task.dueAt!)}</span>
  return <Chip accent={reason === 'deadline' ? 'orange' : 'lilac'}>{reasons[reason]}</Chip>
}
