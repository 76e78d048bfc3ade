import { useState } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import { correctSession, listSessions, readFocusStatistics, type PastSession } from '#modules/focus/contract.ts'
import { Button } from '#ui/button.tsx'
import { api } from '#ui/data/api.ts'
import { operationKey } from '#ui/data/use-operation.ts'
import { refreshList } from '#ui/data/use-cursor-list.ts'
import { Dialog } from '#ui/dialog.tsx'
import { Switch } from '#ui/switch.tsx'
import { TextField } from '#ui/text-field.tsx'
import { showProblem, showToast } from '#ui/toasts.ts'
import { TaskChoice } from '../clock/task-choice.tsx'
import { fromLocalTime, toLocalTime } from './local-time.ts'

/** Says what a session really was. What stood there stays readable below it. */
export function CorrectDialog({ session, onClose }: { session: PastSession; onClose: () => void }) {
  const { counts } = session
  const before = { startedAt: toLocalTime(counts.startedAt), minutes: String(Math.round(counts.workedSeconds / 60)) }
  const cache = useQueryClient()
  const [startedAt, setStartedAt] = useState(before.startedAt)
  const [minutes, setMinutes] = useState(before.minutes)
  const [taskId, setTaskId] = useState(counts.taskId)
  const [leftOut, setLeftOut] = useState(counts.leftOut)
  const [note, setNote] = useState('')
  const correct = async () => {
    try {
      await api.call(correctSession, {
        id: session.id,
        ...(startedAt !== before.startedAt && { startedAt: fromLocalTime(startedAt) }),
        ...(minutes !== before.minutes && { workMinutes: Number(minutes) }),
        ...(taskId !== counts.taskId && { taskId }),
        ...(leftOut !== counts.leftOut && { leftOut }),
        note: note.trim(),
      })
      showToast({ message: 'Corrected; what stood there stays below it' })
      onClose()
      await refreshList(cache, listSessions)
      await cache.invalidateQueries({ queryKey: operationKey(readFocusStatistics) })
    } catch (error) {
      showProblem(error)
    }
  }
  return (
    <Dialog open onClose={onClose} title="Correct a session">
      <form
        className="flex flex-col gap-4 overflow-y-auto p-4"
        onSubmit={(event) => {
          event.preventDefault()
          void correct()
        }}
      >
        <TextField
          label="Minutes of work"
          type="number"
          inputMode="numeric"
          min={0}
          max={1440}
          required
          value={minutes}
          onValue={setMinutes}
        />
        <TextField label="Began" type="datetime-local" required value={startedAt} onValue={setStartedAt} />
        <TaskChoice taskId={taskId} onTask={setTaskId} />
        <TextField label="Why, if you like" value={note} onValue={setNote} maxLength={500} />
        <Switch
          label="Leave it out"
          hint="It stays in the history and counts for nothing."
          on={leftOut}
          onChange={setLeftOut}
        />
        <div className="flex gap-2">
          <Button look="primary" type="submit">
            Correct it
          </Button>
          <Button onClick={onClose}>Close</Button>
        </div>
      </form>
    </Dialog>
  )
}
