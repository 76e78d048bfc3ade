import { integrationProviders } from '#modules/connections/contract.ts'
import { useOperation } from '#ui/data/use-operation.ts'
import { providerName } from '../provider-name.ts'
import { ConsentButton } from './consent-button.tsx'

/** The providers where one signs in instead of giving a password; those not registered here say what it takes. */
export function ConsentChoices({ hint }: { hint?: string }) {
  const { data } = useOperation(integrationProviders, {})
  if (!data) return null
  const missing = data.items.filter(({ configured }) => !configured)
  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-wrap gap-2">
        {data.items
          .filter(({ configured }) => configured)
          .map(({ provider }) => (
            <ConsentButton key={provider} provider={provider} {...(hint && { hint })}>
              Sign in with {providerName[provider]}
            </ConsentButton>
          ))}
      </div>
      {missing.length > 0 && (
        <details className="text-sm">
          <summary className="w-fit font-semibold">
            Signing in with {missing.map(({ provider }) => providerName[provider]).join(' or ')}
          </summary>
          <p className="mt-2">
            This Daybook is not registered there yet. Whoever keeps it makes an OAuth client at the provider, sets{' '}
            {missing.map(({ provider }, index) => (
              <span key={provider}>
                {index > 0 && ' and '}
                <code className="font-mono">DAYBOOK_{provider.toUpperCase()}_CLIENT_ID</code>
              </span>
            ))}{' '}
            with the secrets beside, and starts Daybook again: see{' '}
            <code className="font-mono">docs/guide/mail-accounts.md</code>. Until then, an app password made at the
            provider works below.
          </p>
        </details>
      )}
    </div>
  )
}
