import { personOf } from '#kernel/actor.ts'
import { deletePasskey, passkeyDeleted } from '../../contract.ts'
import { command } from '../database.ts'
import { mustConfirm } from '../sessions/must-confirm.ts'

export default command(deletePasskey, async ({ db, actor, emit, fail, now }, { id }) => {
  const userId = personOf(actor)
  const own = await db.selectFrom('identity_passkey').select('id').where('user_id', '=', userId).execute()
  if (!own.some((passkey) => passkey.id === id)) return fail('passkey-not-found')
  if (await mustConfirm(db, actor, now())) return fail('reauthentication-required')
  const user = await db
    .selectFrom('identity_user')
    .select('password_hash')
    .where('id', '=', userId)
    .executeTakeFirstOrThrow()
  if (own.length === 1 && user.password_hash === null) return fail('last-way-in')

  await db.deleteFrom('identity_passkey').where('id', '=', id).where('user_id', '=', userId).execute()
  emit(passkeyDeleted, { id })
  return {}
})
