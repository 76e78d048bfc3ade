import { integrationProviders, type ConsentProvider } from '#modules/connections/contract.ts'
import { useOperation } from '#ui/data/use-operation.ts'
import { providerName } from '../provider-name.ts'
import { ConsentButton } from './consent-button.tsx'

const withoutConsent: Record<ConsentProvider, string> = {
  google: 'Until then, Gmail works with an app password.',
  microsoft: 'Until then, accounts at Microsoft cannot be connected.',
}

interface ConsentChoicesProps {
  /** The one that an address belongs to; all of them where none is known. */
  of?: ConsentProvider
  /** The address, so that the provider asks for no other. */
  hint?: string
}

/** The providers where one signs in instead of giving a password; those not registered here say what it takes. */
export function ConsentChoices({ of, hint }: ConsentChoicesProps) {
  const { data } = useOperation(integrationProviders, {})
  if (!data) return null
  const items = data.items.filter(({ provider }) => !of || provider === of)
  const missing = items.filter(({ configured }) => !configured)
  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-wrap gap-2 empty:hidden">
        {items
          .filter(({ configured }) => configured)
          .map(({ provider }) => (
            <ConsentButton key={provider} provider={provider} {...(hint && { hint })}>
              Sign in with {providerName[provider]}
            </ConsentButton>
          ))}
      </div>
      {missing.length > 0 && (
        <details className="text-sm" open={of === 'microsoft'}>
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
            <code className="font-mono">docs/guide/mail-accounts.md</code>.{' '}
            {missing.map(({ provider }) => withoutConsent[provider]).join(' ')}
          </p>
        </details>
      )}
    </div>
  )
}
