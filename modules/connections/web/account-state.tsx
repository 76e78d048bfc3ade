import { receivesMail, type Connection } from '#modules/connections/contract.ts'
import type { SyncStatus } from '#modules/mail/contract.ts'
import { Chip } from '#ui/chip.tsx'
import type { Accent } from '#ui/define-web-module.ts'
import { isBusy } from './use-sync-states.ts'

/** In two words, how an account stands. */
export function AccountState({ account, sync }: { account: Connection; sync: SyncStatus | undefined }) {
  const [accent, words] = stateOf(account, sync)
  return <Chip accent={accent}>{words}</Chip>
}

function stateOf(account: Connection, sync: SyncStatus | undefined): [Accent, string] {
  const { state } = account
  if (state === 'paused') return ['lilac', 'Paused']
  if (!receivesMail(account)) return ['green', 'Sends only']
  if (state === 'needs-consent') return ['orange', 'Sign in again']
  if (state === 'failing' || sync?.state === 'failing') return ['red', 'Trying again']
  if (sync && isBusy(sync)) return ['yellow', 'Syncing']
  return ['green', 'Up to date']
}
