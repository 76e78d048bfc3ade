import { Link } from '@tanstack/react-router'
import { receivesMail, type Connection } from '#modules/connections/contract.ts'
import type { SyncStatus } from '#modules/mail/contract.ts'
import { countOf, fullDate, shortDate } from '#ui/format.ts'
import { ProgressBar } from '#ui/progress-bar.tsx'
import { isBusy } from './use-sync-states.ts'

/** How much of an account's mail is here; a bar while it comes in, newest first. */
export function SyncProgress({ account, sync }: { account: Connection; sync: SyncStatus | undefined }) {
  if (account.state !== 'paused' && sync && isBusy(sync) && sync.stored < sync.messages) {
    return (
      <div className="flex flex-col gap-1">
        <ProgressBar
          label="Fetching, newest first"
          done={sync.stored}
          total={sync.messages}
          count={`${sync.stored.toLocaleString()} of ${countOf(sync.messages, 'message')}`}
        />
        <p className="text-sm text-ink-soft">
          <Link to="/inbox" className="underline">
            What is here already
          </Link>{' '}
          can be read, searched and answered in the meantime.
        </p>
      </div>
    )
  }
  if (!receivesMail(account))
    return <p className="text-sm text-ink-soft">This account only sends. Mail that is imported stays as it is.</p>
  const last = account.lastSyncAt ?? sync?.lastSyncAt
  return (
    <p className="flex flex-wrap gap-x-3 text-sm text-ink-soft">
      {sync && <span>{countOf(sync.stored, 'message')} here</span>}
      {sync && sync.skipped > 0 && <span>{countOf(sync.skipped, 'message')} set aside, not readable</span>}
      <span title={last ? fullDate(last) : undefined}>
        {last ? `Last synced ${shortDate(last)}` : 'Not synced yet'}
      </span>
    </p>
  )
}
