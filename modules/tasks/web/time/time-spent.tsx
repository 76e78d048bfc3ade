import { useState } from 'react'
import Play from 'lucide-react/icons/play'
import Plus from 'lucide-react/icons/plus'
import Square from 'lucide-react/icons/square'
import { addTime, listTime, type Task, type TimeEntry } from '#modules/tasks/contract.ts'
import { Button } from '#ui/button.tsx'
import { api } from '#ui/data/api.ts'
import { useCursorList } from '#ui/data/use-cursor-list.ts'
import { Section } from '#ui/section.tsx'
import { TextField } from '#ui/text-field.tsx'
import { showProblem } from '#ui/toasts.ts'
import { TimeRow } from './time-row.tsx'
import { lengthWords } from './time-words.ts'
import { useRefreshTime, useTimer, useTimerMoves } from './use-timer.ts'

/** The time spent on a task: its timer, what one has of it, and more by hand. */
export function TimeSpent({ task }: { task: Task }) {
  const { data } = useTimer()
  const moves = useTimerMoves()
  const entries = useCursorList<TimeEntry>(listTime, { taskId: task.id })
  const runs = data?.timer?.taskId === task.id
  const ended = entries.items.filter(({ endedAt }) => endedAt !== null)
  const spent = task.spentMinutes > 0 ? `${lengthWords(task.spentMinutes * 60)} so far.` : 'None yet.'
  return (
    <Section title="Time spent" hint={spent}>
      {ended.length > 0 && (
        <ul className="m-0 flex list-none flex-col p-0" aria-label="Your time">
          {ended.map((entry) => (
            <TimeRow key={entry.id} entry={entry} />
          ))}
        </ul>
      )}
      {entries.hasMore && <Button onClick={entries.loadMore}>Show older ones</Button>}
      <div className="flex flex-wrap items-end gap-2">
        {runs ? (
          <Button icon={Square} onClick={() => void moves.stop()}>
            Stop the timer
          </Button>
        ) : (
          !task.deletedAt && (
            <Button icon={Play} onClick={() => void moves.start(task.id)}>
              {data?.timer ? 'Switch the timer to this' : 'Start the timer'}
            </Button>
          )
        )}
        {!task.deletedAt && <ByHand taskId={task.id} />}
      </div>
    </Section>
  )
}

function ByHand({ taskId }: { taskId: string }) {
  const refresh = useRefreshTime()
  const [minutes, setMinutes] = useState('')
  const add = async () => {
    try {
      await api.call(addTime, { taskId, minutes: Number(minutes) })
      setMinutes('')
    } catch (error) {
      showProblem(error)
    }
    await refresh()
  }
  return (
    <form
      className="flex items-end gap-2"
      onSubmit={(event) => {
        event.preventDefault()
        void add()
      }}
    >
      <TextField
        label="Minutes by hand"
        className="w-36"
        type="number"
        inputMode="numeric"
        min={1}
        max={1440}
        required
        value={minutes}
        onValue={setMinutes}
      />
      <Button type="submit" icon={Plus}>
        Add time
      </Button>
    </form>
  )
}
