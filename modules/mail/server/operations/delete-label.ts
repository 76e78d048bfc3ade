import { deleteLabel, labelChanged, messageChanged } from '../../contract.ts'
import { command } from '../database.ts'
import { recordChanges } from '../outbox/record-changes.ts'
import { ownerOf } from '../policy.ts'
import { touch } from '../store/change-messages.ts'

export default command(deleteLabel, async (context, { id }) => {
  const { db, actor, changed, emit, fail } = context
  const label = await db
    .deleteFrom('mail_label')
    .where('id', '=', id)
    .where('owner_id', '=', ownerOf(actor))
    .returning('name')
    .executeTakeFirst()
  if (!label) return fail('label-not-found')

  const messages = await db
    .deleteFrom('mail_message_label')
    .where('label_id', '=', id)
    .returning('message_id')
    .execute()
  await touch(
    db,
    messages.map(({ message_id }) => message_id),
  )
  const taken = { aspects: [], added: [], removed: [label.name] }
  await recordChanges(context, new Map(messages.map(({ message_id }) => [message_id, taken])))
  emit(labelChanged, { id })
  for (const { message_id } of messages) emit(messageChanged, { id: message_id })
  changed({ messages: messages.length }, null)
  return {}
})
