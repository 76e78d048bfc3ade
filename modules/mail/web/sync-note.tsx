import { Link } from '@tanstack/react-router'
import RefreshCw from 'lucide-react/icons/refresh-cw'
import TriangleAlert from 'lucide-react/icons/triangle-alert'
import { listConnections, type Connection } from '#modules/connections/contract.ts'
import { syncStatus, type SyncStatus } from '#modules/mail/contract.ts'
import { usePollInterval } from '#ui/data/connection.ts'
import { useOperation } from '#ui/data/use-operation.ts'

const BUSY_MILLISECONDS = 1500

/** One line on what comes in: how far a sync is, or which account needs a look; nothing where all is well. */
export function SyncNote() {
  const quiet = usePollInterval()
  const { data } = useOperation(
    syncStatus,
    {},
    { refetchInterval: (now) => (now?.items.some(isComing) ? BUSY_MILLISECONDS : quiet) },
  )
  const accounts = useOperation(listConnections, {}, { refetchInterval: () => quiet }).data?.items ?? []
  const items = data?.items ?? []
  const troubled = accounts.filter(({ id, state }) => state !== 'paused' && (isTroubled(state) || failsIn(items, id)))
  const coming = items.filter(isComing)
  if (troubled.length > 0) {
    return (
      <Link
        to="/settings/{-$pane}"
        params={{ pane: 'accounts' }}
        className="flex min-w-0 items-center gap-2 rounded-box border border-line bg-orange px-2 py-1 font-semibold text-on-accent"
      >
        <TriangleAlert size={16} aria-hidden className="shrink-0" />
        <span className="min-w-0 break-words">
          {troubled.length === 1 ? needOf(troubled[0]!) : `${troubled.length} accounts need a look`}
        </span>
      </Link>
    )
  }
  if (coming.length === 0) return null
  const stored = coming.reduce((sum, item) => sum + item.stored, 0)
  const messages = coming.reduce((sum, item) => sum + item.messages, 0)
  return (
    <p className="flex items-center gap-2 tabular-nums">
      <RefreshCw size={15} aria-hidden className="shrink-0" />
      {messages > stored
        ? `Fetching: ${stored.toLocaleString()} of ${messages.toLocaleString()}`
        : 'Looking for new mail'}
    </p>
  )
}

const isTroubled = (state: Connection['state']): boolean => state === 'failing' || state === 'needs-consent'
const failsIn = (items: SyncStatus[], connectionId: string): boolean =>
  items.some((item) => item.connectionId === connectionId && item.state === 'failing')
const needOf = ({ address, state }: Connection): string =>
  state === 'needs-consent' ? `Sign in again: ${address}` : `No mail comes from ${address}`
const isComing = ({ state }: SyncStatus): boolean => state === 'syncing' || state === 'pending'
