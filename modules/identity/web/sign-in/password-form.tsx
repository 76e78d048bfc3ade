import { useEffect, useEffectEvent, useState } from 'react'
import { useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import Fingerprint from 'lucide-react/icons/fingerprint-pattern'
import { login, signInOptions, type SignedIn } from '#modules/identity/contract.ts'
import { api } from '#ui/data/api.ts'
import { useOperation } from '#ui/data/use-operation.ts'
import { Button } from '#ui/button.tsx'
import { LinkCommand } from '../parts/link-command.tsx'
import { PasswordField } from '#ui/password-field.tsx'
import { ProblemNote } from '#ui/problem-note.tsx'
import { TextField } from '#ui/text-field.tsx'
import { isGivenUp, mayUsePasskeys, signInByAutofill, signInWithPasskey } from '../passkey-ceremony.ts'

/** Address and password, or a passkey; below, how else one gets in. */
export function PasswordForm({ left, onSignedIn }: { left: boolean; onSignedIn: (answer: SignedIn) => void }) {
  const options = useOperation(signInOptions, {})
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const byPassword = useMutation({ mutationFn: () => api.call(login, { email, password }), onSuccess: onSignedIn })
  const byPasskey = useMutation({ mutationFn: signInWithPasskey, onSuccess: onSignedIn })
  const filledIn = useEffectEvent((answer: SignedIn | null) => answer && onSignedIn(answer))
  useEffect(() => {
    let gone = false
    void signInByAutofill().then((answer) => !gone && filledIn(answer))
    return () => {
      gone = true
    }
  }, [])
  const failure = byPassword.error ?? (isGivenUp(byPasskey.error) ? null : byPasskey.error)
  return (
    <div data-state="empty" className="flex flex-col gap-5">
      <h1 className="text-xl">{left ? 'You are signed out' : 'Sign in'}</h1>
      <form
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault()
          byPasskey.reset()
          byPassword.mutate()
        }}
      >
        <TextField
          label="E-mail address"
          type="email"
          name="email"
          autoComplete="username webauthn"
          required
          value={email}
          onValue={setEmail}
        />
        <PasswordField
          label="Password"
          name="password"
          autoComplete="current-password"
          required
          value={password}
          onValue={setPassword}
        />
        <ProblemNote error={failure} />
        <div className="flex flex-wrap gap-2">
          <Button type="submit" look="primary" className="min-h-11 flex-1" disabled={byPassword.isPending}>
            Sign in
          </Button>
          {mayUsePasskeys() && (
            <Button
              icon={Fingerprint}
              className="min-h-11"
              disabled={byPasskey.isPending}
              onClick={() => {
                byPassword.reset()
                byPasskey.mutate()
              }}
            >
              Use a passkey
            </Button>
          )}
        </div>
      </form>
      <p className="flex flex-wrap gap-x-4 gap-y-1">
        {options.data?.mail && <Link to="/reset">Forgotten your password?</Link>}
        {options.data?.registration === 'open' && <Link to="/register">Make an account</Link>}
      </p>
      <details>
        <summary className="cursor-pointer font-semibold">Sign in with a link</summary>
        <div className="mt-3 flex flex-col gap-3">
          <p>Daybook gives you a link that works once. Ask for one where Daybook runs:</p>
          <LinkCommand />
        </div>
      </details>
    </div>
  )
}
