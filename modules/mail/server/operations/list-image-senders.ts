import { listImageSenders } from '../../contract.ts'
import { query } from '../database.ts'
import { ownerOf } from '../policy.ts'
import { pageOfSenders } from '../tidying/sender-lists.ts'

export default query(listImageSenders, async ({ db, actor }, { cursor, limit }) =>
  pageOfSenders(db, { ownerId: ownerOf(actor), list: 'images', cursor, limit }),
)
