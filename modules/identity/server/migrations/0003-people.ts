import {
  addColumns,
  flag,
  id,
  index,
  instant,
  migration,
  nullable,
  perDialect,
  primary,
  table,
  text,
  withDefault,
} from '#kernel/migrations/migration.ts'

const FIRST_OWNER = `UPDATE identity_user SET instance_admin = 1 WHERE id =
  (SELECT user_id FROM identity_member WHERE role = 'owner' ORDER BY created_at LIMIT 1)`

/** Invitations, whoever keeps this Daybook, deleted workspaces, and sessions in which an administrator acts as another. */
export default migration('0003-people', [
  addColumns('identity_user', { instance_admin: withDefault(flag(), '0'), deleted_at: nullable(instant()) }),
  perDialect({ sqlite: [FIRST_OWNER], postgres: [FIRST_OWNER] }),
  addColumns('identity_workspace', { deleted_at: nullable(instant()), erased_at: nullable(instant()) }),
  addColumns('identity_session', { impersonator_id: nullable(id()), parent_id: nullable(id()) }),
  addColumns('identity_token', { last_used_at: nullable(instant()) }),
  index('identity_member', ['workspace_id', 'user_id']),
  table(
    'identity_former_member',
    { workspace_id: id(), user_id: id(), role: text(), created_at: instant(), left_at: instant() },
    { primaryKey: ['workspace_id', 'user_id'] },
  ),
  table('identity_invitation', {
    id: primary(id()),
    workspace_id: id(),
    email: text(),
    role: text(),
    invited_by: id(),
    state: text(),
    mail_id: nullable(id()),
    created_at: instant(),
    expires_at: instant(),
    decided_at: nullable(instant()),
  }),
  index('identity_invitation', ['workspace_id', 'id']),
  table('identity_invitation_secret', { secret_hash: primary(text()), invitation_id: id() }),
  index('identity_invitation_secret', ['invitation_id']),
])
