import { useState } from 'react'
import { useMutation } from '@tanstack/react-query'
import { getSecurity, reauthenticate } from '#modules/identity/contract.ts'
import { api } from '#ui/data/api.ts'
import { useOperation } from '#ui/data/use-operation.ts'
import { Button } from '#ui/button.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { signInWithPasskey } from '../passkey-ceremony.ts'
import { PasswordField } from '#ui/password-field.tsx'
import { ProblemNote } from '#ui/problem-note.tsx'

/** Asks who is there once more, by password or passkey; what was wanted then goes on. */
export function ConfirmIdentity({ onConfirmed, onClose }: { onConfirmed: () => void; onClose: () => void }) {
  const security = useOperation(getSecurity, {})
  const [password, setPassword] = useState('')
  const byPassword = useMutation({
    mutationFn: () => api.call(reauthenticate, { password }),
    onSuccess: onConfirmed,
  })
  const byPasskey = useMutation({ mutationFn: signInWithPasskey, onSuccess: onConfirmed })
  const hasPasskey = (security.data?.passkeys ?? 0) > 0
  return (
    <Dialog open onClose={onClose} title="Confirm that it is you">
      <form
        className="flex flex-col gap-4 p-4"
        onSubmit={(event) => {
          event.preventDefault()
          if (password) byPassword.mutate()
        }}
      >
        <p>This change is a sensitive one, so Daybook asks once more. It is good for ten minutes.</p>
        {security.data?.hasPassword !== false && (
          <PasswordField label="Password" autoComplete="current-password" value={password} onValue={setPassword} />
        )}
        <ProblemNote error={byPassword.error ?? byPasskey.error} />
        <div className="flex flex-wrap justify-end gap-2">
          {hasPasskey && (
            <Button onClick={() => byPasskey.mutate()} disabled={byPasskey.isPending}>
              Use a passkey
            </Button>
          )}
          <Button type="submit" look="primary" disabled={!password || byPassword.isPending}>
            Confirm
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
