import { rowBefore } from '#kernel/database/raw.ts'
import { Failure } from '#kernel/failure.ts'
import { readCursor, toPage } from '#kernel/lists/page.ts'
import { listDrafts } from '../../contract.ts'
import { query } from '../database.ts'
import { toDraftSummary } from '../drafts/to-draft.ts'
import { ownerOf } from '../policy.ts'

export default query(listDrafts, async ({ db, actor }, { cursor, limit, threadId }) => {
  const after = readCursor(cursor, ['number', 'string'])
  if (after instanceof Failure) return after

  let drafts = db
    .selectFrom('mail_draft')
    .selectAll('mail_draft')
    .select((eb) =>
      eb
        .selectFrom('mail_draft_attachment')
        .select(({ fn }) => fn.countAll<number>().as('n'))
        .whereRef('mail_draft_attachment.draft_id', '=', 'mail_draft.id')
        .$asScalar()
        .as('files'),
    )
    .where('owner_id', '=', ownerOf(actor))
    .where('outgoing_id', 'is', null)
    .orderBy('updated_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1)
  if (threadId) {
    drafts = drafts.where('in_reply_to', 'in', (eb) =>
      eb.selectFrom('mail_message').select('mail_message.id').where('thread_id', '=', threadId),
    )
  }
  if (after) drafts = drafts.where(rowBefore(['updated_at', 'id'], after, 'desc'))
  return toPage(
    await drafts.execute(),
    limit,
    (row) => toDraftSummary(row, Number(row.files) > 0),
    (row) => [row.updated_at, row.id],
  )
})
