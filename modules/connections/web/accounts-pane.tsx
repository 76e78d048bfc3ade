import { useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import AtSign from 'lucide-react/icons/at-sign'
import Plus from 'lucide-react/icons/plus'
import { listConnections } from '#modules/connections/contract.ts'
import { Button } from '#ui/button.tsx'
import { useOperation } from '#ui/data/use-operation.ts'
import { EmptyState } from '#ui/empty-state.tsx'
import { ErrorState } from '#ui/error-state.tsx'
import { Section } from '#ui/section.tsx'
import { Skeleton } from '#ui/skeleton.tsx'
import { AccountCard } from './account-card.tsx'
import { AddAccount } from './add/add-account.tsx'
import { ConsentReturn } from './consent-return.tsx'
import { useSyncStates } from './use-sync-states.ts'

/** The mail accounts of this person: how each stands, and a way to connect another. */
export function Pane() {
  const accounts = useOperation(listConnections, {})
  const syncs = useSyncStates()
  const [adding, setAdding] = useState(false)
  const opener = useRef<HTMLButtonElement>(null)
  const items = accounts.data?.items ?? []
  const close = () => {
    flushSync(() => setAdding(false))
    opener.current?.focus()
  }
  const add = (
    <Button ref={opener} look="primary" icon={Plus} className="min-h-10" onClick={() => setAdding(true)}>
      Connect an account
    </Button>
  )
  return (
    <Section
      title="Mail accounts"
      hint="Daybook keeps a copy of your mail here, brings what is new, and sends in your name. What you read, file or delete here is so there too."
    >
      <ConsentReturn />
      {accounts.isPending && <Skeleton rows={2} label="Loading the accounts" />}
      {accounts.isError && <ErrorState error={accounts.error} retry={() => void accounts.refetch()} />}
      {accounts.data && items.length === 0 && !adding && (
        <EmptyState
          icon={AtSign}
          title="No mail account is connected yet."
          action={add}
          example={
            <>
              For example <code className="font-mono">ada@example.org</code>: type the address, and Daybook finds its
              servers.
            </>
          }
        />
      )}
      <ul aria-label="Mail accounts" className="m-0 flex list-none flex-col gap-4 p-0">
        {items.map((account) => (
          <li key={account.id}>
            <AccountCard account={account} sync={syncs.get(account.id)} />
          </li>
        ))}
      </ul>
      {adding && <AddAccount onClose={close} />}
      {items.length > 0 && !adding && <div>{add}</div>}
    </Section>
  )
}
