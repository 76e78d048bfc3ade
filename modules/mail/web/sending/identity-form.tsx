import { useState } from 'react'
import { useMutation } from '@tanstack/react-query'
import { listConnections } from '#modules/connections/contract.ts'
import { createIdentity, updateIdentity, type Identity } from '#modules/mail/contract.ts'
import { Button } from '#ui/button.tsx'
import { api } from '#ui/data/api.ts'
import { useOperation } from '#ui/data/use-operation.ts'
import { Field } from '#ui/field.tsx'
import { ProblemNote } from '#ui/problem-note.tsx'
import { Select } from '#ui/select.tsx'
import { TextField } from '#ui/text-field.tsx'
import { showToast } from '#ui/toasts.ts'

interface IdentityFormProps {
  /** Null for a new one. */
  identity: Identity | null
  onDone: () => void
  onCancel: () => void
}

/** Name, signature and, for a new one, the address and the account that sends for it. */
export function IdentityForm({ identity, onDone, onCancel }: IdentityFormProps) {
  const [address, setAddress] = useState(identity?.address ?? '')
  const [name, setName] = useState(identity?.name ?? '')
  const [signature, setSignature] = useState(identity?.signatureText ?? '')
  const accounts = useOperation(listConnections, {}).data?.items ?? []
  const [chosen, setChosen] = useState(identity?.connectionId ?? null)
  const connectionId = chosen ?? accounts[0]?.id
  // The address of an account is sent by that account.
  const isAlias = !accounts.some((account) => account.id === identity?.connectionId && account.address === address)
  const save = useMutation({
    mutationFn: () => {
      // The signature is written as text here; designed words from elsewhere would hide it.
      const words = { name: name.trim(), signatureText: signature.trimEnd(), signatureHtml: null }
      const input = { ...words, ...(isAlias && connectionId && { connectionId }) }
      return identity
        ? api.call(updateIdentity, { id: identity.id, rev: identity.rev, ...input })
        : api.call(createIdentity, { address: address.trim(), ...input })
    },
    onSuccess: (saved) => {
      showToast({ message: `${saved.address} is saved` })
      onDone()
    },
  })
  return (
    <form
      className="flex flex-col gap-3"
      onSubmit={(event) => {
        event.preventDefault()
        save.mutate()
      }}
    >
      {!identity && (
        <TextField
          label="Address"
          type="email"
          required
          takesFocus
          hint="Your provider must let you send from it."
          value={address}
          onValue={setAddress}
        />
      )}
      {isAlias && accounts.length > 1 && (
        <Field label="Sent by the account">
          {(control) => (
            <Select {...control} value={connectionId} onChange={(event) => setChosen(event.target.value)}>
              {accounts.map((account) => (
                <option key={account.id} value={account.id}>
                  {account.address}
                </option>
              ))}
            </Select>
          )}
        </Field>
      )}
      <TextField label="Name" autoComplete="name" maxLength={200} value={name} onValue={setName} />
      <Field label="Signature" hint="It stands below what you write.">
        {(control) => (
          <textarea
            {...control}
            rows={4}
            maxLength={10_000}
            className="control w-full py-2"
            value={signature}
            onChange={(event) => setSignature(event.target.value)}
          />
        )}
      </Field>
      <ProblemNote error={save.error} />
      <div className="flex flex-wrap gap-2">
        <Button type="submit" look="primary" className="min-h-10" disabled={save.isPending}>
          Save
        </Button>
        <Button className="min-h-10" onClick={onCancel}>
          Cancel
        </Button>
      </div>
    </form>
  )
}
