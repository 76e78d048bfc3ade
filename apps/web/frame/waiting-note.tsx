import { lazy, Suspense, useState } from 'react'
import Hourglass from 'lucide-react/icons/hourglass'
import { countOf } from '#ui/format.ts'
import { useWaiting } from '#ui/outbox/use-waiting.ts'

const WaitingChanges = lazy(() => import('./waiting-changes.tsx'))

/** Says how many changes wait in this browser, and which were refused, for as long as there are some. */
export function WaitingNote() {
  const all = useWaiting()
  const [open, setOpen] = useState(false)
  const refused = all.filter(({ waiting }) => waiting.refused).length
  const waits = all.length - refused
  const words = [
    ...(waits > 0 ? [`${countOf(waits, 'change')} ${waits === 1 ? 'waits' : 'wait'}`] : []),
    ...(refused > 0 ? [`${countOf(refused, 'change')} could not be made`] : []),
  ].join(', ')
  return (
    <div role="status" aria-live="polite">
      {all.length > 0 && (
        <p className="flex items-center gap-2 border-b-(length:--border) border-line bg-yellow px-4 py-1.5 text-sm font-semibold text-on-accent">
          <Hourglass size={18} aria-hidden className="shrink-0" />
          <span className="min-w-0 flex-1">{words}</span>
          <button
            type="button"
            className="min-h-8 shrink-0 px-2 font-semibold text-on-accent underline"
            onClick={() => setOpen(true)}
          >
            Show
          </button>
        </p>
      )}
      {open && (
        <Suspense>
          <WaitingChanges all={all} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </div>
  )
}
