import { useState } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import { listSessions, logSession, readFocusStatistics } from '#modules/focus/contract.ts'
import { Button } from '#ui/button.tsx'
import { api } from '#ui/data/api.ts'
import { refreshList } from '#ui/data/use-cursor-list.ts'
import { operationKey } from '#ui/data/use-operation.ts'
import { Dialog } from '#ui/dialog.tsx'
import { TextField } from '#ui/text-field.tsx'
import { showProblem, showToast } from '#ui/toasts.ts'
import { TaskChoice } from '../clock/task-choice.tsx'
import { fromLocalTime, toLocalTime } from './local-time.ts'

const HALF_AN_HOUR = 30 * 60_000

/** Writes down a session that had no clock. */
export function LogDialog({ onClose }: { onClose: () => void }) {
  const cache = useQueryClient()
  const [minutes, setMinutes] = useState('25')
  const [startedAt, setStartedAt] = useState(() => toLocalTime(new Date(Date.now() - HALF_AN_HOUR).toISOString()))
  const [taskId, setTaskId] = useState<string | null>(null)
  const [intention, setIntention] = useState('')
  const log = async () => {
    try {
      const input = { startedAt: fromLocalTime(startedAt), workMinutes: Number(minutes), taskId }
      await api.call(logSession, { ...input, intention: intention.trim() })
      showToast({ message: 'Written down' })
      onClose()
      await refreshList(cache, listSessions)
      await cache.invalidateQueries({ queryKey: operationKey(readFocusStatistics) })
    } catch (error) {
      showProblem(error)
    }
  }
  return (
    <Dialog open onClose={onClose} title="Write a session down">
      <form
        className="flex flex-col gap-4 overflow-y-auto p-4"
        onSubmit={(event) => {
          event.preventDefault()
          void log()
        }}
      >
        <TextField
          label="Minutes of work"
          type="number"
          inputMode="numeric"
          min={1}
          max={1440}
          required
          value={minutes}
          onValue={setMinutes}
        />
        <TextField label="Began" type="datetime-local" required value={startedAt} onValue={setStartedAt} />
        <TaskChoice taskId={taskId} onTask={setTaskId} />
        <TextField label="Or in your own words" value={intention} onValue={setIntention} maxLength={500} />
        <div className="flex gap-2">
          <Button look="primary" type="submit">
            Write it down
          </Button>
          <Button onClick={onClose}>Close</Button>
        </div>
      </form>
    </Dialog>
  )
}
