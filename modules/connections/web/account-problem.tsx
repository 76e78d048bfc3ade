import type { Connection } from '#modules/connections/contract.ts'
import type { SyncStatus } from '#modules/mail/contract.ts'
import { ConsentButton } from './add/consent-button.tsx'

/** What is wrong with an account, and what its owner can do. */
export function AccountProblem({ account, sync }: { account: Connection; sync: SyncStatus | undefined }) {
  const problem = account.problem ?? sync?.problem
  if (!problem || account.state === 'paused') return null
  const needsOwner = account.state === 'needs-consent'
  return (
    <div
      role="alert"
      className="flex flex-wrap items-center gap-3 rounded-box border-2 border-line bg-red p-3 text-sm text-on-accent"
    >
      <div className="min-w-0 flex-1">
        <p className="font-semibold break-words">{problem.detail}</p>
        <p>
          {needsOwner
            ? account.provider === 'imap'
              ? 'Open the settings below and give the password again.'
              : 'Sign in at the provider again; nothing that is here is lost.'
            : 'Daybook tries again by itself. What is here already stays.'}
        </p>
      </div>
      {needsOwner && account.provider !== 'imap' && (
        <ConsentButton provider={account.provider} connectionId={account.id} hint={account.address}>
          Sign in again
        </ConsentButton>
      )}
    </div>
  )
}
