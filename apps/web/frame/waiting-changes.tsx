import { useQueryClient } from '@tanstack/react-query'
import { Button } from '#ui/button.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { fullDate } from '#ui/format.ts'
import { refreshModules } from '#ui/data/refresh-modules.ts'
import { sendWaiting } from '#ui/outbox/send-waiting.ts'
import type { WaitingIn } from '#ui/outbox/use-waiting.ts'

/** Every change that waits, with what can be done about one that was refused. */
export default function WaitingChanges({ all, onClose }: { all: readonly WaitingIn[]; onClose: () => void }) {
  const cache = useQueryClient()
  const send = () => new Set(all.map(({ open }) => open)).forEach((open) => void sendWaiting(open, cache))
  return (
    <Dialog open onClose={onClose} title="Waiting for the connection">
      <div className="flex flex-col gap-4 p-4">
        <p>
          {all.length === 0
            ? 'Nothing waits any more.'
            : 'These changes are in this browser alone. They are made one after the other when Daybook can be reached.'}
        </p>
        {all.length > 0 && (
          <ol aria-label="Waiting changes" className="m-0 flex list-none flex-col gap-2 p-0">
            {all.map((each) => (
              <WaitingRow key={each.waiting.place} {...each} />
            ))}
          </ol>
        )}
        <div className="flex flex-wrap gap-2">
          {all.some(({ waiting }) => !waiting.refused) && <Button onClick={send}>Try now</Button>}
          <Button onClick={onClose}>Close</Button>
        </div>
      </div>
    </Dialog>
  )
}

function WaitingRow({ waiting, open }: WaitingIn) {
  const cache = useQueryClient()
  const { label, at, refused, place } = waiting
  const act = (work: () => Promise<void>) => async () => {
    await work()
    await sendWaiting(open, cache)
    await refreshModules(cache, open.modules).catch(() => undefined)
  }
  return (
    <li className="flex flex-col gap-2 rounded-box bg-sunken p-3">
      <p className="wrap-anywhere">{label}</p>
      <p className="text-sm text-ink-soft">{fullDate(new Date(at).toISOString())}</p>
      {refused && (
        <>
          <p role="alert" className="text-sm font-semibold">
            {[refused.detail, refused.remedy].filter(Boolean).join('. ')}
          </p>
          <div className="flex flex-wrap gap-2">
            {open.remedies(waiting).map((remedy) => (
              <Button key={remedy.label} onClick={() => void act(remedy.run)()}>
                {remedy.label}
              </Button>
            ))}
            <Button aria-label={`Try again: ${label}`} onClick={() => void act(() => open.outbox.retry(waiting))()}>
              Try again
            </Button>
            <Button
              look="danger"
              aria-label={`Leave it: ${label}`}
              onClick={() => void act(() => open.outbox.drop(place))()}
            >
              Leave it
            </Button>
          </div>
        </>
      )}
    </li>
  )
}
