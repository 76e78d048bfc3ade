import { flag, id, index, instant, json, migration, nullable, primary, table, text } from '#kernel/migrations/migration.ts'

export default migration('0001-tables', [
  table('identity_user', { id: primary(id()), name: text(), active: flag(), created_at: instant() }),
  table('identity_workspace', { id: primary(id()), name: text(), created_at: instant() }),
  table('identity_member', { workspace_id: id(), user_id: id(), role: text(), created_at: instant() }, { primaryKey: ['user_id', 'workspace_id'] }),
  table('identity_session', {
    id: primary(id()),
    secret_hash: text(),
    user_id: id(),
    workspace_id: id(),
    user_agent: text(),
    created_at: instant(),
    expires_at: instant(),
  }),
  index('identity_session', ['secret_hash'], { unique: true }),
  index('identity_session', ['user_id', 'workspace_id', 'id']),
  table('identity_token', {
    id: primary(id()),
    secret_hash: text(),
    user_id: id(),
    workspace_id: id(),
    name: text(),
    scopes: json(),
    created_at: instant(),
    expires_at: nullable(instant()),
  }),
  index('identity_token', ['secret_hash'], { unique: true }),
  index('identity_token', ['user_id', 'workspace_id', 'id']),
  table('identity_link', {
    secret_hash: primary(text()),
    user_id: id(),
    workspace_id: id(),
    expires_at: instant(),
    used_at: nullable(instant()),
  }),
])
