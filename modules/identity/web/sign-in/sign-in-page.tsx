import { useEffect, useEffectEvent, useState } from 'react'
import { useSearch } from '@tanstack/react-router'
import { openLink, type SignedIn } from '#modules/identity/contract.ts'
import { usePageTitle } from '#ui/page.tsx'
import { api } from '#ui/data/api.ts'
import { Entrance } from '../parts/entrance.tsx'
import { LinkFailed } from './link-failed.tsx'
import { PasswordForm } from './password-form.tsx'
import { SecondFactorForm } from './second-factor-form.tsx'
import { takeSecret } from './take-secret.ts'
import { useArrival } from './use-arrival.ts'

type State =
  | { name: 'opening' }
  | { name: 'waiting' }
  | { name: 'second-factor'; asked: SignedIn }
  | { name: 'failed'; error: unknown; secret: string }

/** Signs in: by a one-time link at once, else by password or passkey. */
export function Page() {
  usePageTitle('Sign in')
  const arrive = useArrival()
  const { left } = useSearch({ strict: false }) as { left?: string }
  const [state, setState] = useState<State>({ name: 'opening' })

  const open = (secret: string) => {
    setState({ name: 'opening' })
    api.call(openLink, { secret }).then(arrive, (error: unknown) => setState({ name: 'failed', error, secret }))
  }
  const signedIn = (answer: SignedIn) => {
    if (answer.secondFactor && answer.challenge) setState({ name: 'second-factor', asked: answer })
    else arrive()
  }

  const begin = useEffectEvent(() => {
    const secret = takeSecret()
    if (secret) open(secret)
    else setState({ name: 'waiting' })
  })
  useEffect(() => begin(), [])

  return (
    <Entrance>
      {state.name === 'opening' && (
        <div role="status" data-state="loading">
          <h1 className="text-xl">One moment</h1>
          <p>The link is being opened.</p>
        </div>
      )}
      {state.name === 'waiting' && <PasswordForm left={left === '1'} onSignedIn={signedIn} />}
      {state.name === 'second-factor' && (
        <SecondFactorForm asked={state.asked} onSignedIn={signedIn} onBack={() => setState({ name: 'waiting' })} />
      )}
      {state.name === 'failed' && <LinkFailed error={state.error} retry={() => open(state.secret)} />}
    </Entrance>
  )
}
