import { getMailbox } from '../../contract.ts'
import { query } from '../database.ts'
import { ownerOf } from '../policy.ts'

const PLACES = ['inbox', 'archive', 'trash'] as const

export default query(getMailbox, async ({ db, actor }) => {
  const rows = await db.selectFrom('mail_count').selectAll().where('owner_id', '=', ownerOf(actor)).execute()
  const items = PLACES.map((place) => {
    const row = rows.find((candidate) => candidate.place === place)
    return { place, messages: row?.messages ?? 0, unread: row?.unread ?? 0 }
  })
  return { items }
})
