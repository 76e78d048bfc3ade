import { Failure } from '#kernel/failure.ts'
import { readCursor, toPage } from '#kernel/lists/page.ts'
import { selectUsers, toAdminUser } from '../admin/users.ts'
import { listUsers } from '../../contract.ts'
import { query } from '../database.ts'

export default query(listUsers, async ({ db }, { cursor, limit, text, state, role }) => {
  const after = readCursor(cursor, ['string'])
  if (after instanceof Failure) return after
  let rows = selectUsers(db).orderBy('u.id', 'desc')
  if (text) {
    const like = `%${text.toLowerCase().replace(/[%_\\]/g, '')}%`
    rows = rows.where((e) => e.or([e(e.fn('lower', ['u.name']), 'like', like), e('u.email', 'like', like)]))
  }
  if (state) rows = rows.where('u.active', '=', state === 'active' ? 1 : 0)
  if (role) rows = rows.where('u.instance_admin', '=', 1)
  if (after) rows = rows.where('u.id', '<', String(after[0]))
  return toPage(await rows.limit(limit + 1).execute(), limit, toAdminUser, (row) => [row.id])
})
