import { mailSearchBodies } from '../../contract.ts'
import { query } from '../database.ts'
import { searchBody } from '../store/search-body.ts'

export default query(mailSearchBodies, async ({ db }, { ids }) => {
  const rows = await db
    .selectFrom('mail_content')
    .select(['message_id', 'text', 'enclosed_text'])
    .where('message_id', 'in', ids)
    .execute()
  return { items: rows.map((row) => ({ id: row.message_id, body: searchBody(row) })) }
})
