import { personOf } from '#kernel/actor.ts'
import { listPasskeys } from '../../contract.ts'
import { query } from '../database.ts'
import { toPasskey } from '../passkeys/to-passkey.ts'

export default query(listPasskeys, async ({ db, actor }) => {
  const rows = await db
    .selectFrom('identity_passkey')
    .selectAll()
    .where('user_id', '=', personOf(actor))
    .orderBy('id', 'desc')
    .limit(200)
    .execute()
  return { items: rows.map(toPasskey) }
})
