import { getSecurity } from '#modules/identity/contract.ts'
import { useOperation } from '#ui/data/use-operation.ts'
import { ErrorState } from '#ui/error-state.tsx'
import { Skeleton } from '#ui/skeleton.tsx'
import { AuthenticatorSection } from './authenticator-section.tsx'
import { ChangePassword } from './change-password.tsx'
import { FirstPassword } from './first-password.tsx'
import { PasskeyList } from './passkey-list.tsx'

/** How one gets in: password, authenticator, passkeys. */
export function Pane() {
  const security = useOperation(getSecurity, {})
  if (security.isPending) return <Skeleton rows={4} label="Loading how you sign in" />
  if (security.isError) return <ErrorState error={security.error} retry={() => void security.refetch()} />
  return (
    <>
      {security.data.hasPassword ? <ChangePassword /> : <FirstPassword />}
      {security.data.hasPassword && <AuthenticatorSection security={security.data} />}
      <PasskeyList />
    </>
  )
}
