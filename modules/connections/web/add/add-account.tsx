import { useState } from 'react'
import { useMutation } from '@tanstack/react-query'
import { discoverServers, type SuggestedServers } from '#modules/connections/contract.ts'
import { Button } from '#ui/button.tsx'
import { api } from '#ui/data/api.ts'
import { fieldError } from '#ui/field-error.ts'
import { ProblemNote } from '#ui/problem-note.tsx'
import { TextField } from '#ui/text-field.tsx'
import { ConsentChoices } from './consent-choices.tsx'
import { PasswordStep } from './password-step.tsx'

/** Connects an account: the address, its servers found, the password, checked, done. */
export function AddAccount({ onClose }: { onClose: () => void }) {
  const [address, setAddress] = useState('')
  const [found, setFound] = useState<SuggestedServers | null>(null)
  const discover = useMutation({
    mutationFn: () => api.call(discoverServers, { address: address.trim() }),
    onSuccess: setFound,
  })
  const notAnAddress = fieldError(discover.error, 'address')
  return (
    <section aria-label="Connect an account" className="raised flex flex-col gap-4 p-4">
      <h3 className="text-base">Connect an account</h3>
      {found ? (
        <PasswordStep address={address.trim()} found={found} onBack={() => setFound(null)} onDone={onClose} />
      ) : (
        <>
          <form
            className="flex flex-col gap-4"
            onSubmit={(event) => {
              event.preventDefault()
              discover.mutate()
            }}
          >
            <TextField
              label="E-mail address"
              hint="Daybook looks up the servers of this address."
              type="email"
              autoComplete="email"
              takesFocus
              required
              error={notAnAddress}
              value={address}
              onValue={setAddress}
            />
            {!notAnAddress && <ProblemNote error={discover.error} />}
            <div className="flex flex-wrap gap-2">
              <Button type="submit" look="primary" className="min-h-10" disabled={discover.isPending}>
                {discover.isPending ? 'Looking' : 'Go on'}
              </Button>
              <Button className="min-h-10" onClick={onClose}>
                Cancel
              </Button>
            </div>
          </form>
          <ConsentChoices />
        </>
      )}
    </section>
  )
}
