import { useEffect } from 'react'
import { useSearch } from '@tanstack/react-router'
import type { ErrorDeclaration } from '#contract/errors.ts'
import { callbackErrors } from '#modules/connections/contract.ts'
import { showToast } from '#ui/toasts.ts'

/** What the provider's page ended with, when somebody comes back from it. */
export function ConsentReturn() {
  const { problem, connected } = useSearch({ strict: false }) as { problem?: string; connected?: string }
  useEffect(() => {
    if (connected) showToast({ message: 'The account is connected. The newest mail comes first.' })
  }, [connected])
  if (!problem) return null
  const declared = Object.entries<ErrorDeclaration>(callbackErrors).find(([code]) => code === problem)?.[1]
  return (
    <div role="alert" className="rounded-box border-2 border-line bg-red p-3 text-sm text-on-accent">
      <p className="font-semibold">{declared?.message ?? 'The account was not connected'}</p>
      <p>{declared?.remedy ?? 'Begin again, and agree on the page of the provider.'}</p>
    </div>
  )
}
