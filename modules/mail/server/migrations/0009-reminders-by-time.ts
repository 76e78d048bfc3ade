import { index, migration, perDialect } from '#kernel/migrations/migration.ts'

const OWNED = ['workspace_id', 'owner_id']
const DROPPED = [
  'DROP INDEX mail_reminder_by_workspace_id_owner_id_id',
  'DROP INDEX mail_reminder_by_workspace_id_owner_id_state_id',
]

/** Reminders are listed by when they are due, and no more by when they were set. */
export default migration('0009-reminders-by-time', [
  perDialect({ sqlite: DROPPED, postgres: DROPPED }),
  index('mail_reminder', [...OWNED, 'due_at', 'id']),
  index('mail_reminder', [...OWNED, 'state', 'due_at', 'id']),
])
