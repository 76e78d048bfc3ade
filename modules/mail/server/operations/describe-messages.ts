import { describeMessages } from '../../contract.ts'
import { query } from '../database.ts'
import { COPY_PLACE } from '../drafts/copy-place.ts'
import { ownerOf } from '../policy.ts'

export default query(describeMessages, async ({ db, actor }, { ids }) => {
  if (ids.length === 0) return { items: [] }
  const rows = await db
    .selectFrom('mail_message')
    .select(['id', 'subject'])
    .where('owner_id', '=', ownerOf(actor))
    .where('id', 'in', ids)
    .where('place', '!=', COPY_PLACE)
    .execute()
  return { items: rows.map(({ id, subject }) => ({ id, title: subject || 'No subject' })) }
})
