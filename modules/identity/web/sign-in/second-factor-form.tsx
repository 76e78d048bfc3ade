import { useState } from 'react'
import { useMutation } from '@tanstack/react-query'
import { loginSecondFactor, type SecondFactor, type SignedIn } from '#modules/identity/contract.ts'
import { ProblemError } from '#client/problem-error.ts'
import { api } from '#ui/data/api.ts'
import { Button } from '#ui/button.tsx'
import { ProblemNote } from '#ui/problem-note.tsx'
import { TextField } from '#ui/text-field.tsx'
import { askForPasskey, isGivenUp } from '../passkey-ceremony.ts'

interface SecondFactorFormProps {
  asked: SignedIn
  onSignedIn: (answer: SignedIn) => void
  onBack: () => void
}

/** The second step: a code of the authenticator, a recovery code or a passkey, whichever the account has. */
export function SecondFactorForm({ asked, onSignedIn, onBack }: SecondFactorFormProps) {
  const factors = asked.secondFactor ?? []
  const [way, setWay] = useState<SecondFactor>(factors[0] ?? 'totp')
  const [typed, setTyped] = useState('')
  const send = useMutation({
    mutationFn: async () =>
      api.call(loginSecondFactor, {
        challenge: asked.challenge!,
        ...(way === 'totp' && { code: typed }),
        ...(way === 'recovery' && { recoveryCode: typed }),
        ...(way === 'passkey' && { passkey: await askForPasskey(asked.passkeyOptions ?? {}) }),
      }),
    onSuccess: onSignedIn,
  })
  const tooOld = send.error instanceof ProblemError && send.error.code === 'challenge-not-valid'
  return (
    <form
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault()
        send.mutate()
      }}
    >
      <h1 className="text-xl">One more step</h1>
      {way === 'totp' && (
        <TextField
          key="totp"
          label="Code of your authenticator"
          hint="Six digits; a new one comes every 30 seconds."
          inputMode="numeric"
          autoComplete="one-time-code"
          takesFocus
          required
          value={typed}
          onValue={setTyped}
        />
      )}
      {way === 'recovery' && (
        <TextField
          key="recovery"
          label="Recovery code"
          hint="One of those you kept when you set this up. Each works once."
          autoComplete="off"
          takesFocus
          required
          value={typed}
          onValue={setTyped}
        />
      )}
      {way === 'passkey' && <p>Your browser asks for the passkey when you go on.</p>}
      <ProblemNote error={isGivenUp(send.error) ? null : send.error} />
      <Button type="submit" look="primary" className="min-h-11" disabled={send.isPending || tooOld}>
        {way === 'passkey' ? 'Use the passkey' : 'Go on'}
      </Button>
      <p className="flex flex-wrap gap-2">
        {factors
          .filter((factor) => factor !== way)
          .map((factor) => (
            <Button
              key={factor}
              onClick={() => {
                send.reset()
                setTyped('')
                setWay(factor)
              }}
            >
              {names[factor]}
            </Button>
          ))}
        <Button onClick={onBack}>Begin again</Button>
      </p>
    </form>
  )
}

const names: Record<SecondFactor, string> = {
  totp: 'Use the authenticator',
  passkey: 'Use a passkey',
  recovery: 'Use a recovery code',
}
