import type { QueryContext } from '#kernel/context.ts'
import { Failure } from '#kernel/failure.ts'
import { getConnection, listConnections, type Connection } from '../../../connections/contract.ts'
import type { Address } from '../../contract.ts'
import type { MailTables } from '../database.ts'
import { identitiesOf, pickIdentity } from '../drafts/find-identity.ts'
import { ownerOf } from '../policy.ts'

/** Who a message is from, and the account that sends it. */
export interface Sender {
  from: Address
  replyTo: string | null
  connection: Connection
}

/** The sender of a draft: its address, else that of its account, else the default; null where nothing can send. */
export async function resolveSender(
  { db, actor, ask }: Pick<QueryContext<MailTables>, 'db' | 'actor' | 'ask'>,
  draft: { identity_id: string | null; connection_id: string | null },
): Promise<Sender | null> {
  const choice = { identityId: draft.identity_id, connectionId: draft.connection_id }
  const identity = pickIdentity(await identitiesOf(db, ownerOf(actor)), choice)
  const connection = await connectionOf(ask, identity?.connection_id ?? draft.connection_id, identity !== undefined)
  if (!connection || !canSend(connection)) return null
  if (!identity) return { from: { name: nameOf(connection), address: connection.address }, replyTo: null, connection }
  return { from: { name: identity.name, address: identity.address }, replyTo: identity.reply_to, connection }
}

/** The account itself; where there is no address to send from yet, the person's first that is not paused. */
async function connectionOf(
  ask: QueryContext<MailTables>['ask'],
  id: string | null,
  hasIdentity: boolean,
): Promise<Connection | null> {
  if (id !== null) {
    const found = await ask(getConnection, { id })
    return found instanceof Failure ? null : found
  }
  const all = hasIdentity ? { items: [] } : await ask(listConnections, {})
  if (all instanceof Failure) return null
  const able = all.items.filter(canSend)
  return able.find(({ state }) => state !== 'paused') ?? able[0] ?? null
}

/** Whether the copy of a sent message is ours to append: Google and Microsoft keep one of what they send. */
export function appendsTo({ provider, servers }: Connection): boolean {
  return provider === 'imap' && servers.imap !== null
}

const canSend = ({ provider, servers }: Connection) => provider !== 'imap' || servers.smtp !== null
const nameOf = ({ name, address }: Connection) => (name === address ? '' : name)
