import type { TimeEntry } from '#modules/tasks/contract.ts'
import { Button } from '#ui/button.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { timeOfDay } from '#ui/format.ts'
import { lengthWords } from './time-words.ts'
import { useTimerMoves } from './use-timer.ts'

interface AwayDialogProps {
  timer: TimeEntry
  /** Epoch milliseconds. */
  away: { since: number; until: number }
  onClose: () => void
}

/** Asks about a while without any input: work goes on away from a screen as well. */
export function AwayDialog({ timer, away, onClose }: AwayDialogProps) {
  const moves = useTimerMoves()
  const since = new Date(away.since).toISOString()
  const act = (work: () => Promise<void>) => () => {
    onClose()
    void work()
  }
  return (
    <Dialog open onClose={onClose} title="Welcome back">
      <div className="flex flex-col gap-4 p-4">
        <p>
          Nothing was typed here for {lengthWords((away.until - away.since) / 1000)}, since {timeOfDay(since)}. The
          timer on <strong>{timer.taskTitle ?? 'your task'}</strong> ran on. Were you at it?
        </p>
        <div className="flex flex-wrap gap-2">
          <Button look="primary" onClick={onClose}>
            Yes, keep it
          </Button>
          <Button onClick={act(() => moves.start(timer.taskId, since))}>Leave it out and go on</Button>
          <Button onClick={act(() => moves.stop(since))}>Leave it out and stop</Button>
        </div>
      </div>
    </Dialog>
  )
}
