import { signingKeyPlace } from '../clients/signing-key-place.ts'
import { command } from '../database.ts'
import { keepSigningKey } from '../internal-clients.ts'

export default command(
  keepSigningKey,
  async ({ db, sealer, now, changed }, { kid, publicJwk, privateJwk, replace }) => {
    const current = await db
      .selectFrom('identity_signing_key')
      .select(['kid', 'sealed_private'])
      .where('retired_at', 'is', null)
      .executeTakeFirst()
    if (current && !replace) return { kid: current.kid, sealed: current.sealed_private }

    await db.updateTable('identity_signing_key').set({ retired_at: now() }).where('retired_at', 'is', null).execute()
    const sealed = sealer.seal(privateJwk, signingKeyPlace(kid))
    await db
      .insertInto('identity_signing_key')
      .values({ kid, public_jwk: publicJwk, sealed_private: sealed, created_at: now(), retired_at: null })
      .execute()
    changed({ kid: current?.kid ?? null }, { kid })
    return { kid, sealed }
  },
)
