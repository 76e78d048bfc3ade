import { systemActor } from '#kernel/actor.ts'
import { storeConnection } from '#modules/connections/server/internal.ts'
import type { Makers, Making } from './making.ts'

/** Accounts elsewhere. */
export const connectionRecords: Makers = { 'connections.connection': makeConnection }

/** An account that rests: nobody is to go looking for its servers. */
export async function makeConnection({ conformance, call, next }: Making): Promise<string> {
  const { daybook, owner } = conformance.app
  const address = `account-${next()}@example.test`
  // One that came by consent: what is for these alone finds it too.
  const account = { provider: 'google', address, name: address, imap: null, smtp: null, refreshToken: 'a token' }
  const adding = systemActor('adding', owner.workspaceId, owner.id)
  const { id } = await daybook.kernel.callAs(adding, storeConnection, account)
  await call('connections.pause', { id })
  return id
}
