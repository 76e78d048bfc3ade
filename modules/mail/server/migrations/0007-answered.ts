import { addColumns, flag, index, migration, perDialect, withDefault } from '#kernel/migrations/migration.ts'

/** What servers said of messages before it was kept: bit 2 of a placement's flags. */
const FROM_PLACEMENTS = [
  `UPDATE mail_message SET answered = 1 WHERE id IN
     (SELECT message_id FROM mail_placement WHERE mail_placement.workspace_id = mail_message.workspace_id AND (flags & 2) <> 0)`,
  `UPDATE mail_thread_place SET answered = 1 WHERE EXISTS
     (SELECT 1 FROM mail_message m WHERE m.workspace_id = mail_thread_place.workspace_id
       AND m.thread_id = mail_thread_place.thread_id AND m.place = mail_thread_place.place AND m.answered = 1)`,
]

export default migration('0007-answered', [
  addColumns('mail_message', { answered: withDefault(flag(), '0') }),
  addColumns('mail_thread_place', { answered: withDefault(flag(), '0') }),
  perDialect({ sqlite: FROM_PLACEMENTS, postgres: FROM_PLACEMENTS }),
  // With a copy goes what is known of its way.
  index('mail_outgoing', ['workspace_id', 'sent_copy'], { where: 'sent_copy IS NOT NULL' }),
])
