import { command } from '../database.ts'
import { findConnection } from '../find-connection.ts'
import { takeLease } from '../internal.ts'

export default command(takeLease, async ({ db, actor, fail, now }, { id, holder, until }) => {
  if (!(await findConnection(db, actor, id))) return fail('connection-not-found')
  const taken = await db
    .insertInto('connections_lease')
    .values({ connection_id: id, holder, until })
    .onConflict((conflict) =>
      conflict.column('connection_id').doUpdateSet({ holder, until }).where('connections_lease.until', '<=', now()),
    )
    .returning('connection_id')
    .executeTakeFirst()
  return { taken: taken !== undefined }
})
