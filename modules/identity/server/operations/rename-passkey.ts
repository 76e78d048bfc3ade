import { personOf } from '#kernel/actor.ts'
import { renamePasskey } from '../../contract.ts'
import { command } from '../database.ts'
import { toPasskey } from '../passkeys/to-passkey.ts'

export default command(renamePasskey, async ({ db, actor, fail }, { id, name }) => {
  const row = await db
    .updateTable('identity_passkey')
    .set({ name })
    .where('id', '=', id)
    .where('user_id', '=', personOf(actor))
    .returningAll()
    .executeTakeFirst()
  return row ? toPasskey(row) : fail('passkey-not-found')
})
