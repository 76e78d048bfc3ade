import { uuidv7 } from '#base/ids.ts'
import { createResetLink } from '../admin/reset-link.ts'
import { findUser, toAdminUser } from '../admin/users.ts'
import { createUser, memberJoined, userCreated } from '../../contract.ts'
import { command } from '../database.ts'
import { addMember } from '../people/members.ts'

export default command(createUser, async ({ db, actor, emit, fail, now }, { name, email, role }) => {
  const known = await db.selectFrom('identity_user').select('id').where('email', '=', email).executeTakeFirst()
  if (known) return fail('already-registered')

  const id = uuidv7()
  await db.insertInto('identity_user').values({ id, name, email, active: 1, created_at: now() }).execute()
  await addMember(db, { workspaceId: actor.workspaceId, userId: id, role, now: now() })
  const link = await createResetLink(db, { id, email }, now())
  emit(userCreated, { id })
  emit(memberJoined, { id, role }, { personId: id })
  return { ...toAdminUser((await findUser(db, id))!), link }
})
