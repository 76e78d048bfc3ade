import { useState } from 'react'
import { Link } from '@tanstack/react-router'
import CalendarX from 'lucide-react/icons/calendar-x'
import { resetDay, undoTaskChange, type AgendaEntry, type Task } from '#modules/tasks/contract.ts'
import { Button } from '#ui/button.tsx'
import { api } from '#ui/data/api.ts'
import { showProblem, showToast } from '#ui/toasts.ts'
import { zoneHere } from './days.ts'
import { useViews } from '../views/use-views.ts'
import { ViewRow } from '../views/view-row.tsx'

interface StillOpenProps {
  part: { items: AgendaEntry[]; count: number }
  openId: string | undefined
  search: Record<string, string | undefined>
  onTick: (task: Task) => void
}

/** What is still open from before, and one press that takes the dates off it. */
export function StillOpen({ part: { items, count }, openId, search, onTick }: StillOpenProps) {
  const { refresh } = useViews()
  const [busy, setBusy] = useState(false)
  const reset = async () => {
    setBusy(true)
    try {
      const { message, changeId } = await api.call(resetDay, {
        zone: zoneHere(),
      })
      const undo = () => void api.call(undoTaskChange, { changeId: changeId! }).catch(showProblem).then(refresh)
      showToast({ message, ...(changeId && { undo }) })
    } catch (error) {
      showProblem(error)
    }
    await refresh()
    setBusy(false)
  }
  return (
    <section aria-labelledby="still-open" className="flex flex-col">
      <div className="flex flex-wrap items-center justify-between gap-2 border-b-(length:--border) border-line bg-yellow px-4 py-2 text-on-accent">
        <h2 id="still-open" className="text-base">
          Still open from before
        </h2>
        <Button icon={CalendarX} disabled={busy} onClick={() => void reset()}>
          Take their dates off
        </Button>
      </div>
      {items.map(({ task }) => (
        <ViewRow key={task.id} task={task} open={task.id === openId} search={search} onTick={() => onTick(task)} />
      ))}
      {count > items.length && (
        <Link to="/tasks" search={{ q: 'due:<today', sort: 'due' }} className="px-4 py-3 text-sm">
          {count >= 100 ? 'Many' : count - items.length} more: see them as a list
        </Link>
      )}
    </section>
  )
}
