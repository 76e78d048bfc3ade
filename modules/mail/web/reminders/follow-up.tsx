import { lazy, Suspense, useState } from 'react'
import Bell from 'lucide-react/icons/bell'
import type { Thread } from '#modules/mail/contract.ts'
import { Button } from '#ui/button.tsx'
import { dayAndTime } from '#ui/format.ts'
import { useRemind, useWaitingReminders } from './use-reminders.ts'

const RemindDialog = lazy(() => import('./remind-dialog.tsx').then((module) => ({ default: module.RemindDialog })))

/** Where one wrote last in a thread: a reminder for when nobody answers, or the one that is set. */
export function FollowUp({ thread }: { thread: Thread }) {
  const { items, loading } = useWaitingReminders()
  const { remind, cancel } = useRemind()
  const [choosing, setChoosing] = useState(false)
  const reminder = items.find(({ threadId }) => threadId === thread.id)
  const newest = thread.messages.at(-1)
  const messageId = reminder?.messageId ?? (newest?.place === 'sent' ? newest.id : undefined)
  if (loading || !messageId) return null
  return (
    <section
      aria-label="Reminder"
      className="mx-4 mt-4 flex flex-wrap items-center gap-2 rounded-box bg-sunken p-2 pl-3 md:mx-6"
    >
      <Bell size={18} aria-hidden className="shrink-0" />
      <p className="min-w-0 flex-1 basis-48 text-sm break-words">
        {reminder ? (
          <>
            Back on top on <time dateTime={reminder.dueAt}>{dayAndTime(reminder.dueAt)}</time> if nobody answers
            {reminder.note && <>: {reminder.note}</>}
          </>
        ) : (
          'You wrote last.'
        )}
      </p>
      <Button onClick={() => setChoosing(true)}>{reminder ? 'Another time' : 'Remind me if nobody answers'}</Button>
      {reminder && <Button onClick={() => void cancel(reminder)}>No reminder</Button>}
      {choosing && (
        <Suspense>
          <RemindDialog
            note={reminder?.note ?? ''}
            onClose={() => setChoosing(false)}
            onChoose={(at, note) => {
              setChoosing(false)
              void remind(messageId, at, note)
            }}
          />
        </Suspense>
      )}
    </section>
  )
}
