import { useState } from 'react'
import { logSession } from '#modules/focus/contract.ts'
import { api } from '#ui/data/api.ts'
import { TextField } from '#ui/text-field.tsx'
import { fromLocalTime, toLocalTime } from './local-time.ts'
import { SessionDialog } from './session-dialog.tsx'

const HALF_AN_HOUR = 30 * 60_000

/** Writes down a session that had no clock. */
export function LogDialog({ onClose }: { onClose: () => void }) {
  const [halfAnHourAgo] = useState(() => toLocalTime(new Date(Date.now() - HALF_AN_HOUR).toISOString()))
  const [intention, setIntention] = useState('')
  return (
    <SessionDialog
      title="Write a session down"
      keep="Write it down"
      kept="Written down"
      before={{ startedAt: halfAnHourAgo, minutes: '25', taskId: null }}
      fewestMinutes={1}
      save={({ startedAt, minutes, taskId }) =>
        api.call(logSession, {
          startedAt: fromLocalTime(startedAt),
          workMinutes: Number(minutes),
          taskId,
          intention: intention.trim(),
        })
      }
      onClose={onClose}
    >
      <TextField label="Or in your own words" value={intention} onValue={setIntention} maxLength={500} />
    </SessionDialog>
  )
}
