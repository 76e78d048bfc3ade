import type { ExpressionBuilder } from 'kysely'
import { Failure } from '#kernel/failure.ts'
import { readCursor, toPage } from '#kernel/lists/page.ts'
import { listOutgoing } from '../../contract.ts'
import { query, type MailTables } from '../database.ts'
import { ownerOf } from '../policy.ts'
import { toOutgoing } from '../sending/find-outgoing.ts'

const UNDER_WAY = ['held', 'waiting', 'sending', 'unsure']

export default query(listOutgoing, async ({ db, actor }, { cursor, limit, open }) => {
  const after = readCursor(cursor, ['string'])
  if (after instanceof Failure) return after

  let rows = db
    .selectFrom('mail_outgoing')
    .selectAll()
    .where('owner_id', '=', ownerOf(actor))
    .orderBy('id', 'desc')
    .limit(limit + 1)
  if (open) rows = rows.where((e) => e.or([e('state', 'in', UNDER_WAY), e.exists(draftGivenBack(e))]))
  if (after) rows = rows.where('id', '<', String(after[0]))
  return toPage(await rows.execute(), limit, toOutgoing, (row) => [row.id])
})

/** What failed is open as long as its draft waits for somebody; sent anew or thrown away, it is history. */
function draftGivenBack(e: ExpressionBuilder<MailTables, 'mail_outgoing'>) {
  return e
    .selectFrom('mail_draft')
    .select('mail_draft.id')
    .whereRef('mail_draft.id', '=', 'mail_outgoing.draft_id')
    .where('mail_draft.outgoing_id', 'is', null)
    .where('mail_outgoing.state', '=', 'failed')
}
