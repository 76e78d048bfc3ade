import { useMemo } from 'react'
import { syncStatus, type SyncStatus } from '#modules/mail/contract.ts'
import { usePollInterval } from '#ui/data/connection.ts'
import { useOperation } from '#ui/data/use-operation.ts'

const BUSY_MILLISECONDS = 1000

/** How the mail of each account stands, by the account's id; counts move while mail comes in. */
export function useSyncStates(): Map<string, SyncStatus> {
  const quiet = usePollInterval()
  const { data } = useOperation(
    syncStatus,
    {},
    { refetchInterval: (now) => (now?.items.some(isBusy) ? BUSY_MILLISECONDS : quiet) },
  )
  return useMemo(() => new Map(data?.items.map((item) => [item.connectionId, item])), [data])
}

export const isBusy = ({ state }: SyncStatus): boolean => state === 'syncing' || state === 'pending'
