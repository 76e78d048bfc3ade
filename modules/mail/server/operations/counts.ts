import { getMailbox, Place } from '../../contract.ts'
import { query } from '../database.ts'
import { ownerOf } from '../policy.ts'

export default query(getMailbox, async ({ db, actor }) => {
  const rows = await db.selectFrom('mail_count').selectAll().where('owner_id', '=', ownerOf(actor)).execute()
  const items = Place.options.map((place) => {
    const row = rows.find((candidate) => candidate.place === place)
    return { place, messages: row?.messages ?? 0, unread: row?.unread ?? 0 }
  })
  return { items }
})
