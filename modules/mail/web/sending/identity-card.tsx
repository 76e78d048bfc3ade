import { useState } from 'react'
import { deleteIdentity, updateIdentity, type Identity } from '#modules/mail/contract.ts'
import { Button } from '#ui/button.tsx'
import { Chip } from '#ui/chip.tsx'
import { useCommand } from '#ui/data/use-operation.ts'
import { showToast } from '#ui/toasts.ts'
import { IdentityForm } from './identity-form.tsx'

/** One address to send from, and what can be done with it. */
export function IdentityCard({ identity, onChanged }: { identity: Identity; onChanged: () => void }) {
  const [editing, setEditing] = useState(false)
  const { id, address, name, signatureText, isDefault } = identity
  const choose = useCommand(updateIdentity, { onSuccess: onChanged })
  const remove = useCommand(deleteIdentity, {
    onSuccess: () => {
      showToast({ message: `${address} is no longer an address to send from` })
      onChanged()
    },
  })
  const of = <span className="sr-only"> {address}</span>
  return (
    <article aria-label={address} className="sheet flex flex-col gap-3 p-4">
      <header className="flex flex-wrap items-center gap-2">
        <h3 className="max-w-full min-w-0 grow text-base break-words">{name ? `${name}, ${address}` : address}</h3>
        {isDefault && <Chip accent="green">Used unless chosen otherwise</Chip>}
      </header>
      {editing ? (
        <IdentityForm
          identity={identity}
          onDone={() => {
            setEditing(false)
            onChanged()
          }}
          onCancel={() => setEditing(false)}
        />
      ) : (
        <>
          {!identity.connectionId && (
            <p className="text-sm font-semibold">No account sends for it yet: save its name and signature once.</p>
          )}
          {signatureText && <p className="text-sm whitespace-pre-wrap text-ink-soft">{signatureText}</p>}
          <div className="flex flex-wrap gap-2">
            <Button onClick={() => setEditing(true)}>Name and signature{of}</Button>
            {!isDefault && (
              <>
                <Button disabled={choose.isPending} onClick={() => choose.mutate({ id, isDefault: true })}>
                  Use by default{of}
                </Button>
                <Button look="danger" disabled={remove.isPending} onClick={() => remove.mutate({ id })}>
                  Remove{of}
                </Button>
              </>
            )}
          </div>
        </>
      )}
    </article>
  )
}
