import { useState } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import Plus from 'lucide-react/icons/plus'
import { listIdentities } from '#modules/mail/contract.ts'
import { Button } from '#ui/button.tsx'
import { operationKey, useOperation } from '#ui/data/use-operation.ts'
import { ErrorState } from '#ui/error-state.tsx'
import { Section } from '#ui/section.tsx'
import { Skeleton } from '#ui/skeleton.tsx'
import { IdentityCard } from './identity-card.tsx'
import { IdentityForm } from './identity-form.tsx'

/** The addresses one sends from, each with its name and signature. */
export function Pane() {
  const cache = useQueryClient()
  const identities = useOperation(listIdentities, {})
  const [adding, setAdding] = useState(false)
  const refresh = () => void cache.invalidateQueries({ queryKey: operationKey(listIdentities) })
  return (
    <Section title="Sending" hint="The addresses you write from. Each account brings its own; aliases can be added.">
      {identities.isPending && <Skeleton rows={2} label="Loading the addresses" />}
      {identities.isError && <ErrorState error={identities.error} retry={() => void identities.refetch()} />}
      {identities.data?.items.length === 0 && (
        <p data-state="empty">
          There is no address to send from yet.{' '}
          <Link to="/settings/{-$pane}" params={{ pane: 'accounts' }} className="underline">
            Connect a mail account
          </Link>
          , and its address stands here.
        </p>
      )}
      <ul aria-label="Addresses to send from" className="m-0 flex list-none flex-col gap-3 p-0">
        {identities.data?.items.map((identity) => (
          <li key={identity.id}>
            <IdentityCard identity={identity} onChanged={refresh} />
          </li>
        ))}
      </ul>
      {adding ? (
        <div className="sheet p-4">
          <IdentityForm
            identity={null}
            onDone={() => {
              setAdding(false)
              refresh()
            }}
            onCancel={() => setAdding(false)}
          />
        </div>
      ) : (
        (identities.data?.items.length ?? 0) > 0 && (
          <Button icon={Plus} className="self-start" onClick={() => setAdding(true)}>
            Add an address
          </Button>
        )
      )}
    </Section>
  )
}
