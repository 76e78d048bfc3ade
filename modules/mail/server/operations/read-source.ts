import { query } from '../database.ts'
import { readSource } from '../internal.ts'
import { findMessage } from '../store/find-message.ts'

export default query(readSource, async ({ db, actor, fail }, { id, copyToo }) => {
  const row = await findMessage(db, actor, id, { copyToo })
  if (!row) return fail('message-not-found')
  const content = await db
    .selectFrom('mail_content')
    .select(['source', 'blob'])
    .where('message_id', '=', id)
    .executeTakeFirstOrThrow()
  return { ...content, subject: row.subject, hash: row.hash }
})
