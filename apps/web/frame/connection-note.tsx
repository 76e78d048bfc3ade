import CloudOff from 'lucide-react/icons/cloud-off'
import { useConnection } from '#ui/data/connection.ts'

/** Says that Daybook cannot be reached, for as long as it is so. */
export function ConnectionNote() {
  const offline = useConnection() === 'offline'
  return (
    <div role="status" aria-live="polite">
      {offline && (
        <p className="flex items-center gap-2 border-b-(length:--border) border-line bg-orange px-4 py-1.5 text-sm font-semibold text-on-accent">
          <CloudOff size={18} aria-hidden className="shrink-0" />
          Offline, trying again. What is on the screen may be old. What you change in mail and tasks is kept here and
          done when Daybook is back; so are tasks you add and messages you write.
        </p>
      )}
    </div>
  )
}
