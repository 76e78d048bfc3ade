import { zstdDecompressSync } from 'node:zlib'
import { uuidv7 } from '#base/ids.ts'
import { suggestionChanged } from '../../contract.ts'
import { command } from '../database.ts'
import { ownerOf } from '../policy.ts'
import { suggestTasks } from '../tidying/internal.ts'
import { detectTask } from '../tidying/suggestions/detect-task.ts'

/** Older mail asked for what is long done. */
const FRESH = 14 * 86_400_000

export default command(suggestTasks, async ({ db, actor, emit, now }, { ids }) => {
  const rows = await db
    .selectFrom('mail_message')
    .innerJoin('mail_content', 'mail_content.message_id', 'mail_message.id')
    .selectAll('mail_message')
    .select('mail_content.text')
    .where('mail_message.owner_id', '=', ownerOf(actor))
    .where('mail_message.id', 'in', ids)
    .where('mail_message.place', '=', 'inbox')
    .where('mail_message.date_at', '>=', now() - FRESH)
    // What comes by a list asks everybody and nobody.
    .where('mail_content.list_id', 'is', null)
    .where('mail_content.text', 'is not', null)
    .execute()
  for (const row of rows) {
    const found = detectTask({
      subject: row.subject,
      text: zstdDecompressSync(row.text!).toString(),
      sentAt: row.date_at,
    })
    if (!found) continue
    const suggestion = { id: uuidv7(), owner_id: row.owner_id, message_id: row.id, created_at: now(), state: 'open' }
    const added = await db
      .insertInto('mail_suggestion')
      .values({
        ...suggestion,
        title: found.title,
        due_on: found.dueOn,
        reason: found.reason,
        quote: found.quote,
      })
      .onConflict((conflict) => conflict.doNothing())
      .returning('id')
      .executeTakeFirst()
    if (added) emit(suggestionChanged, { id: added.id })
  }
  return {}
})
