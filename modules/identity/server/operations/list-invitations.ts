import { Failure } from '#kernel/failure.ts'
import { readCursor, toPage } from '#kernel/lists/page.ts'
import { listInvitations } from '../../contract.ts'
import { query } from '../database.ts'
import { selectInvitations, toInvitation } from '../people/invitations.ts'

export default query(listInvitations, async ({ db, actor, now }, { cursor, limit, state }) => {
  const after = readCursor(cursor, ['string'])
  if (after instanceof Failure) return after
  let rows = selectInvitations(db, actor.workspaceId).orderBy('i.id', 'desc')
  if (state === 'accepted' || state === 'revoked') rows = rows.where('i.state', '=', state)
  if (state === 'open') rows = rows.where('i.state', '=', 'open').where('i.expires_at', '>', now())
  if (state === 'expired') rows = rows.where('i.state', '=', 'open').where('i.expires_at', '<=', now())
  if (after) rows = rows.where('i.id', '<', String(after[0]))
  return toPage(
    await rows.limit(limit + 1).execute(),
    limit,
    (row) => toInvitation(row, now()),
    (row) => [row.id],
  )
})
