import { lazy, Suspense, useState } from 'react'
import AlarmClock from 'lucide-react/icons/alarm-clock'
import { IconButton } from '#ui/icon-button.tsx'
import { useShortcuts } from '#ui/keyboard/use-shortcuts.ts'
import { useSnooze } from './use-snooze.ts'

const LaterDialog = lazy(() => import('./compose/later-dialog.tsx').then((module) => ({ default: module.LaterDialog })))

/** Hides threads of the inbox until a time one chooses. */
export function SnoozeButton({ threadIds, onSnoozed }: { threadIds: string[]; onSnoozed: () => void }) {
  const snooze = useSnooze()
  const [choosing, setChoosing] = useState(false)
  useShortcuts({ 'mail.snooze': () => setChoosing(true) })
  return (
    <>
      <IconButton label="Snooze" action="mail.snooze" icon={AlarmClock} onClick={() => setChoosing(true)} />
      {choosing && (
        <Suspense>
          <LaterDialog
            title="Snooze until"
            action="Snooze"
            onClose={() => setChoosing(false)}
            onChoose={(until) => {
              setChoosing(false)
              void snooze(threadIds, until)
              onSnoozed()
            }}
          />
        </Suspense>
      )}
    </>
  )
}
