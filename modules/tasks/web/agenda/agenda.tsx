import { useRef } from 'react'
import { useNavigate } from '@tanstack/react-router'
import ChevronLeft from 'lucide-react/icons/chevron-left'
import ChevronRight from 'lucide-react/icons/chevron-right'
import { getAgenda } from '#modules/tasks/contract.ts'
import { Button } from '#ui/button.tsx'
import { useOperation } from '#ui/data/use-operation.ts'
import { ErrorState } from '#ui/error-state.tsx'
import { IconButton } from '#ui/icon-button.tsx'
import { Skeleton } from '#ui/skeleton.tsx'
import { toSearch, type TasksView } from '../tasks-search.ts'
import { useRowKeys } from '../views/use-row-keys.ts'
import { WideView } from '../views/wide-view.tsx'
import { AgendaDay } from './agenda-day.tsx'
import { addDays, dayName, todayHere, zoneHere } from './days.ts'
import { StillOpen } from './still-open.tsx'

const DAYS = 7

/** A week of tasks by the day they are due, end or begin; what is still open from before comes first. */
export function Agenda({ view }: { view: TasksView }) {
  const navigate = useNavigate()
  const place = useRef<HTMLDivElement>(null)
  const { projectId, q, from } = view
  const today = todayHere()
  const first = from ?? today
  const agenda = useOperation(getAgenda, {
    zone: zoneHere(),
    days: DAYS,
    from: first,
    ...(projectId && { projectId }),
    ...(q && { q }),
  })
  const { stillOpen, days = [] } = agenda.data ?? {}
  const entries = [...(stillOpen?.items ?? []), ...days.flatMap(({ items }) => items)]
  const { tick } = useRowKeys(place, view, (id) => entries.find(({ task }) => task.id === id)?.task)
  const search = toSearch(view)
  const go = (day: string | undefined) =>
    void navigate({
      to: '/tasks/{-$taskId}',
      params: { taskId: undefined },
      search: toSearch({ ...view, from: day === today ? undefined : day }),
    })
  const nothing = agenda.data && entries.length === 0

  return (
    <WideView view={view}>
      <nav aria-label="Weeks" className="flex items-center gap-2 border-b-(length:--border) border-line p-3">
        <IconButton label="The week before" icon={ChevronLeft} onClick={() => go(addDays(first, -DAYS))} />
        <IconButton label="The week after" icon={ChevronRight} onClick={() => go(addDays(first, DAYS))} />
        <p className="min-w-0 flex-1 truncate px-1 font-semibold">
          {dayName(first)} – {dayName(addDays(first, DAYS - 1))}
        </p>
        {from && <Button onClick={() => go(undefined)}>Today</Button>}
      </nav>
      <div ref={place} className="min-h-0 flex-1 overflow-y-auto">
        <div className="mx-auto flex max-w-220 flex-col pb-8">
          {agenda.isPending && <Skeleton rows={7} label="Loading the agenda" />}
          {agenda.isError && !agenda.data && <ErrorState error={agenda.error} retry={() => void agenda.refetch()} />}
          {nothing && (
            <p className="p-4 text-ink-soft" data-state="empty">
              No task has a date in this week. Give one a date, for example “Call Ada on friday”, and it stands here.
            </p>
          )}
          {stillOpen && stillOpen.items.length > 0 && !from && (
            <StillOpen part={stillOpen} openId={view.taskId} search={search} onTick={tick} />
          )}
          {days.map((day) => (
            <AgendaDay key={day.date} {...day} openId={view.taskId} search={search} onTick={tick} />
          ))}
        </div>
      </div>
    </WideView>
  )
}
