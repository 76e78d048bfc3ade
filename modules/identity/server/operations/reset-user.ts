import { personOf } from '#kernel/actor.ts'
import { createResetLink } from '../admin/reset-link.ts'
import { findUser } from '../admin/users.ts'
import { resetUser, userReset } from '../../contract.ts'
import { command } from '../database.ts'
import { endSessions } from '../people/end-access.ts'

export default command(resetUser, async ({ db, actor, emit, fail, now }, { id }) => {
  const user = await findUser(db, id)
  if (!user) return fail('user-not-found')
  if (id === personOf(actor)) return fail('not-yourself')

  await endSessions(db, id)
  const link = await createResetLink(db, user, now())
  emit(userReset, { id }, { personId: id })
  return { id, link }
})
