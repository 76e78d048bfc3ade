import { disconnect } from '../../contract.ts'
import { command } from '../database.ts'
import { findConnection } from '../find-connection.ts'
import { takeAway } from '../take-away.ts'

export default command(disconnect, async (context, { id }) => {
  const row = await findConnection(context.db, context.actor, id)
  if (!row || row.provider === 'imap') return context.fail('connection-not-found')
  await takeAway(context, row)
  return {}
})
