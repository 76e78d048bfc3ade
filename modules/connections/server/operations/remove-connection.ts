import { removeConnection } from '../../contract.ts'
import { command } from '../database.ts'
import { findConnection } from '../find-connection.ts'
import { takeAway } from '../take-away.ts'

export default command(removeConnection, async (context, { id }) => {
  const row = await findConnection(context.db, context.actor, id)
  if (!row) return context.fail('connection-not-found')
  await takeAway(context, row)
  return {}
})
