import { query } from '../database.ts'
import { identitiesOf } from '../drafts/find-identity.ts'
import { readSenders } from '../drafts/internal.ts'
import { ownerOf } from '../policy.ts'

export default query(readSenders, async ({ db, actor }, { messageId }) => {
  const accounts = await db
    .selectFrom('mail_placement')
    .innerJoin('mail_mailbox', 'mail_mailbox.id', 'mail_placement.mailbox_id')
    .select('mail_mailbox.connection_id')
    .distinct()
    .where('mail_placement.message_id', '=', messageId)
    .execute()
  return {
    identities: await identitiesOf(db, ownerOf(actor)),
    connectionIds: accounts.map(({ connection_id }) => connection_id),
  }
})
