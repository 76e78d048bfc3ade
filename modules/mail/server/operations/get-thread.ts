import { getThread } from '../../contract.ts'
import { query } from '../database.ts'
import { COPY_PLACE } from '../drafts/copy-place.ts'
import { ownerOf } from '../policy.ts'
import { labelsOf } from '../store/find-message.ts'
import { toSummary } from '../store/to-summary.ts'

const MAX_MESSAGES = 500

export default query(getThread, async ({ db, actor, fail }, { id }) => {
  const newest = await db
    .selectFrom('mail_message')
    .selectAll()
    .where('thread_id', '=', id)
    .where('owner_id', '=', ownerOf(actor))
    .where('place', '!=', COPY_PLACE)
    .orderBy('date_at', 'desc')
    .orderBy('id', 'desc')
    .limit(MAX_MESSAGES)
    .execute()
  const rows = newest.reverse()
  const first = rows[0]
  if (!first) return fail('thread-not-found')

  const labels = await labelsOf(
    db,
    rows.map((row) => row.id),
  )
  return { id, subject: first.subject, messages: rows.map((row) => toSummary(row, labels.get(row.id) ?? [])) }
})
