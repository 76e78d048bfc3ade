import type { ReactNode } from 'react'
import { authorize, type ConsentProvider } from '#modules/connections/contract.ts'
import { Button } from '#ui/button.tsx'
import { useCommand } from '#ui/data/use-operation.ts'

interface ConsentButtonProps {
  provider: ConsentProvider
  connectionId?: string
  /** The address, so that the provider asks for no other. */
  hint?: string
  children: ReactNode
}

/** Goes to the provider's page of consent, which comes back here. */
export function ConsentButton({ provider, connectionId, hint, children }: ConsentButtonProps) {
  const begin = useCommand(authorize, { onSuccess: ({ url }) => location.assign(url) })
  return (
    <Button
      className="min-h-11"
      disabled={begin.isPending || begin.isSuccess}
      onClick={() => begin.mutate({ provider, ...(connectionId && { connectionId }), ...(hint && { hint }) })}
    >
      {children}
    </Button>
  )
}
