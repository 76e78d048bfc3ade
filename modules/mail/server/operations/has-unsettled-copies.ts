import { query } from '../database.ts'
import { hasUnsettledCopies } from '../drafts/copies.ts'
import { unsettledCopies } from '../drafts/unsettled-copies.ts'
import { ownerOf } from '../policy.ts'

export default query(hasUnsettledCopies, async ({ db, actor }) => {
  const { moved, left } = await unsettledCopies(db, ownerOf(actor))
  return { unsettled: moved.length + left.length > 0 }
})
