import { useState } from 'react'
import Pencil from 'lucide-react/icons/pencil'
import X from 'lucide-react/icons/x'
import { deleteTime, updateTime, type TimeEntry } from '#modules/tasks/contract.ts'
import { Button } from '#ui/button.tsx'
import { api } from '#ui/data/api.ts'
import { dayAndTime } from '#ui/format.ts'
import { IconButton } from '#ui/icon-button.tsx'
import { TextField } from '#ui/text-field.tsx'
import { showProblem, showToast } from '#ui/toasts.ts'
import { fromLocalInput, toLocalInput } from '../local-input.ts'
import { lengthWords } from './time-words.ts'
import { undoTime, useRefreshTime } from './use-timer.ts'

const sourceWords = { timer: 'by the timer', manual: 'by hand', focus: 'in focus' }

/** A stretch of time, which can be changed and taken away; what follows a focus session is corrected there. */
export function TimeRow({ entry }: { entry: TimeEntry }) {
  const refresh = useRefreshTime()
  const [edits, setEdits] = useState(false)
  const words = `${lengthWords(entry.seconds)}, ${dayAndTime(entry.startedAt)}`
  const run = async (work: () => Promise<unknown>, message: string) => {
    try {
      await work()
      const undo = () => void undoTime(entry).then(refresh, showProblem)
      showToast({ message, undo })
    } catch (error) {
      showProblem(error)
    }
    await refresh()
  }
  return (
    <li className="flex min-h-11 flex-wrap items-center gap-x-2 border-b border-line-soft">
      <span className="min-w-0 flex-1">
        {words} <span className="text-sm text-ink-soft">{sourceWords[entry.source]}</span>
        {entry.note && <span className="block text-sm text-ink-soft">{entry.note}</span>}
      </span>
      {entry.source !== 'focus' && (
        <>
          <IconButton quiet icon={Pencil} label={`Change ${words}`} pressed={edits} onClick={() => setEdits(!edits)} />
          <IconButton
            quiet
            icon={X}
            label={`Take away ${words}`}
            onClick={() => void run(() => api.call(deleteTime, { id: entry.id }), 'Time taken away')}
          />
        </>
      )}
      {edits && (
        <EditForm
          entry={entry}
          onSave={(changes) => {
            setEdits(false)
            void run(() => api.call(updateTime, { id: entry.id, ...changes }), 'Time changed')
          }}
        />
      )}
    </li>
  )
}

interface Changes {
  startedAt?: string
  minutes?: number
  note: string
}

function EditForm({ entry, onSave }: { entry: TimeEntry; onSave: (changes: Changes) => void }) {
  const before = { minutes: String(Math.max(1, Math.round(entry.seconds / 60))), at: toLocalInput(entry.startedAt) }
  const [minutes, setMinutes] = useState(before.minutes)
  const [at, setAt] = useState(before.at)
  const [note, setNote] = useState(entry.note)
  return (
    <form
      className="flex w-full flex-wrap items-end gap-2 pb-3"
      onSubmit={(event) => {
        event.preventDefault()
        const startedAt = at === before.at ? null : fromLocalInput(at)
        onSave({
          ...(startedAt && { startedAt }),
          ...(minutes !== before.minutes && { minutes: Number(minutes) }),
          note: note.trim(),
        })
      }}
    >
      <TextField
        label="Minutes"
        className="w-24"
        type="number"
        min={1}
        max={1440}
        required
        takesFocus
        value={minutes}
        onValue={setMinutes}
      />
      <TextField label="Began" type="datetime-local" required value={at} onValue={setAt} />
      <TextField label="Note" value={note} onValue={setNote} maxLength={500} />
      <Button type="submit">Save</Button>
    </form>
  )
}
