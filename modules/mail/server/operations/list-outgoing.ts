import { Failure } from '#kernel/failure.ts'
import { readCursor, toPage } from '#kernel/lists/page.ts'
import { listOutgoing } from '../../contract.ts'
import { query } from '../database.ts'
import { ownerOf } from '../policy.ts'
import { toOutgoing } from '../sending/find-outgoing.ts'

const OPEN = ['held', 'waiting', 'sending', 'unsure', 'failed']

export default query(listOutgoing, async ({ db, actor }, { cursor, limit, open }) => {
  const after = readCursor(cursor, ['string'])
  if (after instanceof Failure) return after

  let rows = db
    .selectFrom('mail_outgoing')
    .selectAll()
    .where('owner_id', '=', ownerOf(actor))
    .orderBy('id', 'desc')
    .limit(limit + 1)
  if (open) rows = rows.where('state', 'in', OPEN)
  if (after) rows = rows.where('id', '<', String(after[0]))
  return toPage(await rows.execute(), limit, toOutgoing, (row) => [row.id])
})
