import { toInstant } from '#base/time.ts'
import { personOf } from '#kernel/actor.ts'
import { listSessions } from '../../contract.ts'
import { query } from '../database.ts'

export default query(listSessions, async ({ db, actor, now }) => {
  const rows = await db
    .selectFrom('identity_session')
    .selectAll()
    .where('user_id', '=', personOf(actor))
    .where('expires_at', '>', now())
    .orderBy('id', 'desc')
    .limit(200)
    .execute()
  const items = rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    createdAt: toInstant(row.created_at),
    expiresAt: toInstant(row.expires_at),
    lastSeenAt: toInstant(Math.max(row.created_at, row.last_seen_at)),
    userAgent: row.name ?? row.user_agent,
    current: row.id === actor.sessionId,
  }))
  return { items }
})
