import { useState, type ReactNode } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import { listSessions, readFocusStatistics } from '#modules/focus/contract.ts'
import { Button } from '#ui/button.tsx'
import { refreshList } from '#ui/data/use-cursor-list.ts'
import { operationKey } from '#ui/data/use-operation.ts'
import { Dialog } from '#ui/dialog.tsx'
import { TextField } from '#ui/text-field.tsx'
import { showProblem, showToast } from '#ui/toasts.ts'
import { TaskChoice } from '../clock/task-choice.tsx'

/** What is said of a session of before, as the fields have it. */
export interface SaidOfSession {
  /** As a `datetime-local` field writes it. */
  startedAt: string
  minutes: string
  taskId: string | null
}

interface SessionDialogProps {
  title: string
  /** The button that keeps it. */
  keep: string
  /** What is told once it is kept. */
  kept: string
  before: SaidOfSession
  fewestMinutes: number
  /** Fields of its own. */
  children: ReactNode
  save: (said: SaidOfSession) => Promise<unknown>
  onClose: () => void
}

/** When a session of before was, how long, and on what: to correct one, or to write one down. */
export function SessionDialog(props: SessionDialogProps) {
  const { title, keep, kept, before, fewestMinutes, children, save, onClose } = props
  const cache = useQueryClient()
  const [said, setSaid] = useState(before)
  const submit = async () => {
    try {
      await save(said)
      showToast({ message: kept })
      onClose()
      await refreshList(cache, listSessions)
      await cache.invalidateQueries({ queryKey: operationKey(readFocusStatistics) })
    } catch (error) {
      showProblem(error)
    }
  }
  return (
    <Dialog open onClose={onClose} title={title}>
      <form
        className="flex flex-col gap-4 overflow-y-auto p-4"
        onSubmit={(event) => {
          event.preventDefault()
          void submit()
        }}
      >
        <TextField
          label="Minutes of work"
          type="number"
          inputMode="numeric"
          min={fewestMinutes}
          max={1440}
          required
          value={said.minutes}
          onValue={(minutes) => setSaid({ ...said, minutes })}
        />
        <TextField
          label="Began"
          type="datetime-local"
          required
          value={said.startedAt}
          onValue={(startedAt) => setSaid({ ...said, startedAt })}
        />
        <TaskChoice taskId={said.taskId} onTask={(taskId) => setSaid({ ...said, taskId })} />
        {children}
        <div className="flex gap-2">
          <Button look="primary" type="submit">
            {keep}
          </Button>
          <Button onClick={onClose}>Close</Button>
        </div>
      </form>
    </Dialog>
  )
}
