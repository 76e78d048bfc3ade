import { useState } from 'react'
import { Link } from '@tanstack/react-router'
import { signInOptions } from '#modules/identity/contract.ts'
import { useOperation } from '#ui/data/use-operation.ts'
import { buttonClass } from '#ui/button.tsx'
import { ErrorState } from '#ui/error-state.tsx'
import { usePageTitle } from '#ui/page.tsx'
import { Skeleton } from '#ui/skeleton.tsx'
import { Entrance } from '../parts/entrance.tsx'
import { RegisterForm } from './register-form.tsx'
import { useArrival } from './use-arrival.ts'

/** Makes an account where anybody may; elsewhere it says whom to ask. */
export function Page() {
  usePageTitle('Make an account')
  const options = useOperation(signInOptions, {})
  const arrive = useArrival()
  const [sentTo, setSentTo] = useState<string | null>(null)
  return (
    <Entrance>
      <h1 className="text-xl">{sentTo ? 'Look into your mail' : 'Make an account'}</h1>
      {options.isPending && <Skeleton rows={3} label="Loading" />}
      {options.isError && <ErrorState error={options.error} retry={() => void options.refetch()} />}
      {sentTo && (
        <p role="status">
          A link is on its way to <b className="break-words">{sentTo}</b>. Open it, and your account is ready.
        </p>
      )}
      {!sentTo && options.data?.registration === 'open' && (
        <RegisterForm onDone={(next, email) => (next === 'done' ? arrive() : setSentTo(email))} />
      )}
      {options.data && options.data.registration !== 'open' && (
        <p data-state="empty">Nobody can register here by themselves. Ask an admin for an invitation.</p>
      )}
      <Link to="/sign-in" className={buttonClass('plain', 'self-start')}>
        Back to sign in
      </Link>
    </Entrance>
  )
}
