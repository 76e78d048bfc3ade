import { personOf } from '#kernel/actor.ts'
import { listTokens } from '../../contract.ts'
import { query } from '../database.ts'
import { toToken } from '../to-token.ts'

export default query(listTokens, async ({ db, actor }) => {
  const rows = await db
    .selectFrom('identity_token')
    .selectAll()
    .where('user_id', '=', personOf(actor))
    .where('workspace_id', '=', actor.workspaceId)
    .orderBy('id', 'desc')
    .limit(200)
    .execute()
  return { items: rows.map(toToken) }
})
