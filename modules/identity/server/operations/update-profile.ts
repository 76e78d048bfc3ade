import { personOf } from '#kernel/actor.ts'
import { profileChanged, updateProfile } from '../../contract.ts'
import { command } from '../database.ts'
import { readMe } from '../read-me.ts'

export default command(updateProfile, async ({ db, actor, emit, fail }, { name }) => {
  const userId = personOf(actor)
  await db.updateTable('identity_user').set({ name }).where('id', '=', userId).execute()
  const me = await readMe(db, userId, actor.workspaceId)
  if (!me) return fail('not-signed-in')
  emit(profileChanged, { id: userId })
  return me
})
