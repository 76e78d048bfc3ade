import { Failure } from '#kernel/failure.ts'
import { readCursor, toPage } from '#kernel/lists/page.ts'
import { listMembers } from '../../contract.ts'
import { query } from '../database.ts'
import { selectMembers, toMember } from '../people/members.ts'

export default query(listMembers, async ({ db, actor }, { cursor, limit, role }) => {
  const after = readCursor(cursor, ['string', 'string'])
  if (after instanceof Failure) return after
  let rows = selectMembers(db, actor.workspaceId).orderBy('u.name').orderBy('u.id')
  if (role) rows = rows.where('m.role', '=', role)
  if (after) {
    const [name, id] = after.map(String) as [string, string]
    rows = rows.where((e) => e.or([e('u.name', '>', name), e.and([e('u.name', '=', name), e('u.id', '>', id)])]))
  }
  return toPage(await rows.limit(limit + 1).execute(), limit, toMember, (row) => [row.name, row.id])
})
