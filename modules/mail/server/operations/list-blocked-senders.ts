import { listBlockedSenders } from '../../contract.ts'
import { query } from '../database.ts'
import { ownerOf } from '../policy.ts'
import { pageOfSenders } from '../tidying/sender-lists.ts'

export default query(listBlockedSenders, async ({ db, actor }, { cursor, limit }) =>
  pageOfSenders(db, { ownerId: ownerOf(actor), list: 'blocked', cursor, limit }),
)
