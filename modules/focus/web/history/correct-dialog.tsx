import { useState } from 'react'
import { correctSession, type PastSession } from '#modules/focus/contract.ts'
import { api } from '#ui/data/api.ts'
import { Switch } from '#ui/switch.tsx'
import { TextField } from '#ui/text-field.tsx'
import { fromLocalTime, toLocalTime } from './local-time.ts'
import { SessionDialog, type SaidOfSession } from './session-dialog.tsx'

/** Says what a session really was. What stood there stays readable below it. */
export function CorrectDialog({ session, onClose }: { session: PastSession; onClose: () => void }) {
  const { counts } = session
  const [before] = useState<SaidOfSession>({
    startedAt: toLocalTime(counts.startedAt),
    minutes: String(Math.round(counts.workedSeconds / 60)),
    taskId: counts.taskId,
  })
  const [leftOut, setLeftOut] = useState(counts.leftOut)
  const [note, setNote] = useState('')
  return (
    <SessionDialog
      title="Correct a session"
      keep="Correct it"
      kept="Corrected; what stood there stays below it"
      before={before}
      fewestMinutes={0}
      save={({ startedAt, minutes, taskId }) =>
        api.call(correctSession, {
          id: session.id,
          ...(startedAt !== before.startedAt && { startedAt: fromLocalTime(startedAt) }),
          ...(minutes !== before.minutes && { workMinutes: Number(minutes) }),
          ...(taskId !== before.taskId && { taskId }),
          ...(leftOut !== counts.leftOut && { leftOut }),
          note: note.trim(),
        })
      }
      onClose={onClose}
    >
      <TextField label="Why, if you like" value={note} onValue={setNote} maxLength={500} />
      <Switch
        label="Leave it out"
        hint="It stays in the history and counts for nothing."
        on={leftOut}
        onChange={setLeftOut}
      />
    </SessionDialog>
  )
}
