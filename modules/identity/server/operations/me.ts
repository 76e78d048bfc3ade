import { personOf } from '#kernel/actor.ts'
import { getMe } from '../../contract.ts'
import { query } from '../database.ts'
import { readMe } from '../read-me.ts'

export default query(getMe, async ({ db, actor, fail }) => {
  return (await readMe(db, personOf(actor), actor.workspaceId, actor.sessionId)) ?? fail('not-signed-in' as never)
})
