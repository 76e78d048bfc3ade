import type { Registration, Registrations } from '#kernel/ports.ts'
import type { Config } from './parse-config.ts'
import type { Secrets } from './read-secrets.ts'

/** Where Daybook is known as a program at other services, out of configuration and secrets. */
export function registrationsOf({ google, microsoft }: Config, secrets: Secrets): Registrations {
  return {
    google: registrationOf(google, secrets.googleClientSecret),
    microsoft: registrationOf(microsoft, secrets.microsoftClientSecret),
  }
}

function registrationOf({ clientId, baseUrl }: Config['google'], clientSecret: string | null): Registration | null {
  return clientId === null ? null : { clientId, clientSecret, baseUrl }
}
