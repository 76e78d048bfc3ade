import { job } from '#kernel/handlers.ts'
import { consentClient } from '../consent/consent-clients.ts'
import { endRevocation, readRevocation, revokeJob } from '../internal.ts'
import { DATA_KEY_PLACE, revocationPlace } from '../vault/places.ts'

/** Tells the provider that a token is void. After the last try the token is forgotten all the same. */
export default job(revokeJob, async ({ input: { id }, attempt, ask, call, ports }) => {
  const { revocation } = await ask(readRevocation, { id })
  if (!revocation) return { revoked: false }
  const client = consentClient(ports.registrations, revocation.provider)
  const token = ports.sealer.withKey(revocation.wrapped, DATA_KEY_PLACE).open(revocation.sealed, revocationPlace(id))
  try {
    await client?.revoke(token)
  } catch (cause) {
    if (attempt < revokeJob.attempts) throw cause
    await call(endRevocation, { id })
    throw cause
  }
  await call(endRevocation, { id })
  return { revoked: client !== null }
})
