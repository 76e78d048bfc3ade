import type { Registration, Registrations } from '#kernel/ports.ts'
import type { Config } from './parse-config.ts'
import type { Secrets } from './read-secrets.ts'

/** Where Daybook is known as a program at other services, out of configuration and secrets. */
export function registrationsOf({ google, microsoft }: Config, secrets: Secrets): Registrations {
  const ofGoogle = registrationOf(google, secrets.googleClientSecret)
  return {
    google: ofGoogle && google.access === 'api' ? { ...ofGoogle, mailScopes: GMAIL_API } : ofGoogle,
    microsoft: registrationOf(microsoft, secrets.microsoftClientSecret),
  }
}

/** Reading, changing and sending by Gmail's API, without the mail servers and without erasing for good. */
const GMAIL_API = ['https://www.googleapis.com/auth/gmail.modify']

function registrationOf({ clientId, baseUrl }: Config['microsoft'], clientSecret: string | null): Registration | null {
  return clientId === null ? null : { clientId, clientSecret, baseUrl }
}
