import { rowBefore } from '#kernel/database/raw.ts'
import { Failure } from '#kernel/failure.ts'
import { readCursor, toPage } from '#kernel/lists/page.ts'
import { listSuggestedTasks } from '../../contract.ts'
import { query } from '../database.ts'
import { ownerOf } from '../policy.ts'
import { toSuggestion } from '../tidying/to-suggestion.ts'

export default query(listSuggestedTasks, async ({ db, actor }, { cursor, limit, state }) => {
  const last = readCursor(cursor, ['string'])
  if (last instanceof Failure) return last

  let rows = db
    .selectFrom('mail_suggestion')
    .selectAll()
    .where('owner_id', '=', ownerOf(actor))
    .where('state', '=', state)
    .orderBy('id', 'desc')
    .limit(limit + 1)
  if (last) rows = rows.where(rowBefore(['id'], last, 'desc'))
  return toPage(await rows.execute(), limit, toSuggestion, ({ id }) => [id])
})
