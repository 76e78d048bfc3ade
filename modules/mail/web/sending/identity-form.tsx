import { useState } from 'react'
import { useMutation } from '@tanstack/react-query'
import { createIdentity, updateIdentity, type Identity } from '#modules/mail/contract.ts'
import { Button } from '#ui/button.tsx'
import { api } from '#ui/data/api.ts'
import { Field } from '#ui/field.tsx'
import { ProblemNote } from '#ui/problem-note.tsx'
import { TextField } from '#ui/text-field.tsx'
import { showToast } from '#ui/toasts.ts'

interface IdentityFormProps {
  /** Null for a new one. */
  identity: Identity | null
  onDone: () => void
  onCancel: () => void
}

/** Name, signature and, for a new one, the address. */
export function IdentityForm({ identity, onDone, onCancel }: IdentityFormProps) {
  const [address, setAddress] = useState(identity?.address ?? '')
  const [name, setName] = useState(identity?.name ?? '')
  const [signature, setSignature] = useState(identity?.signatureText ?? '')
  const save = useMutation({
    mutationFn: () => {
      // The signature is written as text here; designed words from elsewhere would hide it.
      const words = { name: name.trim(), signatureText: signature.trimEnd(), signatureHtml: null }
      return identity
        ? api.call(updateIdentity, { id: identity.id, rev: identity.rev, ...words })
        : api.call(createIdentity, { address: address.trim(), ...words })
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
