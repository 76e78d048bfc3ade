import { getComment } from '../../contract.ts'
import { findComment, toComment } from '../comments/store.ts'
import { query } from '../database.ts'

export default query(getComment, async ({ db, fail }, { id }) => {
  const row = await findComment(db, id)
  return row ? toComment(row, row.title) : fail('comment-not-found')
})
