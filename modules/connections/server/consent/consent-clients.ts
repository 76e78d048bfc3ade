import type { Registrations } from '#kernel/ports.ts'
import type { ConsentProvider } from '../../contract.ts'
import type { ConsentClient } from './consent-client.ts'
import { createGoogleClient } from './google-client.ts'
import { createMicrosoftClient } from './microsoft-client.ts'

/** Daybook at a provider, or null where nobody registered it there. */
export function consentClient(registrations: Registrations, provider: ConsentProvider): ConsentClient | null {
  const registration = registrations[provider]
  if (!registration) return null
  return provider === 'google' ? createGoogleClient(registration) : createMicrosoftClient(registration)
}
