import { lazy, Suspense, useState } from 'react'
import { removeConnection, type Connection } from '#modules/connections/contract.ts'
import { Button } from '#ui/button.tsx'
import { useCommand } from '#ui/data/use-operation.ts'
import { countOf } from '#ui/format.ts'
import { showToast } from '#ui/toasts.ts'
import { useRefreshAccounts } from './use-refresh-accounts.ts'

const TypedConfirmation = lazy(() =>
  import('#ui/typed-confirmation.tsx').then((module) => ({ default: module.TypedConfirmation })),
)

/** Takes an account away, once its address is typed, and says first what goes with it. */
export function RemoveAccount({ account, stored }: { account: Connection; stored: number | undefined }) {
  const refresh = useRefreshAccounts()
  const [asking, setAsking] = useState(false)
  const remove = useCommand(removeConnection, {
    onSuccess: () => {
      setAsking(false)
      showToast({ message: `${account.address} is removed` })
      refresh()
    },
    onError: () => undefined,
  })
  return (
    <>
      <Button look="danger" onClick={() => setAsking(true)}>
        Remove<span className="sr-only"> {account.address}</span>
      </Button>
      {asking && (
        <Suspense>
          <TypedConfirmation
            title="Remove the account"
            name={account.address}
            action="Remove the account"
            busy={remove.isPending}
            error={remove.error}
            onConfirm={() => remove.mutate({ id: account.id })}
            onClose={() => setAsking(false)}
          >
            <p>
              This erases here the password or access,{' '}
              {stored ? `the ${countOf(stored, 'message')} that came from it` : 'the mail that came from it'}, and their
              labels and stars. Your mail at the provider stays as it is.
            </p>
          </TypedConfirmation>
        </Suspense>
      )}
    </>
  )
}
