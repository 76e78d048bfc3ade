import { useState } from 'react'
import type { TimeEntry } from '#modules/tasks/contract.ts'
import { Button } from '#ui/button.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { TextField } from '#ui/text-field.tsx'
import { fromLocalInput, toLocalInput } from '../local-input.ts'
import { lengthWords } from './time-words.ts'
import { useTimerMoves } from './use-timer.ts'

interface LongDialogProps {
  timer: TimeEntry
  seconds: number
  onClose: () => void
}

/** A timer that has run for hours may have been forgotten: its person says when it ended, and nothing is cut unasked. */
export function LongDialog({ timer, seconds, onClose }: LongDialogProps) {
  const moves = useTimerMoves()
  const [endedAt, setEndedAt] = useState('')
  const [latest] = useState(() => toLocalInput(new Date().toISOString()))
  const stop = (at?: string) => {
    onClose()
    void moves.stop(at)
  }
  return (
    <Dialog open onClose={onClose} title="Still at it?">
      <form
        className="flex flex-col gap-4 p-4"
        onSubmit={(event) => {
          event.preventDefault()
          const at = fromLocalInput(endedAt)
          if (at) stop(at)
        }}
      >
        <p>
          The timer on <strong>{timer.taskTitle ?? 'your task'}</strong> has run for {lengthWords(seconds)}.
        </p>
        <div className="flex flex-wrap gap-2">
          <Button look="primary" onClick={onClose}>
            Yes, it runs on
          </Button>
          <Button onClick={() => stop()}>Stop it, and keep it all</Button>
        </div>
        <div className="flex flex-wrap items-end gap-2">
          <TextField
            label="Or it ended at"
            type="datetime-local"
            required
            min={toLocalInput(timer.startedAt)}
            max={latest}
            value={endedAt}
            onValue={setEndedAt}
          />
          <Button type="submit">Stop it then</Button>
        </div>
      </form>
    </Dialog>
  )
}
