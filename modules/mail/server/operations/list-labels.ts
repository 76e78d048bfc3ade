import { listLabels } from '../../contract.ts'
import { query } from '../database.ts'
import { ownerOf } from '../policy.ts'

export default query(listLabels, async ({ db, actor }) => {
  const rows = await db
    .selectFrom('mail_label')
    .leftJoin('mail_message_label', 'mail_message_label.label_id', 'mail_label.id')
    .select((e) => [
      'mail_label.id',
      'mail_label.name',
      'mail_label.color',
      e.fn.count<number>('mail_message_label.message_id').as('messages'),
    ])
    .where('mail_label.owner_id', '=', ownerOf(actor))
    .groupBy(['mail_label.id', 'mail_label.name', 'mail_label.color'])
    .orderBy('mail_label.name_key')
    .limit(500)
    .execute()
  return { items: rows }
})
