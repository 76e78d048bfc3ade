import { lazy, Suspense, useState } from 'react'
import Pause from 'lucide-react/icons/pause'
import Play from 'lucide-react/icons/play'
import RefreshCw from 'lucide-react/icons/refresh-cw'
import { pauseConnection, receivesMail, resumeConnection, type Connection } from '#modules/connections/contract.ts'
import { syncMail, type SyncStatus } from '#modules/mail/contract.ts'
import { Avatar } from '#ui/avatar.tsx'
import { Button } from '#ui/button.tsx'
import { useCommand } from '#ui/data/use-operation.ts'
import { showToast } from '#ui/toasts.ts'
import { AccountProblem } from './account-problem.tsx'
import { AccountState } from './account-state.tsx'
import { providerName } from './provider-name.ts'
import { RemoveAccount } from './remove-account.tsx'
import { SyncProgress } from './sync-progress.tsx'
import { useRefreshAccounts } from './use-refresh-accounts.ts'

const AccountSettings = lazy(() =>
  import('./account-settings.tsx').then((module) => ({ default: module.AccountSettings })),
)

/** One account: who it is, how it stands, what can be done with it. */
export function AccountCard({ account, sync }: { account: Connection; sync: SyncStatus | undefined }) {
  const refresh = useRefreshAccounts()
  const [editing, setEditing] = useState(false)
  const pause = useCommand(pauseConnection, { onSuccess: refresh })
  const resume = useCommand(resumeConnection, { onSuccess: refresh })
  const look = useCommand(syncMail, {
    onSuccess: () => {
      showToast({ message: `Looking for new mail of ${account.address}` })
      refresh()
    },
  })
  const paused = account.state === 'paused'
  const of = <span className="sr-only"> {account.address}</span>
  return (
    <article aria-label={account.address} className="raised flex flex-col gap-4 p-4">
      <header className="flex flex-wrap items-center gap-3">
        <Avatar name={account.name || account.address} seed={account.address} className="extra" />
        <div className="min-w-0 flex-1">
          <h3 className="text-base break-words">{account.address}</h3>
          <p className="text-sm text-ink-soft">
            {account.name && account.name !== account.address && `${account.name}, `}
            {providerName[account.provider]}
          </p>
        </div>
        <AccountState account={account} sync={sync} />
      </header>
      <AccountProblem account={account} sync={sync} />
      <SyncProgress account={account} sync={sync} />
      <footer className="flex flex-wrap gap-2">
        {!paused && receivesMail(account) && (
          <Button icon={RefreshCw} disabled={look.isPending} onClick={() => look.mutate({ connectionId: account.id })}>
            Sync now{of}
          </Button>
        )}
        {paused ? (
          <Button
            icon={Play}
            look="primary"
            disabled={resume.isPending}
            onClick={() => resume.mutate({ id: account.id })}
          >
            Resume{of}
          </Button>
        ) : (
          <Button icon={Pause} disabled={pause.isPending} onClick={() => pause.mutate({ id: account.id })}>
            Pause{of}
          </Button>
        )}
        <Button aria-expanded={editing} onClick={() => setEditing(!editing)}>
          Settings{of}
        </Button>
        <span className="ml-auto">
          <RemoveAccount account={account} stored={sync?.stored} />
        </span>
      </footer>
      {editing && (
        <Suspense>
          <AccountSettings account={account} onDone={() => setEditing(false)} />
        </Suspense>
      )}
    </article>
  )
}
