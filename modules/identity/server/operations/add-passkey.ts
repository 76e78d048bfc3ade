import { uuidv7 } from '#base/ids.ts'
import { passkeyAdded } from '../../contract.ts'
import { command } from '../database.ts'
import { addPasskey } from '../internal-factors.ts'
import { toPasskey } from '../passkeys/to-passkey.ts'

export default command(addPasskey, async ({ db, emit, fail, now }, input) => {
  const known = await db
    .selectFrom('identity_passkey')
    .select('id')
    .where('credential_id', '=', input.credentialId)
    .executeTakeFirst()
  if (known) return fail('passkey-refused')
  const row = {
    id: uuidv7(),
    user_id: input.userId,
    credential_id: input.credentialId,
    public_key: input.publicKey,
    counter: input.counter,
    transports: JSON.stringify(input.transports),
    synced: input.synced ? 1 : 0,
    name: input.name,
    created_at: now(),
    last_used_at: null,
  }
  await db.insertInto('identity_passkey').values(row).execute()
  emit(passkeyAdded, { id: row.id })
  return toPasskey(row)
})
