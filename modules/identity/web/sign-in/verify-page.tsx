import { useEffect, useEffectEvent, useState } from 'react'
import { Link } from '@tanstack/react-router'
import { useMutation } from '@tanstack/react-query'
import { verifyAddress } from '#modules/identity/contract.ts'
import { api } from '#ui/data/api.ts'
import { buttonClass } from '#ui/button.tsx'
import { usePageTitle } from '#ui/page.tsx'
import { Entrance } from '../parts/entrance.tsx'
import { ProblemNote } from '#ui/problem-note.tsx'
import { takeSecret } from './take-secret.ts'

/** Proves an address with the link that was sent to it. */
export function Page() {
  usePageTitle('Your address')
  const [secret] = useState(takeSecret)
  const verify = useMutation({ mutationFn: (given: string) => api.call(verifyAddress, { secret: given }) })
  const begin = useEffectEvent(() => {
    if (secret) verify.mutate(secret)
  })
  useEffect(() => begin(), [])
  return (
    <Entrance>
      {verify.isPending && (
        <div role="status" data-state="loading">
          <h1 className="text-xl">One moment</h1>
          <p>Your address is being checked.</p>
        </div>
      )}
      {verify.isSuccess && (
        <div role="status" className="flex flex-col gap-3">
          <h1 className="text-xl">Your address is verified</h1>
          <p>
            <b className="break-words">{verify.data.email}</b> belongs to your account now.
          </p>
        </div>
      )}
      {(verify.isError || !secret) && (
        <div className="flex flex-col gap-3">
          <h1 className="text-xl">Your address could not be verified</h1>
          <ProblemNote error={verify.error} />
          <p>Open the link of the newest mail. Signed in, you can have another one sent in Settings, Account.</p>
        </div>
      )}
      {!verify.isPending && (
        <Link to="/" className={buttonClass('primary', 'self-start')}>
          Go on to Daybook
        </Link>
      )}
    </Entrance>
  )
}
